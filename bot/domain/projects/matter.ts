import type { Person, Surface } from './actor.js'
import type { Day } from './calendar.js'
import type { Hash } from './canonical.js'
import { gateOf, type Body, type Point } from './points.js'
import { holders, NEVER_DECIDING, STEERING, type Roster } from './roles.js'

/** What is decided on. */
export type Subject =
  | { kind: 'point'; point: Point }
  | { kind: 'change-request'; number: number; revision: number }
  | { kind: 'delivery' | 'milestone'; id: string }
  | { kind: 'undo'; decision: number }

export const CHOICES = [
  'approve',
  'approve-with-conditions',
  'send-back',
  'reject',
  'inquire',
  'write-directive',
  'confirm',
  'extend',
  'end',
  'close',
] as const
export type Choice = (typeof CHOICES)[number]

const ALTERNATIVES: Record<Exclude<Subject['kind'], 'point'>, readonly Choice[]> = {
  'change-request': ['approve', 'approve-with-conditions', 'send-back', 'reject'],
  delivery: ['approve', 'send-back'],
  milestone: ['approve', 'send-back'],
  undo: ['approve', 'reject'],
}
/** What may be chosen. */
export const alternativesOf = (subject: Subject): readonly Choice[] =>
  subject.kind === 'point' ? (Object.keys(gateOf(subject.point).alternatives) as Choice[]) : ALTERNATIVES[subject.kind]

/** Choices for what is proposed, whose reason is the proposal's own. Every other one needs a motive. */
export const AS_PROPOSED: readonly Choice[] = ['approve', 'confirm', 'inquire', 'write-directive']

/** `notedBy` is the chair, for a vote given aloud in the meeting. */
export type Vote = {
  by: Person
  choice: Choice
  motive: string
  conditions: string
  at: Date
  where: Surface
  notedBy?: Person
}
export type Conflict = { person: Person; notedBy: Person; at: Date }

/**
 * Something that waits for a decision. `hash` is that of the exact revision, and votes are on nothing else. `round` rises when it changes,
 * and the votes begin again. `barred` are those who managed the project when it was put: they never vote on it, whatever they become.
 */
export type Matter = {
  number: number
  subject: Subject
  hash: Hash
  round: number
  body: Body
  quorum: number
  putBy: Person
  putAt: Date
  /** The last day to vote. */
  due: Day
  barred: readonly Person[]
  conflicts: readonly Conflict[]
  votes: readonly Vote[]
  /** Time is over, or the chair has called for the count: the majority of those who vote is enough. */
  isCounted: boolean
}

/** Who decides where a body has nobody: the sponsor where there is no steering group, and the owner where there is no sponsor. */
const STAND_INS: Record<Body, readonly Body[]> = {
  'steering-group': ['steering-group', 'sponsor', 'owner'],
  owner: ['owner', 'sponsor', 'steering-group'],
  sponsor: ['sponsor', 'owner', 'steering-group'],
}
export const bodyFor = (roster: Roster, body: Body): Body => STAND_INS[body].find((one) => membersOf(roster, one).length > 0)!

export const membersOf = (roster: Roster, body: Body): Person[] =>
  body === 'steering-group' ? holders(roster, ...STEERING) : holders(roster, body)

/** Who may vote in a matter: those of its body who are so now, without managers and without anybody who has an interest in it. */
export const votersOf = (roster: Roster, { body, barred, conflicts }: Pick<Matter, 'body' | 'barred' | 'conflicts'>): Person[] =>
  membersOf(roster, body).filter(
    (person) =>
      !holders(roster, ...NEVER_DECIDING).includes(person) &&
      !barred.includes(person) &&
      !conflicts.some((conflict) => conflict.person === person),
  )

/** How many must vote: what the project has set, otherwise more than half of the body. One person is enough where one decides. */
export function quorumOf(roster: Roster, body: Body, quorum: number | undefined): number {
  const members = membersOf(roster, body).length
  return body === 'steering-group' ? Math.min(quorum ?? Math.floor(members / 2) + 1, members) : 1
}

/** The votes that count: of those who may vote now. */
export const votesIn = (roster: Roster, matter: Matter): Vote[] => {
  const voters = votersOf(roster, matter)
  return matter.votes.filter(({ by }) => voters.includes(by))
}

export type Tally =
  | { is: 'decided'; choice: Choice }
  /** More are needed; `canReach` is false when too many have an interest for the quorum ever to be reached. */
  | { is: 'open'; missing: number; canReach: boolean }
  /** All that will come has come, and nothing has more than half. */
  | { is: 'tied' }

/**
 * What the votes say. Decided when the quorum is there and more than half of all who may vote want the same, whatever the rest do; or, when
 * it is counted or all have voted, more than half of those who voted. At exactly half, the chair's side wins. Silence decides nothing.
 */
export function tally(roster: Roster, matter: Matter): Tally {
  const voters = votersOf(roster, matter)
  const votes = votesIn(roster, matter)
  if (votes.length < matter.quorum)
    return { is: 'open', missing: matter.quorum - votes.length, canReach: voters.length >= matter.quorum }
  const isAll = matter.isCounted || votes.length === voters.length
  const of = isAll ? votes.length : voters.length
  const counts = [...new Set(votes.map(({ choice }) => choice))].map((choice) => ({
    choice,
    count: votes.filter((vote) => vote.choice === choice).length,
  }))
  const most = counts.find(({ count }) => count * 2 > of)
  if (most) return { is: 'decided', choice: most.choice }
  if (!isAll) return { is: 'open', missing: 0, canReach: true }
  const [chair] = holders(roster, 'chair')
  const chairs = votes.find(({ by }) => by === chair)?.choice
  const half = counts.find(({ choice, count }) => choice === chairs && count * 2 === of)
  return half ? { is: 'decided', choice: half.choice } : { is: 'tied' }
}
