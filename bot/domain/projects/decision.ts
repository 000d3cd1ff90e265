import type { Person } from './actor.js'
import { hashOf, type Hash } from './canonical.js'
import { AS_PROPOSED, type Choice, type Matter, type Subject, type Vote } from './matter.js'
import { gateOf, type Body, type Consequence, type Phase } from './points.js'

/** `as-proposed`: the reason is what was proposed. Otherwise the words of those who voted for it. */
export type Motive = { kind: 'as-proposed' } | { kind: 'own'; words: readonly { by: Person; text: string }[] }

/** Where a decision is written down: in the minutes of a meeting, or in itself, when one person decides in writing. */
export type Minuted = { meeting: number } | { inWriting: true }

/**
 * What was decided, by whom, when and why. `of` is the hash of the exact revision that it was about. `meeting` is where it was made; without
 * one it was made between meetings. `phase` is the one it was made in. A point's decision is `inForce` when its consequence has come.
 */
export type Decision = {
  number: number
  matter: number
  subject: Subject
  /** What a change request was called: it is no longer among those of the project. */
  title?: string
  of: Hash
  body: Body
  choice: Choice
  motive: Motive
  conditions: readonly { by: Person; text: string }[]
  votes: readonly Pick<Vote, 'by' | 'choice' | 'notedBy'>[]
  conflicts: readonly Person[]
  at: Date
  phase: Phase
  meeting?: number
  minuted?: Minuted
  inForce: boolean
  /** Number of the decision that undid it. */
  undoneBy?: number
  hash: Hash
}

const worded = (votes: readonly Vote[], of: 'motive' | 'conditions') =>
  votes.filter((vote) => vote[of] !== '').map((vote) => ({ by: vote.by, text: vote[of] }))

/** The decision that these votes have made of a matter. */
export function decided(
  matter: Matter,
  made: Pick<Decision, 'number' | 'choice' | 'at' | 'phase' | 'meeting' | 'title'> & { votes: readonly Vote[] },
): Decision {
  const { number, choice, votes, at, phase, meeting, title } = made
  const winning = votes.filter((vote) => vote.choice === choice)
  const words = worded(winning, 'motive')
  const decision = {
    number,
    matter: matter.number,
    subject: matter.subject,
    title,
    of: matter.hash,
    body: matter.body,
    choice,
    motive:
      words.length === 0 && AS_PROPOSED.includes(choice) ? { kind: 'as-proposed' as const } : { kind: 'own' as const, words },
    conditions: worded(winning, 'conditions'),
    votes: votes.map(({ by, choice: chosen, notedBy }) => ({ by, choice: chosen, notedBy })),
    conflicts: matter.conflicts.map(({ person }) => person),
    at,
    phase,
    meeting,
  }
  // Of one person's decision, what was written is all there is to minute.
  const minuted = matter.body === 'steering-group' ? undefined : { inWriting: true as const }
  return { ...decision, minuted, inForce: false, hash: hashOf(decision) }
}

/** What a decision does to the project; undefined where it is not about a point. */
export const consequenceOf = ({ subject, choice }: Pick<Decision, 'subject' | 'choice'>): Consequence | undefined =>
  subject.kind === 'point' ? gateOf(subject.point).alternatives[choice] : undefined
