import type { Project } from '../../domain/projects/project.js'
import type { About } from '../../domain/projects/stepped.js'
import type { Translate } from '../../i18n/translate.js'

/** Where things get their names; what is called by nothing in it keeps its id. */
export type Naming = Partial<Pick<Project, 'plan' | 'proposal'>>
/** Words for what was tried and not done, or for what cannot be chosen as things are. */
type Area = 'project-refused' | 'projects.not-now'

/** A plan of ten thousand activities can be wrong in as many places. */
const MOST_FAULTS = 5

/** Why something was not done, and what it is about: what is missing, which criteria, what is wrong in the plan or with the roles. */
export function refusalText(
  { why, about = {} }: { why: string; about?: About | undefined },
  naming: Naming,
  t: Translate,
  area: Area = 'project-refused',
): string {
  const sentence = t(`${area}.${why}`)
  const list = listOf(about, naming, t).join(', ')
  const faults = faultTexts(about, naming, t)
  const more = faults.length - MOST_FAULTS
  return [
    list ? t('projects.refused-about', { sentence, list }) : sentence,
    ...(about.point ? [t('project-refused.next-point', { point: about.point })] : []),
    ...faults.slice(0, MOST_FAULTS),
    ...(more > 0 ? [t('project-refused.more', { count: more })] : []),
  ].join(' ')
}

function listOf({ criteria = [], missing = [] }: About, naming: Naming, t: Translate): string[] {
  const names = [
    ...criteria.map((criterion) => t(`projects.criterion.${criterion}`)),
    ...missing.map((id) => nameIn(naming, id, t)),
  ]
  return [...new Set(names)]
}

function faultTexts({ roster = [], faults = [] }: About, naming: Naming, t: Translate): string[] {
  const texts = [
    ...roster.map((fault) => t(`project-refused.roster-${fault}`)),
    ...faults.map(({ fault, id }) => t(`project-refused.fault-${fault}`, { name: nameIn(naming, id, t) })),
  ]
  return [...new Set(texts)]
}

/** What people call it, wherever in the plan it is; documents by their kind. */
function nameIn({ plan, proposal }: Naming, id: string, t: Translate): string {
  const content = plan?.content ?? proposal?.content
  const items = content
    ? [
        ...[...content.milestones, ...content.deliveries, ...content.activities, ...content.budget, ...content.risks],
        ...[...content.goals, ...content['effect-goals']],
      ]
    : []
  return items.find((item) => item.id === id)?.name ?? documentName(id, t) ?? id
}

const DOCUMENTS = [
  'idea',
  'pre-study',
  'pre-study-evaluation',
  'project-directive',
  'project-plan',
  'communication-plan',
  'maintenance-plan',
  'final-report',
]
function documentName(id: string, t: Translate): string | undefined {
  if (id === 'progress-report') return t('projects.form-name.progress-report').toLocaleLowerCase()
  return DOCUMENTS.includes(id) ? t(`projects.document.${id}`) : undefined
}
