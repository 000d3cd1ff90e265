import { z } from 'zod'
import { dayAfter, mondayOf, type Day } from '../../domain/projects/calendar.js'
import { firstPhase } from '../../domain/projects/points.js'
import { ASPECTS, type Light } from '../../domain/projects/progress-report.js'
import { PORTFOLIOS, Registration } from '../../domain/projects/project.js'
import type { ProfileName } from '../../domain/projects/profiles.js'
import { deeds, filed, meeting, put, ticks, vote, votes, type Deed } from './deed.js'
import { madeUpPlan } from './made-up-plan.js'
import type { People } from './social-plan.js'

/** How a made-up project is to be seen in a portfolio. */
export const STATES = [
  ...(['idea', 'pre-study', 'initiation', 'planning', 'execution'] as const),
  ...(['red', 'late', 'waiting', 'closing', 'closed', 'ended'] as const),
] as const
export type State = (typeof STATES)[number]
export const MadeUpTexts = z.strictObject({
  people: z.record(z.string(), z.string()),
  texts: z.record(z.string(), z.string()),
  projects: z.array(
    z.strictObject({ number: z.string(), name: z.string(), portfolio: z.enum(PORTFOLIOS), state: z.enum(STATES) }),
  ),
})
export type MadeUpTexts = z.infer<typeof MadeUpTexts>
type MadeUp = MadeUpTexts['projects'][number]

/** The projects that begin before there is anything to run are of the profiles that have so much to begin with. */
const PROFILE: Partial<Record<State, ProfileName>> = { idea: 'full', 'pre-study': 'standard', red: 'full', closing: 'minimum' }
/** How long ago, in days, a project of each state began. */
const BEGUN: Record<State, number> = {
  ...{ idea: 20, 'pre-study': 40, initiation: 30, planning: 70, execution: 200, red: 260, late: 240, waiting: 180 },
  ...{ closing: 330, closed: 520, ended: 150 },
}
const OF_B3 = ['goals-reached', 'maintenance-accepted', 'users-trained', 'operations-contract']
const OF_B4 = ['documents-handed-over', 'registered-checked', 'rest-archived', 'lessons-written']

/** One project, by what its people do until it is as it is to be seen. `n` moves its days, so that no two are alike. */
export function madeUp(one: MadeUp, n: number, { texts }: MadeUpTexts, people: People, today: Day) {
  const { state } = one
  const profile = PROFILE[state] ?? 'standard'
  const begun = dayAfter(today, -BEGUN[state] - (n % 7))
  const on = (days: number): Day => dayAfter(begun, days)
  const id = `p-${one.number.toLowerCase()}`
  const person: People = (key) => people(`${key}-${(n % 6) + 1}`)
  const registration = Registration.parse({
    ...{ id, number: `${begun.slice(0, 4)}-${one.number}`, name: one.name, portfolio: one.portfolio, profile },
    points: state === 'idea' ? 'six' : state === 'pre-study' ? 'five' : 'four',
    roster: [
      { person: person('owner'), role: 'owner' },
      { person: person('chair'), role: 'chair', forOwner: true },
      { person: person('group-1'), role: 'steering-member' },
      { person: person('group-2'), role: 'steering-member' },
      { person: person('manager'), role: 'manager' },
      { person: person('member'), role: 'member' },
      { person: person('administrator'), role: 'administrator' },
    ],
  })
  const making = { texts, person, on, today, state, profile, n }
  return { registration, begun, deeds: deedsOf(making).filter(({ at }) => at.toISOString().slice(0, 10) < today) }
}
type Making = {
  texts: MadeUpTexts['texts']
  person: People
  /** So many days after it began. */
  on: (days: number) => Day
  today: Day
  state: State
  profile: ProfileName
  n: number
}

function deedsOf(making: Making): Deed[] {
  const { state } = making
  if (firstPhase(state === 'idea' ? 'six' : state === 'pre-study' ? 'five' : 'four') !== 'initiation') return []
  if (state === 'initiation') return directive(making)
  const planning = [...directive(making), ...b1(making)]
  if (state === 'planning') return [...planning, ...proposed(making)]
  const running = [...planning, ...proposed(making), ...b2(making)]
  if (state === 'ended') return [...planning, ...endedAtB2(making)]
  return [...running, ...reports(making), ...(WHEN_RUNNING[state]?.(making) ?? [])]
}

const directive = ({ texts, person, on }: Making): Deed[] => [
  ...deeds(on(1), person('manager'), {
    kind: 'effect-goals-set',
    goals: [
      {
        id: 'effect',
        name: texts['effect']!,
        measure: texts['measure']!,
        target: texts['target']!,
        owner: person('owner'),
        by: on(900),
      },
    ],
  }),
  ...deeds(on(2), person('administrator'), filed('project-directive')),
]
const b1 = ({ person, on }: Making): Deed[] => [
  ...deeds(on(5), person('owner'), { kind: 'document-signed', document: 'project-directive' }, put('B1'), vote('confirm')),
]
const proposed = (making: Making): Deed[] => [
  ...deeds(making.on(12), making.person('administrator'), filed('communication-plan')),
  ...deeds(making.on(12), making.person('manager'), { kind: 'plan-proposed', plan: madeUpPlan(making) }),
]
/** Two of three are enough. */
const deciding = ({ person }: Making) => [person('chair'), person('group-1')]
const group = ({ person }: Making) => [person('chair'), person('group-1'), person('group-2')]
const meet = (making: Making, day: Day, during: readonly Deed[]): Deed[] => {
  const { person, texts } = making
  const there = [...group(making), person('manager')]
  return meeting(day, { chair: person('chair'), there, place: texts['place']!, notes: texts['notes']! }, during)
}
const b2 = (making: Making): Deed[] => [
  ...deeds(making.on(20), making.person('manager'), put('B2')),
  ...meet(making, making.on(20), votes(making.on(20), deciding(making), 'approve')),
]
const endedAtB2 = (making: Making): Deed[] => [
  ...proposed(making),
  ...deeds(making.on(20), making.person('manager'), put('B2')),
  ...meet(making, making.on(20), votes(making.on(20), deciding(making), 'end', { motive: making.texts['end']! })),
]

/** A report each month. Who is late has not reported for two; who is red says why. */
function reports({ texts, person, on, today, state }: Making): Deed[] {
  const until = state === 'late' ? dayAfter(today, -70) : state === 'closed' ? on(240) : dayAfter(today, -2)
  const all = Array.from({ length: 24 }, (_, month) => on(32 + 28 * month)).filter((day) => day < until)
  return all.flatMap((day, month) => {
    const light: Light = state === 'red' && month === all.length - 1 ? 'red' : 'green'
    const judged = {
      light,
      trend: light === 'red' ? ('worse' as const) : ('same' as const),
      comment: light === 'red' ? texts['red']! : '',
    }
    const lights = Object.fromEntries(
      ASPECTS.map((aspect) => [aspect, aspect === 'time' ? judged : { ...judged, light: 'green' as const }]),
    )
    return [
      ...deeds(day, person('member'), {
        kind: 'status-reported',
        said: { week: mondayOf(day), entries: [{ activity: 'build', spent: 8, left: Math.max(0, 200 - 8 * month) }] },
      }),
      ...deeds(day, person('manager'), {
        kind: 'progress-published',
        said: { done: texts['done']!, next: texts['next']!, lights: lights as never, withRisks: true },
      }),
    ]
  })
}

const WHEN_RUNNING: Partial<Record<State, (making: Making) => Deed[]>> = {
  waiting: (making) => asked(making),
  closing: (making) => [...closing(making), ...b3(making)],
  closed: (making) => [...closing(making), ...b3(making), ...b4(making)],
}

/** Asked for a week ago; one of the group has voted. */
function asked(making: Making): Deed[] {
  const { texts, person, today } = making
  const day = dayAfter(today, -8)
  const milestone = madeUpPlan(making).milestones[0]!
  return [
    ...deeds(day, person('manager'), {
      kind: 'change-requested',
      said: {
        ...{ title: texts['request']!, why: texts['why']!, effects: { time: texts['request-effect']! } },
        edits: [{ part: 'milestones', put: { ...milestone, on: dayAfter(milestone.on, 21) } }],
        ...{ alternatives: texts['alternatives']!, ifRejected: texts['if-rejected']! },
      },
    }),
    ...votes(dayAfter(day, 1), [person('chair')], 'approve'),
  ]
}
const closing = (making: Making): Deed[] =>
  meet(making, making.on(250), [
    ...deeds(making.on(250), making.person('manager'), { kind: 'delivery-put', id: 'first' }),
    ...votes(making.on(250), deciding(making), 'approve'),
  ])
const b3 = (making: Making): Deed[] => [
  ...deeds(making.on(280), making.person('manager'), ...ticks(OF_B3, making.texts['notes']!)),
  ...deeds(making.on(281), making.person('administrator'), filed('maintenance-plan')),
  ...deeds(making.on(282), making.person('manager'), put('B3')),
  ...meet(making, making.on(282), votes(making.on(282), deciding(making), 'approve')),
]
const b4 = (making: Making): Deed[] => [
  ...deeds(making.on(300), making.person('manager'), ...ticks(OF_B4, making.texts['notes']!)),
  ...deeds(making.on(301), making.person('administrator'), filed('final-report')),
  ...deeds(making.on(302), making.person('manager'), put('B4')),
  ...meet(making, making.on(302), votes(making.on(302), deciding(making), 'approve')),
]
