import { z } from 'zod'
import { InEveryLanguage } from '../language.js'
import { PERSONAL_DATA, type PersonalData } from '../people/personal-data.js'

const Kinds = z
  .array(z.enum(PERSONAL_DATA))
  .refine(
    (kinds) => kinds.includes('personal-number') && kinds.includes('card-number'),
    'personal-number and card-number are always masked',
  )

/** By what decision personal data are masked before anything is stored. One file in content/disposal-rules/. */
export const DisposalRule = z.strictObject({
  id: z.string(),
  name: InEveryLanguage,
  /** The diary number of the decision that it rests on. */
  decision: z.string().min(1),
  /** The first day that it holds, `YYYY-MM-DD` in UTC, until a later rule begins. */
  from: z.iso.date(),
  /** What is masked in what citizens write. */
  citizens: Kinds,
  /** What is masked in what staff write: a colleague's number or the city's own address may be what was asked for. */
  staff: Kinds,
  /** Where the decision was read; `weak` when nobody has confirmed it. */
  source: z.strictObject({ decision: z.string(), weak: z.boolean() }),
})
export type DisposalRule = z.infer<typeof DisposalRule>

export type Writers = 'citizens' | 'staff'

/** What was masked, kept beside what is left: how many of each kind, and by which rule. Without a rule everything that is known is masked. */
export type MaskedBy = { rule?: string; kinds: Partial<Record<PersonalData, number>> }

/** The rule that holds at that moment: of those that have begun, the latest. */
export function ruleAt(rules: Iterable<DisposalRule>, at: Date): DisposalRule | undefined {
  const day = at.toISOString().slice(0, 10)
  const begun = [...rules].filter(({ from }) => from <= day)
  return begun.sort((one, other) => (one.from === other.from ? order(one.id, other.id) : order(one.from, other.from))).at(-1)
}

const order = (one: string, other: string): number => (one < other ? -1 : 1)

/** What is masked in what these write. */
export const maskedKinds = (rule: DisposalRule | undefined, writers: Writers): readonly PersonalData[] =>
  rule?.[writers] ?? PERSONAL_DATA
