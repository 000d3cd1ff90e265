import { editDistance } from './edit-distance.js'
import { folded } from './normalise.js'

// Several of them are reports that there are, and are not to be taken for one that is misspelt.
const LONG =
  `statusrapport statusrapporten statusrapporter statusrapporterna lagesrapport lagesrapporten lagesrapporter lagesrapporterna
  veckorapport veckorapporten veckorapporter manadsrapport manadsrapporten manadsrapporter andringsbegaran`.split(/\s+/)
const SHORTEST = 9
const MOST_WRONG = 2

/** A folded word as it was meant, when it is one of the long ones with a letter or two wrong. */
function asMeant(word: string): string {
  if (word.length < SHORTEST || LONG.includes(word)) return word
  const near = LONG.map((long) => ({ long, wrong: editDistance(word, long, MOST_WRONG, false) }))
  const [best] = near.filter(({ wrong }) => wrong <= MOST_WRONG).toSorted((a, b) => a.wrong - b.wrong)
  return best?.long ?? word
}

/** Words of projects as they were meant, without dots and rings, one for each word as it is compared. */
export const meantWords = (words: readonly string[]): string[] => words.map((word) => asMeant(folded(word)))
