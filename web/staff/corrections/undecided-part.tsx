import { Button } from '@fluentui/react-components'
import { UndecidedItem } from './undecided-item.js'
import { useCorrections } from './use-corrections.js'

/** Corrections that somebody has to decide about; nothing when there are none. */
export function UndecidedPart() {
  const { t, overview, show } = useCorrections()
  const { undecided = [], gone = [] } = overview ?? {}
  if (undecided.length === 0 && gone.length === 0) return null
  return (
    <section className="panel corrections-to-decide" aria-labelledby="corrections-to-decide">
      <h2 id="corrections-to-decide">{t('staff-corrections.undecided')}</h2>
      {undecided.map((field) => (
        <article key={`${field.kind}/${field.entry}/${field.field}`} className="corrections-field">
          <h3>
            <Button appearance="subtle" className="corrections-thing-button" onClick={() => void show(field.kind, field.entry)}>
              {field.name}: {t(`staff-corrections.field.${field.field}`)}
            </Button>
          </h3>
          <UndecidedItem field={field} />
        </article>
      ))}
      {gone.map(({ kind, entry, field }) => (
        <p key={`${kind}/${entry}/${field}`} className="quiet">
          {t('staff-corrections.gone-says', { what: `${entry}: ${t(`staff-corrections.field.${field}`)}` })}
        </p>
      ))}
    </section>
  )
}
