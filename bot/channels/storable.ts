// Far more than any card answers with, and far less than what makes a recursive reader run out of stack.
const DEEPEST = 64

/**
 * JSON without the two things that PostgreSQL refuses in text: the character zero, and halves of surrogate pairs.
 * Throws a RangeError when it is nested deeper than anything honest is.
 */
export function storable(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) throw new RangeError('Nested too deeply')
  if (typeof value === 'string') return storableText(value)
  if (Array.isArray(value)) return value.map((inner) => storable(inner, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storableText(key), storable(inner, depth + 1)]))
}

const storableText = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
