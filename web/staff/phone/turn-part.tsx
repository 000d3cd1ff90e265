import type { CallItem } from '../../../bot/domain/phone/call.js'
import type { CallTurn } from '../../../bot/domain/phone/call-view.js'
import type { Translate } from '../words.js'
import { AnswerPart } from './answer-part.js'
import type { Chosen } from './phone-page.js'
import type { Press } from './use-call.js'

/** What is to be sent: whether something is in it, and putting it there or taking it away. */
export type Basket = { has: (item: CallItem) => boolean; toggle: (one: Chosen) => void }

export type TurnProps = {
  t: Translate
  turn: CallTurn
  basket: Basket
  press: (press: Press) => Promise<boolean>
  isBusy: boolean
  /** Only what was said last can be gone on from. */
  isLatest?: boolean
}

/** What was said, and every answer to it. */
export const TurnPart = ({ t, turn, isLatest = false, ...rest }: TurnProps) => (
  <section className="phone-turn">
    <h2 className="phone-said">{turn.said ? t('staff-phone.said', { text: turn.said }) : t('staff-phone.answer')}</h2>
    {turn.answers.map((answer, at) => (
      <AnswerPart
        key={answer.id}
        {...{ t, answer, ...rest }}
        title={turn.said ?? t('staff-phone.answer')}
        isLatest={isLatest && at === turn.answers.length - 1}
      />
    ))}
  </section>
)
