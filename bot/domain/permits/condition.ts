import { z } from 'zod'

/** What a condition is worth while some answers are missing (Kleene's three-valued logic). */
export type Truth = 'yes' | 'no' | 'unknown'

/** One test of one fact. */
export type Test =
  | { is: string; value: true }
  /** One of these options of a choice. */
  | { is: string; value: readonly string[] }
  /** A number: `atLeast` is included, `under` is not. */
  | { is: string; atLeast?: number; under?: number }

export type Condition =
  Test | { all: readonly Condition[] } | { any: readonly Condition[] } | { not: Condition } | { always: true }

const FactId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'the id of a fact: small letters, digits and hyphens')
const NumberTest = z
  .strictObject({ 'at-least': z.number().optional(), under: z.number().optional() })
  .refine((range) => Object.keys(range).length > 0, 'at-least, under, or both')

/**
 * A condition as it is written in content/, read aloud: the id of a yes/no fact alone; `fact: option` or `fact: [option, option]` for a choice;
 * `fact: { at-least: 150, under: 500 }` for a number; and `all:`, `any:`, `not:` of conditions. `always` holds for everybody.
 */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.literal('always').transform((): Condition => ({ always: true })),
      FactId.transform((is): Condition => ({ is, value: true })),
      z.strictObject({ all: z.array(Condition).min(1) }),
      z.strictObject({ any: z.array(Condition).min(1) }),
      z.strictObject({ not: Condition }),
      z
        .record(FactId, z.union([z.string(), z.array(z.string()).min(1), NumberTest]))
        .refine((tests) => Object.keys(tests).length === 1, 'one fact in each test; join several with all: or any:')
        .transform(testOf),
    ],
    'a fact, "fact: value", all:, any: or not:',
  ),
)

function testOf(tests: Record<string, string | string[] | z.infer<typeof NumberTest>>): Condition {
  const [is, wanted] = Object.entries(tests)[0] as [string, string | string[] | z.infer<typeof NumberTest>]
  if (typeof wanted === 'string') return { is, value: [wanted] }
  if (Array.isArray(wanted)) return { is, value: wanted }
  const { 'at-least': atLeast, under } = wanted
  return { is, ...(atLeast === undefined ? {} : { atLeast }), ...(under === undefined ? {} : { under }) }
}

/** Joins truths: `no` decides an `all`, `yes` an `any`; what is unknown stays unknown otherwise. */
export const everyOf = (truths: readonly Truth[]): Truth =>
  truths.includes('no') ? 'no' : truths.includes('unknown') ? 'unknown' : 'yes'
export const someOf = (truths: readonly Truth[]): Truth =>
  truths.includes('yes') ? 'yes' : truths.includes('unknown') ? 'unknown' : 'no'
export const opposite = (truth: Truth): Truth => (truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown')

/** What `condition` is worth, when `test` says what each test is worth. */
export function worth(condition: Condition, test: (test: Test) => Truth): Truth {
  if ('always' in condition) return 'yes'
  if ('all' in condition) return everyOf(condition.all.map((part) => worth(part, test)))
  if ('any' in condition) return someOf(condition.any.map((part) => worth(part, test)))
  if ('not' in condition) return opposite(worth(condition.not, test))
  return test(condition)
}

/** Every test in a condition, in reading order. */
export function testsIn(condition: Condition): Test[] {
  if ('always' in condition) return []
  if ('all' in condition) return condition.all.flatMap(testsIn)
  if ('any' in condition) return condition.any.flatMap(testsIn)
  if ('not' in condition) return testsIn(condition.not)
  return [condition]
}
