import type { Minutes } from '../../../../bot/domain/projects/meeting.js'
import { Facts } from '../parts/facts.js'
import { subjectText } from '../subject-text.js'
import { dayText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { agendaText } from './agenda-text.js'
import { useProject } from './use-project.js'

/** What the minutes say: who was there, what was on the agenda, what was decided. */
export function MinutesView({ minutes }: { minutes: Minutes }) {
  const { t, language, nameOf } = useProjects()
  const { view } = useProject()
  const decisionText = (number: number): string => {
    const decision = view.decisions.find((one) => one.number === number)
    const name = t('staff-projects.decision-number', { number })
    if (!decision) return name
    return `${name}: ${subjectText(decision.subject, t, view.plan?.content)}, ${t(`staff-projects.decided-${decision.choice}`)}`
  }
  const list = (lines: readonly string[]) =>
    lines.length === 0 ? undefined : (
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    )
  return (
    <Facts
      facts={[
        [t('staff-projects.minutes-on'), dayText(minutes.on, language)],
        [t('staff-projects.led-by'), nameOf(minutes.ledBy)],
        [t('staff-projects.there'), minutes.there.map(nameOf).join(', ')],
        [t('staff-projects.absent'), minutes.absent.map(nameOf).join(', ') || undefined],
        [t('staff-projects.agenda'), list(minutes.agenda.map((item) => agendaText(item, view, t)))],
        [t('staff-projects.made'), list(minutes.made.map(decisionText))],
        [t('staff-projects.earlier'), list(minutes.earlier.map(decisionText))],
        [
          t('staff-projects.conflicts'),
          list(minutes.conflicts.map(({ person, matter }) => t('staff-projects.conflict-in', { name: nameOf(person), matter }))),
        ],
        [t('staff-projects.still-waits'), list(minutes.waiting.map((number) => agendaText({ kind: 'matter', number }, view, t)))],
        [
          t('staff-projects.notes'),
          minutes.notes === '' ? undefined : (
            <p key="notes" className="as-typed">
              {minutes.notes}
            </p>
          ),
        ],
      ]}
    />
  )
}
