import { z } from 'zod'
import type { Answers, Fact } from '../../domain/permits/facts.js'
import type { Rules } from '../../domain/permits/rules.js'
import { startDay } from './choices.js'

/** A plan that another system asks for. */
export type AskedPlan = { type?: string; answers: Answers; text?: string; start?: string; language: string }
/** A field of what was sent, and what is wrong with it. For the people who write the other system. */
export type Fault = { field: string; reason: string }

type Known = { rules: Rules; languages: readonly string[]; textLength: number; today: string }

/** Everything is named: what is misspelt would otherwise be left out of the plan without a word. */
export function readAskedPlan(json: unknown, known: Known): { asked: AskedPlan } | { faults: Fault[] } {
  const read = askedPlan(known).safeParse(json ?? {})
  if (read.success) return { asked: read.data }
  return { faults: read.error.issues.flatMap(({ path, message, ...issue }) => faultsOf(path, message, issue)) }
}

function faultsOf(path: readonly PropertyKey[], message: string, issue: { code: string; keys?: readonly string[] }): Fault[] {
  const field = path.map(String).join('.')
  if (issue.code !== 'unrecognized_keys') return [{ field, reason: message }]
  return (issue.keys ?? []).map((key) => ({ field: [field, key].filter(Boolean).join('.'), reason: 'there is no such field' }))
}

const askedPlan = ({ rules, languages, textLength, today }: Known) =>
  z.strictObject(
    {
      type: z
        .string('must be the id of a kind of business')
        .refine((type) => rules.types.has(type), 'there is no such kind of business')
        .optional(),
      answers: answersTo(rules).default({}),
      text: z.string('must be a text').max(textLength, `must be at most ${textLength} characters`).optional(),
      start: z
        .string('must be a date, as 2027-02-01')
        .refine(
          (start) => startDay(start, today) !== undefined,
          'must be a date, as 2027-02-01, at most a year ago and five years ahead',
        )
        .optional(),
      language: z.enum(languages, `must be one of ${languages.join(', ')}`).default(languages[0] ?? 'sv'),
    },
    'must be a JSON object',
  )

/** Every answer is compared with its fact, so that a wrong one is told and never taken for "not known". */
const answersTo = ({ facts }: Rules) =>
  z
    .record(
      z.string(),
      z.union([z.boolean(), z.string(), z.number()], 'must be true or false, an option, a number or "unknown"'),
      'must be an object of answers by fact',
    )
    .superRefine((answers, context) => {
      for (const [id, value] of Object.entries(answers)) {
        const reason = whatIsWrong(facts.get(id), value)
        if (reason !== undefined) context.addIssue({ code: 'custom', path: [id], message: reason })
      }
    })

function whatIsWrong(fact: Fact | undefined, value: boolean | string | number): string | undefined {
  if (!fact) return 'there is no such fact'
  if (value === 'unknown') return undefined
  switch (fact.kind) {
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'must be true, false or "unknown"'
    case 'choice':
      return fact.options.some(({ id }) => id === value)
        ? undefined
        : `must be one of ${fact.options.map(({ id }) => id).join(', ')}, or "unknown"`
    case 'number':
      return typeof value === 'number' && value >= fact.least && value <= fact.most
        ? undefined
        : `must be a number from ${fact.least} to ${fact.most}, or "unknown"`
  }
}
