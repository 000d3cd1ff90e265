import type { Item } from '../../../../bot/domain/projects/plan.js'

/** A field of a thing in a plan that is not as it was. Missing when the thing has it no longer, or had it not. */
export type ChangedField = { field: string; before?: unknown; after?: unknown }

const isSame = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other)
/** JSON in which the order of a record's keys does not matter. */
const sorted = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )

/** The fields that differ; all of them for what is new or gone. The id is what a thing is told by and never differs. */
export function changedFields(before: Item | undefined, after: Item | undefined): ChangedField[] {
  const was: Record<string, unknown> = { ...before }
  const is: Record<string, unknown> = { ...after }
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => field !== 'id' && !isSame(was[field], is[field]))
    .map((field) => ({ field, ...narrowed(was[field], is[field]) }))
}

type Values = Omit<ChangedField, 'field'>
const isByKey = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Of what is given by year, the years that differ alone. */
function narrowed(before: unknown, after: unknown): Values {
  if (!isByKey(before) || !isByKey(after))
    return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
  const differs = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !isSame(before[key], after[key]))
  const only = (all: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(differs.filter((key) => key in all).map((key) => [key, all[key]]))
  return { before: only(before), after: only(after) }
}
