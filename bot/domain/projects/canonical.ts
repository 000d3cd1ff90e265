import { createHash } from 'node:crypto'

/**
 * JSON in which the same value is always the same text: keys sorted, nothing undefined, dates as ISO text (RFC 8785 for what we store:
 * texts, whole numbers and quarters). Throws on what JSON cannot carry, so that nothing is hashed as something else.
 */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) return `{${membersOf(value).join(',')}}`
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('a number that JSON cannot carry')
  const text = JSON.stringify(value) as string | undefined
  if (text === undefined) throw new TypeError(`a ${typeof value} that JSON cannot carry`)
  return text
}

const membersOf = (value: object): string[] =>
  Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)

/** SHA-256 in hex. */
export type Hash = string
export const hashOf = (value: unknown): Hash => createHash('sha256').update(canonicalJson(value)).digest('hex')
