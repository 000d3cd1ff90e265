import type { Light } from '../../bot/domain/projects/progress-report.js'
import type { Project } from '../../bot/domain/projects/project.js'
import type { Filing } from '../../bot/domain/projects/stepped.js'
import {
  aPlan,
  aRequest,
  play,
  registered,
  toClosed,
  toExecution,
  toPlanning,
  WHO,
  type Play,
} from '../../test/fixtures/project.js'

/** A project that has been through something, with what was filed on the way; the made-up ones are made of these. */
export type Template = { project: Project; filings: readonly Filing[] }

const ACTIVITIES = 40
const WORDS = 'Leverantören har lämnat den andra versionen och den provas nu av fyra enheter, med färre fel än den första. '

/** As large as that of a real project is: forty activities, a dozen deliveries, a dozen risks. */
const largePlan = () => {
  const plan = aPlan()
  const numbered = <Item extends { id: string }>(item: Item, count: number): Item[] =>
    Array.from({ length: count }, (_, n) => ({ ...item, id: `${item.id}-${n}` }))
  return aPlan({
    activities: [
      ...plan.activities,
      ...numbered({ ...plan.activities[0]!, name: WORDS.slice(0, 40), who: [WHO.member] }, ACTIVITIES),
    ],
    deliveries: [...plan.deliveries, ...numbered(plan.deliveries[0]!, 9)],
    risks: numbered({ ...plan.risks[0]!, action: WORDS }, 12),
  })
}

const judged = (light: Light) => ({ light, trend: 'same' as const, comment: light === 'green' ? '' : WORDS })

function reported(game: Play, light: Light): Play {
  const entries = game.project
    .plan!.content.activities.slice(0, 5)
    .map(({ id }) => ({ activity: id, spent: 4, left: 20, problem: WORDS, proposal: '' }))
  game.act('member', { kind: 'status-reported', said: { week: '2027-01-11', entries } })
  game.passDays(1)
  game.act('manager', {
    kind: 'progress-published',
    said: {
      done: WORDS.repeat(5),
      next: WORDS.repeat(3),
      lights: {
        time: judged(light),
        cost: judged('green'),
        quality: judged('green'),
        scope: judged('green'),
        risk: judged('yellow'),
      },
      decisionsWanted: [WORDS],
      withRisks: true,
    },
  })
  return game
}
function asking(game: Play): Play {
  game.act('manager', { kind: 'change-requested', said: aRequest() })
  return game
}

const begun = (): Play => play(registered({ points: 'four' }))
const executing = (): Play => toExecution(begun(), largePlan())
const WAYS: readonly (() => Play)[] = [
  begun,
  () => toPlanning(begun()),
  executing,
  () => reported(executing(), 'green'),
  () => reported(executing(), 'green'),
  () => reported(executing(), 'yellow'),
  () => reported(executing(), 'red'),
  () => asking(reported(executing(), 'yellow')),
  () => asking(executing()),
  () => toClosed(toExecution(begun())),
]

export const templates = (): Template[] =>
  WAYS.map((way) => {
    const { project, filings } = way()
    return { project, filings }
  })

/** One of each kind of report, to make five years of. */
export function reportTemplates(): { status: Filing; progress: Filing } {
  const { filings } = reported(executing(), 'yellow')
  const one = (kind: Filing['kind']): Filing => filings.find((filing) => filing.kind === kind)!
  return { status: one('status-report'), progress: one('progress-report') }
}
