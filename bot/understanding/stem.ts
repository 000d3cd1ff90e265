const SHORTEST_TO_STEM = 4
// Longest first. Written without dots and rings, as the words come. They join the Swedish definite, plural and genitive forms, and the
// English plural on the way; what is cut too much is still told apart by the letters of the whole word.
const ENDINGS: readonly (readonly [ending: string, leaves: number])[] = [
  ['arnas', 4],
  ['ornas', 4],
  ['ernas', 4],
  ['heten', 4],
  ['andet', 4],
  ['arna', 4],
  ['erna', 4],
  ['orna', 4],
  ['ande', 4],
  ['aren', 4],
  ['ades', 4],
  ['ning', 4],
  ['het', 4],
  ['ast', 4],
  ['ade', 4],
  ['are', 4],
  ['ens', 4],
  ['ets', 4],
  ['ing', 4],
  ['an', 3],
  ['ar', 3],
  ['as', 3],
  ['at', 3],
  ['en', 3],
  ['er', 3],
  ['es', 3],
  ['et', 3],
  ['or', 3],
  ['na', 4],
  ['a', 3],
  ['e', 3],
  ['n', 4],
  ['s', 3],
  ['t', 5],
]

/** A word without its commonest endings, so that its forms meet: a light stemmer, which prefers to leave too much. `word` is folded. */
export function stem(word: string): string {
  if (word.length < SHORTEST_TO_STEM) return word
  const shorter = word.endsWith('s') && word.length > SHORTEST_TO_STEM ? word.slice(0, -1) : word
  for (const [ending, leaves] of ENDINGS)
    if (shorter.endsWith(ending) && shorter.length - ending.length >= leaves) return shorter.slice(0, -ending.length)
  return shorter
}
