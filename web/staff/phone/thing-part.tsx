import { Link } from '@fluentui/react-components'
import type { CallThing } from '../../../bot/domain/phone/call-view.js'
import type { Translate } from '../words.js'
import { AddButton } from './add-button.js'
import { EarText } from './ear-text.js'
import type { Basket } from './turn-part.js'

type Props = { t: Translate; thing: CallThing; basket: Basket; language: string; isOpen: boolean }

/** Something that was found. The best is open; of the others one sees the name and may open them. */
export function ThingPart({ t, thing, basket, language, isOpen }: Props) {
  const { item, name, what, facts, link, ways, warning, ear } = thing
  return (
    <details className="phone-thing" open={isOpen}>
      <summary>
        <h3>{name}</h3>
        <span className="quiet phone-thing-what">{what}</span>
      </summary>
      <EarText {...{ t, lines: ear, language, name }} />
      <div className="phone-row">
        <AddButton {...{ t, basket, words: t('staff-phone.add') }} chosen={{ item, name }} />
        {link && (
          <Link href={link.url} target="_blank" rel="noopener noreferrer">
            {link.title}
            <span className="hidden-visually"> {t('staff-phone.new-window')}</span>
          </Link>
        )}
      </div>
      {warning && <p className="phone-warning">{warning}</p>}
      <dl className="phone-facts">
        {facts.map((fact) => (
          <div key={fact.title}>
            <dt>{fact.title}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {ways.length > 0 && (
        <>
          <h4>{t('staff-phone.ways')}</h4>
          <ul>
            {ways.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}
