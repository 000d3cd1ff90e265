import { isEmpty } from './empty-words.js'
import type { Found, Match } from './find.js'
import { comparable } from './normalise.js'

// Where one errand may end and the next begin. What stands between is looked at by itself.
const BORDERS = /[,.;!?\n]+|\s+(?:och|samt|dessutom|sen|sedan|plus|and|also|then|as well as)\s+/giu
// Stories have commas too. Only with a word that adds, or several questions, can there be several errands.
const ADDS = /\s(?:och|samt|dessutom|också|plus|and|also|as well as)\s|\?.+\?/iu
const FEWEST_WORDS = 2
const MOST_ERRANDS = 3
// How likely it must be that what a part asks for is among the few things found for it. Less, and it is a part of a story.
const CLEAR = 0.45

export type Errand = { text: string; found: Found }

/**
 * The errands in one message, in their order: parts that each lead somewhere, and to different things. A message that is one errand,
 * however long, comes back whole. `find` is the finder.
 */
export function errandsIn(text: string, find: (text: string) => Found): readonly Errand[] {
  const whole = { text, found: find(text) }
  if (!ADDS.test(text) || whole.found.kind === 'sure') return [whole]
  const parts = text
    .split(BORDERS)
    .map((part) => part.trim())
    .filter(saysSomething)
  const errands: Errand[] = []
  const seen = new Set<string>()
  for (const part of parts) {
    const found = find(part)
    const matches = matchesOf(found)
    const isClear = matches.reduce((sum, { probability }) => sum + probability, 0) >= CLEAR
    // What was near one errand is another side of it rather than an errand of its own.
    if (!isClear || matches.some(({ id }) => seen.has(id))) continue
    errands.push({ text: part, found })
    for (const { id } of matches) seen.add(id)
  }
  // A question back about what may only be the story around them would keep the answers waiting.
  const plain = errands.filter(({ found }) => found.kind !== 'close')
  if (plain.length > 1) return plain.slice(0, MOST_ERRANDS)
  return errands.length < 2 ? [whole] : errands
}

/** "min man" and "sommaren" are parts of a sentence; "behöver förskola" can be an errand. */
function saysSomething(part: string): boolean {
  const said = comparable(part).split(' ')
  return said.length >= FEWEST_WORDS && said.some((word) => !isEmpty(word))
}

function matchesOf(found: Found): readonly Match[] {
  if (found.kind === 'nothing') return []
  return found.kind === 'sure' ? [found.best, ...found.near] : found.matches
}
