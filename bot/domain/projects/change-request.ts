import { z } from 'zod'
import type { Person } from './actor.js'
import { canonicalJson, hashOf, type Hash } from './canonical.js'
import type { Ore } from './money.js'
import { budgetOf, type Part, type PlanContent } from './plan.js'
import { edited, itemOf, PlanEdit } from './plan-edits.js'

const Text = z.string().trim().min(1).max(4000)
export const AFFECTED = ['goals', 'time', 'budget', 'risk', 'scope'] as const
export type Affected = (typeof AFFECTED)[number]
/** Of these a project waits: nothing depending on the request goes on until it is decided. */
export const HOLDING: readonly Affected[] = ['goals', 'time', 'budget']

/** What somebody asks for. An effect that is not named is none. `edits` may be left out while only the need is known. */
export const RequestSaid = z.strictObject({
  title: z.string().trim().min(1).max(200),
  why: Text,
  effects: z.partialRecord(z.enum(AFFECTED), Text).default({}),
  edits: z.array(PlanEdit).max(2000).default([]),
  alternatives: Text,
  ifRejected: Text,
})
export type RequestSaid = z.infer<typeof RequestSaid>

/** From each status, where a request may go. A decided one stays; undoing what it did is a new request. */
export const REQUEST_MOVES = {
  open: ['open', 'sent-back', 'approved', 'approved-with-conditions', 'rejected', 'withdrawn'],
  'sent-back': ['open', 'withdrawn'],
  approved: [],
  'approved-with-conditions': [],
  rejected: [],
  withdrawn: [],
} as const satisfies Record<string, readonly string[]>
export type RequestStatus = keyof typeof REQUEST_MOVES
/** Sent back is not decided: the project waits until it is revised and decided, or withdrawn. */
export const UNDECIDED: readonly RequestStatus[] = ['open', 'sent-back']

/**
 * One revision of a request: frozen when it is made. `replaces` is the hash of the one before. `was` is what the touched things were, so
 * that a plan that has moved since is noticed before anybody decides on something else than what they read.
 */
export type RequestRevision = RequestSaid & {
  number: number
  revision: number
  replaces?: Hash
  by: Person
  at: Date
  ofPlan: number
  affects: readonly Affected[]
  /** What the budget becomes more or less by, in öre. */
  costs: Ore
  was: Hash
  hash: Hash
}
export type ChangeRequest = { number: number; status: RequestStatus; latest: RequestRevision }

const AFFECTS: Record<Part, readonly Affected[]> = {
  frame: ['scope', 'time'],
  goals: ['goals'],
  'effect-goals': ['goals'],
  points: ['time'],
  milestones: ['time'],
  deliveries: ['time'],
  budget: ['budget'],
  activities: ['time'],
  risks: ['risk'],
}

/** What a request touches: what its edits do, and what its author says. */
const affectedBy = ({ edits, effects }: RequestSaid): Affected[] =>
  AFFECTED.filter((one) => effects[one] !== undefined || edits.some(({ part }) => AFFECTS[part].includes(one)))

/** The touched things as they are in a plan, as one hash. */
const touchedIn = (content: PlanContent, edits: readonly PlanEdit[]): Hash =>
  hashOf(edits.map((edit) => content[edit.part].find(({ id }) => id === itemOf(edit)) ?? null))

export function requestRevision(
  said: RequestSaid,
  made: { number: number; before?: RequestRevision; by: Person; at: Date; plan: { revision: number; content: PlanContent } },
): RequestRevision {
  const { number, before, by, at, plan } = made
  const revision = {
    ...said,
    number,
    revision: (before?.revision ?? 0) + 1,
    replaces: before?.hash,
    by,
    at,
    ofPlan: plan.revision,
    affects: affectedBy(said),
    costs: budgetOf(edited(plan.content, said.edits)) - budgetOf(plan.content),
    was: touchedIn(plan.content, said.edits),
  }
  return { ...revision, hash: hashOf(revision) }
}

/** Whether what the request would change has changed since it was written. Then it must be revised before it can be decided. */
export const isOutrun = ({ edits, was }: RequestRevision, content: PlanContent): boolean => touchedIn(content, edits) !== was

export const isHolding = ({ status, latest }: ChangeRequest): boolean =>
  UNDECIDED.includes(status) && latest.affects.some((one) => HOLDING.includes(one))

/** The same words and edits as before: a revision that revises nothing. */
export const saysTheSame = (one: RequestSaid, other: RequestSaid): boolean =>
  canonicalJson(RequestSaid.parse(saidOf(one))) === canonicalJson(RequestSaid.parse(saidOf(other)))
export const saidOf = ({ title, why, effects, edits, alternatives, ifRejected }: RequestSaid): RequestSaid => ({
  title,
  why,
  effects,
  edits,
  alternatives,
  ifRejected,
})
