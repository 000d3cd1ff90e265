/** What was typed, without spaces around it or twice inside, as deep as it goes: people paste. */
export function tidied(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/gu, ' ').trim()
  if (Array.isArray(value)) return value.map(tidied)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, tidied(inside)]))
}
