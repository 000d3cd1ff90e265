import { Button, Spinner } from '@fluentui/react-components'
import type { CorrectionView } from '../../../bot/domain/corrections/view.js'
import { Done } from './history-list.js'
import { useCorrections } from './use-corrections.js'

/** What was corrected last, whatever it is about. */
export function RecentPart() {
  const { t, overview } = useCorrections()
  return (
    <section className="panel corrections-recent" aria-labelledby="corrections-recent">
      <h2 id="corrections-recent">{t('staff-corrections.recent')}</h2>
      {!overview && <Spinner />}
      {overview?.recent.length === 0 && <p className="quiet">{t('staff-corrections.recent-none')}</p>}
      {overview && overview.recent.length > 0 && (
        <ol className="corrections-list">
          {overview.recent.map((correction) => (
            <Recent
              key={`${correction.kind}/${correction.entry}/${correction.field}/${correction.version}`}
              correction={correction}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

function Recent({ correction }: { correction: CorrectionView }) {
  const { t, show } = useCorrections()
  return (
    <li>
      <Button
        appearance="subtle"
        className="corrections-thing-button"
        onClick={() => void show(correction.kind, correction.entry)}
      >
        {correction.name}: {t(`staff-corrections.field.${correction.field}`)}
      </Button>
      <Done correction={correction} form={correction.form} />
    </li>
  )
}
