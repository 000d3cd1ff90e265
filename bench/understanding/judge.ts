import type { Judged } from './metrics.js'
import type { Answer } from './ask.js'

// As many as the mean reciprocal rank looks at.
const PLACES = 5

/**
 * Where the first right answer stood. `answersOf` says what somebody gets who is given a thing: what is several counts as several, in
 * order, and what was already given is not given again.
 */
export function judge(
  { ranked, confidence }: Answer,
  expected: readonly string[],
  answersOf: (thing: string) => readonly string[] = (thing) => [thing],
): Judged {
  const given = [...new Set(ranked.flatMap(({ id }) => answersOf(id)))].slice(0, PLACES)
  const place = given.findIndex((id) => expected.includes(id)) + 1
  // Nothing found is no certainty, which is something else than none told.
  const certainty = confidence ?? (ranked.length === 0 ? 0 : ranked[0]?.score)
  return { place: place === 0 ? undefined : place, confidence: certainty }
}
