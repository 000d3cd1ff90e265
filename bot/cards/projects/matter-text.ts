import type { Matter, Subject } from '../../domain/projects/matter.js'
import type { Project } from '../../domain/projects/project.js'
import type { Names } from '../../domain/projects/project-view.js'
import type { Translate } from '../../i18n/translate.js'
import { dateText } from '../plan-dates.js'
import { requestLines } from './forms/request-lines.js'
import { kronorText } from './money-text.js'
import { personText } from './person-text.js'

type Told = { project: Project; names: Names; language: string; t: Translate }
type Fact = { title: string; value: string }

/** So much of a text stands on a card, which a whole plan's changes would make too large to send. */
const LONGEST = 600
const MOST_LINES = 20

/** What is decided on, in one line. */
export function matterTitle(project: Project, subject: Subject | undefined, t: Translate): string {
  if (!subject) return t('projects.matter.unknown')
  switch (subject.kind) {
    case 'point':
      return t('projects.matter.point', { point: subject.point, what: t(`projects.point.${subject.point}`) })
    case 'change-request': {
      const { number } = subject
      const title = requestTitle(project, number)
      return title ? t('projects.matter.request-titled', { number, title }) : t('projects.matter.request', { number })
    }
    case 'undo':
      return t('projects.matter.undo', { decision: subject.decision })
    default: {
      const items = project.plan?.content[subject.kind === 'delivery' ? 'deliveries' : 'milestones'] ?? []
      return t(`projects.matter.${subject.kind}`, { name: items.find(({ id }) => id === subject.id)?.name ?? subject.id })
    }
  }
}

/** Of one that is decided, as the decision has it. */
const requestTitle = ({ requests, decisions }: Project, request: number): string | undefined =>
  requests.find(({ number }) => number === request)?.latest.title ??
  decisions.findLast(({ subject }) => subject.kind === 'change-request' && subject.number === request)?.title

/** What there is to know before one decides: of a request the very revision that is decided on. */
export function matterFacts(matter: Matter, told: Told): Fact[] {
  const { project, t } = told
  const put = { title: t('projects.matter.put-by'), value: personText(matter.putBy, told) }
  const body = { title: t('projects.matter.body'), value: t(`projects.body.${matter.body}`) }
  return [put, body, ...subjectFacts(matter.subject, project, told)].slice(0, MOST_LINES).map(shortened)
}

const shortened = ({ title, value }: Fact): Fact => ({
  title,
  value: value.length > LONGEST ? `${value.slice(0, LONGEST).trimEnd()}…` : value,
})

function subjectFacts(subject: Subject, project: Project, told: Told): Fact[] {
  const { language, t } = told
  if (subject.kind === 'change-request') {
    const latest = project.requests.find(({ number }) => number === subject.number)?.latest
    if (!latest) return []
    const revision = { title: t('projects.matter.revision'), value: String(latest.revision) }
    const costs =
      latest.costs === 0
        ? []
        : [{ title: t('projects.matter.costs'), value: signed(kronorText(latest.costs, language), latest.costs) }]
    return [revision, ...costs, ...requestLines(latest, told)]
  }
  if (subject.kind === 'undo') {
    const decision = project.decisions.find(({ number }) => number === subject.decision)
    return decision ? [{ title: t('projects.matter.undoes'), value: t(`projects.decided.${decision.choice}`) }] : []
  }
  if (subject.kind === 'point') return []
  const items = project.plan?.content[subject.kind === 'delivery' ? 'deliveries' : 'milestones'] ?? []
  const item = items.find(({ id }) => id === subject.id)
  return item ? [{ title: t('projects.matter.on'), value: dateText(item.on, language) }] : []
}

const signed = (amount: string, ore: number): string => (ore > 0 ? `+${amount}` : amount)
