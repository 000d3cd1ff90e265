import type { Held, Wish } from './correction.js'

/** What an entry holds at a path. */
export function heldAt(entry: unknown, path: readonly string[]): Held {
  const value = path.reduce<unknown>((inside, name) => (isRecord(inside) ? inside[name] : undefined), entry)
  return value === undefined ? { is: 'left-out' } : { is: 'value', value: plain(value) }
}

/** The entry with something else at a path; the entry itself is not touched. */
export function withHeld(entry: unknown, [name, ...rest]: readonly string[], held: Held): unknown {
  if (name === undefined) return held.is === 'value' ? held.value : undefined
  const { [name]: inside, ...others } = isRecord(entry) ? entry : {}
  const changed = withHeld(inside, rest, held)
  return changed === undefined ? others : { ...others, [name]: changed }
}

/** Whether both say the same, in whatever order their fields are written. */
export const isSame = (one: Wish, other: Wish): boolean => textOf(one) === textOf(other)

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, inside: unknown) => (isRecord(inside) ? sorted(inside) : inside))
const sorted = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// As it comes back from the database: without prototypes and undefined fields.
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value
