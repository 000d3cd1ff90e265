import { bestOf, totalOf } from './ranker.js'

/** Scores of every thing, in one order. */
type Scored = { fine: ArrayLike<number>; letters: Float64Array; words: Float64Array }

/** The best things by place, best first, with their totals, and what tells how far to trust that. */
export type Ranking = { places: number[]; totals: number[]; evidence: number[] }

const RANKED = 5

/** `isOut` says which places do not count; with all of them out nothing is ranked. `words` is how many were asked with. */
export function rankingOf(scores: Scored, isOut: (place: number) => boolean, words: number): Ranking {
  const totals = totalOf(scores)
  for (let place = 0; place < totals.length; place++) if (isOut(place)) totals[place] = -Infinity
  const places = bestOf(totals, RANKED).filter((place) => totals[place]! > -Infinity)
  return { places, totals: places.map((place) => totals[place]!), evidence: evidenceOf(scores, totals, places, words) }
}

/** How well the best fits by each of the three scores, how far the others stay behind, and how much was said. */
function evidenceOf({ fine, letters, words }: Scored, totals: Float64Array, places: readonly number[], said: number): number[] {
  const [first, second = first, , fourth = second] = places
  if (first === undefined || second === undefined || fourth === undefined) return []
  let highest = -Infinity
  for (let place = 0; place < totals.length; place++) if (totals[place]! > -Infinity) highest = Math.max(highest, fine[place]!)
  const behind = (place: number): number => totals[first]! - totals[place]!
  return [highest, fine[first]!, letters[first]!, words[first]!, behind(second), behind(fourth), Math.log(Math.max(1, said))]
}
