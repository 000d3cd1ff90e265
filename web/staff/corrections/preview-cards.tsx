import type { PreviewView } from '../../../bot/domain/corrections/view.js'
import { quietHtml } from '../quiet-html.js'
import { timeText } from '../times.js'
import { useCorrections } from './use-corrections.js'

/** What is shown now and what will be, side by side, as the citizen's chat draws it; for a queue also the days that change. */
export function PreviewCards({ preview }: { preview: PreviewView }) {
  const { t, language } = useCorrections()
  const { days = [], moment } = preview
  return (
    <>
      {moment && <p>{t('staff-corrections.moment', { at: timeText(moment, new Date(), language) })}</p>}
      <div className="place-grid">
        <Card label={t('staff-corrections.before')} html={preview.before} />
        <Card label={t('staff-corrections.after')} html={preview.after} />
      </div>
      {days.length > 0 && <Days days={days} />}
    </>
  )
}

function Card({ label, html }: { label: string; html: string }) {
  return (
    <section className="corrections-card" aria-label={label}>
      <h4>{label}</h4>
      {/* Made by the server out of the card, everything in it escaped; quietHtml takes out what could be pressed. */}
      <div className="said" dangerouslySetInnerHTML={{ __html: quietHtml(html) }} />
    </section>
  )
}

function Days({ days }: { days: NonNullable<PreviewView['days']> }) {
  const { t, language } = useCorrections()
  const dayText = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'full', timeZone: 'UTC' })
  const open = (text: string): string => text || t('staff-corrections.closed')
  return (
    <table className="corrections-days">
      <caption>{t('staff-corrections.days-changed')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('staff-corrections.day')}</th>
          <th scope="col">{t('staff-corrections.before')}</th>
          <th scope="col">{t('staff-corrections.after')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, before, after }) => (
          <tr key={day}>
            <th scope="row">{dayText.format(Date.parse(`${day}T00:00:00Z`))}</th>
            <td>{open(before)}</td>
            <td>{open(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
