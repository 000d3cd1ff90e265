import { z } from 'zod'
import { InEveryLanguage } from '../language.js'
import { APPLICABLE, FINDABLE, Note, SOURCE_KINDS } from '../services/service.js'
import { Condition } from './condition.js'

/** What the law calls it. A notification may be enough to begin, a permit must be granted first. */
export const PERMIT_KINDS = [
  'permit',
  'notification',
  'registration',
  'duty',
  'rule',
  'agreement',
  'decision',
  'test',
  'condition',
] as const

/**
 * How far the rule can be trusted. `law`: the condition is what the law or the authority says. `likely`: our own reading of several sources, so
 * at most "probably". `unread`: the law has changed and nobody has read the new text, so it is never said that something is needed or not.
 */
export const SURENESS = ['law', 'likely', 'unread'] as const

/** A sum of money, with the year it is from. `sure` is false when the page was undated, old or second-hand. */
const Fee = z.strictObject({
  sek: z.number().nonnegative(),
  /** Only `once` is summed; the rest is said. */
  per: z.enum(['once', 'hour', 'day', 'month', 'year', 'square-metre-day', 'square-metre-year', 'piece']),
  year: z.number().int().nullable(),
  sure: z.boolean(),
  /** Paid only when this holds. */
  when: Condition.optional(),
  /** What it is for, when there are several. */
  for: InEveryLanguage.optional(),
})
export type Fee = z.infer<typeof Fee>

const weeks = z.number().positive().max(104)
const isoDate = z.iso.date()

/** When an undertaking needs it, and how it fits in with the rest. */
export const Rule = z.strictObject({
  needed: Condition,
  sure: z.enum(SURENESS),
  /** What to find out and from whom when the answers do not settle it; required when the law is unread. */
  findOut: InEveryLanguage.optional(),
  /** Remarks for who reviews the rule: what was our own combination, what the data does not say. Shown in `npm run rules:check -- --review`. */
  remark: z.string().optional(),
  /** Ids of permits that must be finished before this one is applied for, decided, or what it allows may begin. */
  before: z
    .strictObject({
      applying: z.array(z.string()).default([]),
      decision: z.array(z.string()).default([]),
      opening: z.array(z.string()).default([]),
    })
    .default({ applying: [], decision: [], opening: [] }),
  /** Weeks from a complete application to the decision. Left out when nobody states any. */
  handling: z.strictObject({ least: weeks, most: weeks, sure: z.boolean() }).optional(),
  /**
   * What must have happened with this one before opening: `decided` (a permit), `sent` (a notification that is not waited for), `none` (done
   * while running), or that it was sent so many weeks before.
   */
  opening: z.union([z.enum(['decided', 'sent', 'none']), z.strictObject({ 'sent-weeks-before': weeks })]),
  fees: z.array(Fee).default([]),
  /** Part of another permit's errand, and not a permit beside it: its id. */
  partOf: z.string().optional(),
  /** Help with the form. */
  form: z
    .strictObject({
      /** What it asks, field by field where that is known. */
      asks: z.array(InEveryLanguage).default([]),
      /** What is usually wrong or forgotten. */
      wrong: z.array(InEveryLanguage).default([]),
      /** Written from what the law and the papers ask for; nobody has seen the form itself. */
      weak: z.boolean(),
    })
    .optional(),
  /** When the rule was last compared with its sources (ISO date). */
  checked: isoDate,
  /** In force from and to (ISO dates, both included); always when left out. */
  valid: z.strictObject({ from: isoDate.optional(), to: isoDate.optional() }).optional(),
})
export type Rule = z.infer<typeof Rule>

/** Something that an undertaking may need before it begins, whoever decides it. One file in content/permits/. */
export const Permit = z.strictObject({
  ...FINDABLE,
  ...APPLICABLE,
  kind: z.enum(PERMIT_KINDS),
  responsible: z.strictObject({
    name: InEveryLanguage,
    /** Decided by the City of Stockholm itself; otherwise by somebody else, which is then said. */
    cityOwn: z.boolean(),
  }),
  fee: Note.optional(),
  time: Note.optional(),
  /** The act and chapter in Swedish, as it is cited. `weak` when nobody has read the act for it. */
  law: z.strictObject({ text: z.string().min(1), weak: z.boolean() }).optional(),
  /** Ids of permits that come first: before applying, before the decision or before opening. */
  first: z.array(z.string()).default([]),
  rule: Rule,
  source: z.strictObject({
    urls: z.array(z.string()),
    kind: z.enum([...SOURCE_KINDS, 'other-municipality']),
    /** The remark of who collected the facts. For editors, not shown. */
    remark: z.string().optional(),
  }),
})
export type Permit = z.infer<typeof Permit>
