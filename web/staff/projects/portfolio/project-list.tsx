import type { Day } from '../../../../bot/domain/projects/calendar.js'
import { linkTo } from '../address.js'
import { DeviatesMark, LateMark, LightMark, WaitingMark } from '../parts/marks.js'
import { changeText, moneyText, shortDay } from '../texts.js'
import { useProjects } from '../use-projects.js'
import type { Portfolio } from '../ways.js'

type Row = Portfolio['projects'][number]
type Props = { projects: readonly Row[]; today: Day }
type OfRow = { project: Row; today: Day }

/** The projects of a page, those that need somebody first: what each is, why it needs somebody, how far it has come, and its money. */
export function ProjectList({ projects, today }: Props) {
  const { t } = useProjects()
  if (projects.length === 0) return <p>{t('staff-projects.none-found')}</p>
  return (
    <ul className="projects-found">
      {projects.map((project) => (
        <li key={project.id} className="projects-row">
          <What project={project} />
          <Standing {...{ project, today }} />
          <Where project={project} />
          <Money project={project} />
        </li>
      ))}
    </ul>
  )
}

function What({ project }: { project: Row }) {
  const { t, nameOf, hasName } = useProjects()
  return (
    <div>
      <a href={linkTo({ project: project.id })}>
        <strong>{project.name}</strong>
      </a>
      <span className="quiet">
        {[
          project.number,
          project.recordNumber && t('staff-projects.record', { number: project.recordNumber }),
          // Who has no name here is not worth a line.
          project.manager && hasName(project.manager) && t('staff-projects.row-manager', { name: nameOf(project.manager) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  )
}

function Standing({ project, today }: OfRow) {
  const { t, language } = useProjects()
  const { voteDue, progressDue, waitingSince, deviatesSince } = project
  const day = (one: Day): string => shortDay(one, language)
  const reasons = [
    progressDue && progressDue < today && t('staff-projects.row-report-late', { on: day(progressDue) }),
    voteDue && voteDue < today && t('staff-projects.row-vote-late', { on: day(voteDue) }),
    waitingSince && t('staff-projects.row-waiting', { on: day(waitingSince) }),
  ].filter((reason) => typeof reason === 'string')
  return (
    <div>
      <div className="project-line">
        {project.isLate && <LateMark />}
        {project.light && <LightMark light={project.light} />}
        {project.isWaiting && <WaitingMark />}
        {deviatesSince && <DeviatesMark />}
      </div>
      {reasons.map((reason) => (
        <span key={reason} className="quiet">
          {reason}
        </span>
      ))}
    </div>
  )
}

function Where({ project: { phase, nextPoint, nextPointOn } }: { project: Row }) {
  const { t, language } = useProjects()
  return (
    <div>
      <span>{t('staff-projects.row-phase', { phase: t(`staff-projects.phase-${phase}`) })}</span>
      {nextPoint && nextPointOn && (
        <span className="quiet">{t('staff-projects.row-next', { point: nextPoint, on: shortDay(nextPointOn, language) })}</span>
      )}
    </div>
  )
}

function Money({ project: { budget, expected } }: { project: Row }) {
  const { t, language } = useProjects()
  if (budget <= 0) return null
  const money = { expected: moneyText(expected, language), by: changeText(expected - budget, language) }
  return (
    <div>
      <span>{t('staff-projects.row-budget', { budget: moneyText(budget, language) })}</span>
      {expected !== budget && <span className="quiet">{t('staff-projects.row-money', money)}</span>}
    </div>
  )
}
