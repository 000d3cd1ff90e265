import { z } from 'zod'
import { InEveryLanguage, ListInEveryLanguage } from '../language.js'
import { Condition } from './condition.js'

/** What a person has said about one fact. `'unknown'` is an answer: "I don't know yet". Options of a choice by their id. */
export type FactValue = boolean | string | number
/** Answers by the fact's id; a fact that is not in it has not been asked. */
export type Answers = Readonly<Record<string, FactValue>>

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens')
const share = z.number().min(0).max(1)

const FACT = {
  id,
  /** The question, in plain words. */
  ask: InEveryLanguage,
  /** What it may be, or how to tell; shown below the question. */
  example: InEveryLanguage.optional(),
  /** Only asked, and only true of anybody, when this holds. */
  when: Condition.optional(),
  /** What to find out and from whom, for one who does not know yet. */
  findOut: InEveryLanguage,
  /** Not a choice of the person's, such as what the premises were used for before; "what if" never changes it. */
  fixed: z.literal(true).optional(),
}

/** How somebody says so in free text: words and phrases in lower case; `*` at the end of a word stands for any ending. */
const Words = ListInEveryLanguage.default({ sv: [], en: [] })

export const Fact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('yes-no'),
    ...FACT,
    /** Said about somebody for whom it is so, and for whom it is not: "You serve alcohol." */
    yes: InEveryLanguage,
    no: InEveryLanguage,
    /** The share of those who are asked that say yes, as a guess of ours. */
    common: share,
    words: Words,
  }),
  z.strictObject({
    kind: z.literal('choice'),
    ...FACT,
    options: z.array(z.strictObject({ id, name: InEveryLanguage, says: InEveryLanguage, common: share, words: Words })).min(2),
  }),
  z.strictObject({
    kind: z.literal('number'),
    ...FACT,
    /** Includes `{{value}}`. */
    says: InEveryLanguage,
    unit: InEveryLanguage,
    least: z.number(),
    most: z.number(),
    /** Values that stand for what people answer, with the share of each. */
    typical: z.array(z.strictObject({ value: z.number(), common: share })).min(2),
    words: Words,
  }),
])
export type Fact = z.infer<typeof Fact>

/** One card of questions: facts that are asked together. One file in content/permit-questions/. */
export const QuestionCard = z.strictObject({
  id,
  title: InEveryLanguage,
  /** Why it is asked: what hangs on it. */
  why: InEveryLanguage,
  facts: z.array(Fact).min(1).max(6),
})
export type QuestionCard = z.infer<typeof QuestionCard>
