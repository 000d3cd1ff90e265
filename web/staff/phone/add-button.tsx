import { Button } from '@fluentui/react-components'
import { Add20Regular, Checkmark20Regular } from '@fluentui/react-icons'
import type { Translate } from '../words.js'
import type { Chosen } from './phone-page.js'
import type { Basket } from './turn-part.js'

type Props = { t: Translate; basket: Basket; chosen: Chosen; words: string }

/** Puts something into what is sent, or takes it away. */
export function AddButton({ t, basket, chosen, words }: Props) {
  const isIn = basket.has(chosen.item)
  return (
    <Button
      appearance={isIn ? 'secondary' : 'outline'}
      icon={isIn ? <Checkmark20Regular /> : <Add20Regular />}
      onClick={() => basket.toggle(chosen)}
    >
      {isIn ? t('staff-phone.added-short') : words}
      <span className="hidden-visually"> {chosen.name}</span>
    </Button>
  )
}
