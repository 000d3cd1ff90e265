import { describe, expect, it } from '@jest/globals'
import { dayAfter, dayOf, yearsAfter } from '../../../bot/domain/projects/calendar.js'
import { canonicalJson, hashOf } from '../../../bot/domain/projects/canonical.js'
import { consequenceOf } from '../../../bot/domain/projects/decision.js'
import { dutiesOn } from '../../../bot/domain/projects/duties.js'
import type { EventKind } from '../../../bot/domain/projects/events.js'
import { NAMES_OF_EVENTS } from '../../../bot/domain/projects/events.js'
import { isRunning, NAMES_OF_PARTS } from '../../../bot/domain/projects/plan.js'
import { PHASES, POINT_SETS, gateOf, type Phase } from '../../../bot/domain/projects/points.js'
import { activityState, type Project } from '../../../bot/domain/projects/project.js'
import { settled } from '../../../bot/domain/projects/settled.js'
import { step } from '../../../bot/domain/projects/step.js'
import type { Moved } from '../../../bot/domain/projects/stepped.js'
import { summaryOf } from '../../../bot/domain/projects/summary.js'
import { as, play, readyForB3, registered, running, toClosing, toPlanning } from '../../fixtures/project.js'
import { walk, type Tried } from '../../fixtures/project-walk.js'

const SCHEDULES = Number(process.env.PROJECT_SCHEDULES ?? 250)
const LENGTH = 120
const GROUP = ['chair', 'vice-chair', 'steering-member']
const seats = (project: Project, roles: readonly string[]): string[] =>
  project.roster.filter(({ role }) => roles.includes(role)).map(({ person }) => person)

/** Each rule, asked of one step by other means than the code's own. Gives what is broken, in words. */
const RULES: Record<string, (tried: Tried & { stepped: Moved }, seen: Seen) => string | undefined | false> = {
  'rule 1: only the body decides': ({ before, stepped }) =>
    newDecisions(before, stepped)
      .map(({ body, votes, conflicts, number }) => {
        const members = seats(before, body === 'steering-group' ? GROUP : [body])
        const voters = votes.map(({ by }) => by)
        const managers = seats(before, ['manager', 'subproject-manager', 'administrator'])
        if (voters.some((by) => managers.includes(by))) return `${number} with a manager's vote`
        if (voters.some((by) => !members.includes(by))) return `${number} with a stranger's vote`
        if (new Set(voters).size < voters.length) return `${number} with somebody voting twice`
        return voters.some((by) => conflicts.includes(by)) ? `${number} with an interest` : ''
      })
      .join(''),
  'rule 1: with a quorum and a majority, never by silence': ({ before, stepped }) =>
    newDecisions(before, stepped)
      .filter(({ votes, choice, matter: of }) => {
        const won = votes.filter((vote) => vote.choice === choice).length
        const chair = seats(before, ['chair'])[0]
        const isChairs = votes.some((vote) => vote.by === chair && vote.choice === choice)
        const quorum = before.matters.find(({ number }) => number === of)!.quorum
        return votes.length < quorum || won * 2 < votes.length || (won * 2 === votes.length && !isChairs)
      })
      .map(({ number }) => `decision ${number}`)
      .join(),
  'rule 2: waiting shows, and no phase begins meanwhile': ({ before, stepped: { project } }) => {
    const isWaiting = project.requests.some(({ latest }) =>
      latest.affects.some((one) => one === 'goals' || one === 'time' || one === 'budget'),
    )
    if (summaryOf(project).isWaiting !== isWaiting) return 'the summary says otherwise'
    return isWaiting && rank(project.phase) > rank(before.phase) && project.phase !== 'ended' && `${project.phase} began`
  },
  'rule 2: nothing that is asked about goes on': ({ stepped: { project } }) => {
    const touched = project.requests
      .filter(({ latest }) => latest.affects.some((one) => one !== 'risk' && one !== 'scope'))
      .some(({ latest }) => latest.edits.length === 0)
    const activities = touched ? (project.plan?.content.activities ?? []) : []
    return activities.find(({ id }) => activityState(project, id) === 'going-on')?.id
  },
  'rule 3: a phase begins by its own point, decided and minuted': ({ before, stepped: { project } }) => {
    if (rank(project.phase) <= rank(before.phase) || project.phase === 'ended') return false
    const set = POINT_SETS[project.points]
    const point = set.find((one) => gateOf(one).to === project.phase)!
    if (gateOf(point).from !== before.phase) return `${point} from ${before.phase}`
    const by = project.decisions.find(
      (one) =>
        one.inForce && one.undoneBy === undefined && one.subject.kind === 'point' && one.subject.point === point && one.minuted,
    )
    if (!by) return `${point} without a decision that is minuted`
    return consequenceOf(by) !== 'go-on' && `${point} by ${by.choice}`
  },
  'rule 4: a decision says why, and of what': ({ before, stepped }) =>
    newDecisions(before, stepped)
      .filter((one) => {
        const of = before.matters.find(({ number }) => number === one.matter)
        const isMotivated = one.motive.kind === 'as-proposed' || one.motive.words.length > 0 || one.conditions.length > 0
        return (
          of?.hash !== one.of ||
          !isMotivated ||
          !stepped.filings.some(({ kind, number }) => kind === 'decision' && number === one.number)
        )
      })
      .map(({ number }) => `decision ${number}`)
      .join(),
  'rule 5: status reports go to the manager': ({ stepped }) =>
    stepped.effects.some(
      (effect) =>
        'what' in effect &&
        effect.what === 'status-report' &&
        effect.tell.some((person) => seats(stepped.project, GROUP).includes(person)) &&
        seats(stepped.project, ['manager']).length > 0,
    ) && 'the steering group was told',
  'rule 6: what is bound changes by a revision that names its decision': ({ before, stepped: { project } }) => {
    if (!before.plan || !project.plan) return false
    const isChanged = NAMES_OF_PARTS.filter((part) => !isRunning(part) && (part !== 'effect-goals' || !project.endedOn)).some(
      (part) => canonicalJson(before.plan!.content[part]) !== canonicalJson(project.plan!.content[part]),
    )
    const by = project.decisions.find(({ number }) => number === project.plan!.because.decision)
    return (
      isChanged &&
      (project.plan.revision !== before.plan.revision + 1 || !by?.choice.startsWith('approve')) &&
      'changed otherwise'
    )
  },
  'rules 6 and 9: what is filed is never filed as something else': ({ stepped }, { filed }) =>
    stepped.filings.find((filing) => {
      const key = `${filing.kind} ${'of' in filing ? filing.of : ''} ${filing.number} ${filing.revision}`
      const had = filed.get(key)
      filed.set(key, filing.hash)
      return had !== undefined
    })?.kind,
  'rule 8: effects are asked for a year after the end': ({ stepped: { project } }) => {
    if (!project.endedOn || !project.plan) return false
    const asked = dutiesOn(project, dayAfter(yearsAfter(project.endedOn, 1))).filter(({ kind }) => kind === 'effect-follow-up')
    return asked.length === 0 && project.followUps.length === 0 && 'nobody is asked'
  },
  'rule 9: votes are on exactly this revision': ({ before, stepped: { project } }) =>
    project.matters
      .filter((matter) => {
        const had = before.matters.find(({ number }) => number === matter.number)
        return had && had.hash !== matter.hash && (matter.votes.length > 0 || matter.round !== had.round + 1)
      })
      .map(({ number }) => `matter ${number}`)
      .join(),
  'rule 9: a request points at what waits for votes': ({ stepped: { project } }) =>
    project.requests
      .filter(({ number, status, latest }) => {
        const matters = project.matters.filter(({ subject }) => subject.kind === 'change-request' && subject.number === number)
        return status === 'open' ? matters.length !== 1 || matters[0]!.hash !== latest.hash : matters.length > 0
      })
      .map(({ number }) => `request ${number}`)
      .join(),
  'rule 11: nobody votes with an interest': ({ stepped: { project } }) =>
    project.matters.some(({ votes, conflicts }) => votes.some(({ by }) => conflicts.some(({ person }) => person === by))) &&
    'somebody did',
  'numbers are never used twice': ({ before, stepped: { project } }) => {
    const numbers = project.decisions.map(({ number }) => number)
    if (numbers.some((number, at) => number !== at + 1)) return 'decisions'
    return Object.entries(project.counters).find(
      ([what, count]) => count < before.counters[what as keyof Project['counters']],
    )?.[0]
  },
  'what follows of itself follows at once': ({ stepped: { project }, now }) => {
    const again = settled(project, project, { at: now, today: dayOf(now) })
    return again.kind === 'refused' || again.effects.length + again.filings.length > 0 ? 'it was not settled' : undefined
  },
  'decisions stay as they were written': ({ before, stepped: { project } }) =>
    before.decisions
      .filter((one, at) => {
        const { minuted: _m, inForce: _i, undoneBy: _u, hash, ...content } = project.decisions[at]!
        return hash !== one.hash || hashOf(content) !== hash
      })
      .map(({ number }) => `decision ${number}`)
      .join(),
}
type Seen = { filed: Map<string, string> }
const rank = (phase: Phase): number => PHASES.indexOf(phase)
const newDecisions = (before: Project, { project }: Moved) => project.decisions.slice(before.decisions.length)

function broken(start: Project, seed: number, moves: Map<EventKind, number>, phases: Set<Phase>): string[] {
  const seen: Seen = { filed: new Map() }
  const wrong: string[] = []
  walk(start, seed, LENGTH, (tried) => {
    const { stepped } = tried
    if (stepped.kind === 'refused') return
    moves.set(tried.event.kind, (moves.get(tried.event.kind) ?? 0) + 1)
    phases.add(stepped.project.phase)
    for (const [rule, isBroken] of Object.entries(RULES)) {
      const what = isBroken({ ...tried, stepped }, seen)
      if (what) wrong.push(`${rule}: ${what} (${tried.event.kind} by ${tried.who}, seed ${seed})`)
    }
  })
  return wrong
}

describe(`${SCHEDULES} random schedules of ${LENGTH} attempts, by those who may and those who may not`, () => {
  const moves = new Map<EventKind, number>()
  const phases = new Set<Phase>()

  it('break no rule', () => {
    const starts = [
      toPlanning(play(registered())).project,
      running().project,
      registered({ points: 'six' }),
      readyForB3(running()).project,
      toClosing(running()).project,
    ]
    const wrong = Array.from({ length: SCHEDULES }, (_, seed) =>
      broken(starts[seed % starts.length]!, seed, moves, phases),
    ).flat()
    expect(wrong.slice(0, 5)).toEqual([])
  })

  it('did everything that can be done, and came to every phase', () => {
    expect(NAMES_OF_EVENTS.filter((kind) => !moves.has(kind))).toEqual([])
    expect(PHASES.filter((phase) => !phases.has(phase) && phase !== 'idea' && phase !== 'pre-study')).toEqual([])
  })

  it('and what was done gives the same project when it is done again', () => {
    const log: Tried[] = []
    const start = running().project
    const end = walk(start, 7, 400, (tried) => log.push(tried))
    const again = log.reduce((project, { event, who, now }) => {
      const stepped = step(project, event, as(who), now)
      return stepped.kind === 'moved' ? stepped.project : project
    }, start)
    expect(hashOf(again)).toBe(hashOf(end))
  })
})
