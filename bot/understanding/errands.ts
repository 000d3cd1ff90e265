import type { Found } from './find.js'

// Where one errand may end and the next begin. What stands between is looked at by itself.
const BORDERS = /[,.;!?\n]+|\s+(?:och|samt|dessutom|sen|sedan|plus|and|also|then|as well as|и|та|y|oraz|ve)\s+/giu
// Stories have commas too. Only with a word that adds, or several questions, can there be several errands.
const ADDS = /\s(?:och|samt|dessutom|också|plus|and|also|as well as)\s|\?.+\?/iu
const FEWEST_LETTERS = 4
const MOST_ERRANDS = 3

/**
 * The errands in one message, in their order: parts that each lead surely to something else. A message that is one errand, however
 * long, comes back whole. `find` is the finder.
 */
export function errandsIn(text: string, find: (text: string) => Found): string[] {
  if (!ADDS.test(text)) return [text]
  const parts = text
    .split(BORDERS)
    .map((part) => part.trim())
    .filter((part) => part.length >= FEWEST_LETTERS)
  if (parts.length < 2) return [text]
  const errands = new Map<string, string>()
  const seen = new Set<string>()
  for (const part of parts) {
    const found = find(part)
    if (found.kind !== 'sure' || seen.has(found.best.id)) continue
    errands.set(found.best.id, part)
    // What is near one errand is rather another side of it than an errand of its own.
    for (const { id } of [found.best, ...found.near]) seen.add(id)
  }
  return errands.size < 2 ? [text] : [...errands.values()].slice(0, MOST_ERRANDS)
}
