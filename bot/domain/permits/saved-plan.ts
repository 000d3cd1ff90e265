import { z } from 'zod'
import type { Answers } from './facts.js'
import { STATUSES, type Plan } from './plan-types.js'

/**
 * A plan as it was made, kept for whoever has its code or its address. Nothing in it says who that is: no name, no free text. It stays readable
 * when the rules have changed, so the names that it was shown with are kept beside it.
 */
export type SavedPlan = {
  /** Unguessable (128 bits); stands in addresses. */
  readonly id: string
  readonly plan: Plan
  /** The ISO date that the person wants to begin on. */
  readonly start?: string
  /** It was put away, or asked for, before every question was answered. */
  readonly isShort: boolean
  /** What each permit was called, by id and language of the content. */
  readonly names: Readonly<Record<string, { readonly sv: string; readonly en: string }>>
  readonly createdAt: Date
  /** When it was last made anew. */
  readonly changedAt: Date
}

/** A plan to be kept, with the turn that made it. The same id again takes the place of what was kept; its code stays. */
export type PlanToKeep = Pick<SavedPlan, 'id' | 'plan' | 'start' | 'isShort' | 'names'> & {
  /** A keyed hash of the code that it is found by. */
  readonly code: string
}

export interface PlanReader {
  /** The plan at an address. Looking at it is using it: `at` puts its end off. */
  find(id: string, at: Date): Promise<SavedPlan | undefined>
  /** The plan behind the keyed hash of a code; looking at it is using it. */
  findByCode(code: string, at: Date): Promise<SavedPlan | undefined>
}

/** Plans are written with the turn that makes them (`Commit.plan`), and by nobody else. */
export interface PlanStore extends PlanReader {
  /** Deletes what nobody has used since; returns how many. */
  deleteExpired(before: Date): Promise<number>
}

const FactValue = z.union([z.boolean(), z.string(), z.number()])
const Ids = z.array(z.string())

/** What is stored of a plan. It is parsed when it is read, since it may be older than the code that reads it. */
export const StoredPlan = z.object({
  v: z.literal(1),
  plan: z.object({
    rules: z.string(),
    undertaking: z.object({ type: z.string().optional(), answers: z.record(z.string(), FactValue) }),
    items: z.array(
      z.object({
        permit: z.string(),
        status: z.enum(STATUSES),
        because: z.array(z.object({ fact: z.string(), value: FactValue, from: z.enum(['answer', 'type']) })),
        hangsOn: Ids,
      }),
    ),
    offPath: Ids,
    fees: z.object({ least: z.number(), most: z.number(), sure: z.boolean(), without: Ids }),
  }),
  start: z.iso.date().optional(),
  isShort: z.boolean(),
  names: z.record(z.string(), z.object({ sv: z.string(), en: z.string() })),
})
export type StoredPlan = z.infer<typeof StoredPlan>

/** The answers of a plan, as somebody goes on with it. */
export const answersOf = ({ plan }: Pick<SavedPlan, 'plan'>): Answers => plan.undertaking.answers
