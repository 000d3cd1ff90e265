const MOST = 40
const rows = [new Uint8Array(MOST + 1), new Uint8Array(MOST + 1), new Uint8Array(MOST + 1)]

/**
 * How many letters must be changed, added, left out or swapped with the next (Damerau-Levenshtein, each letter touched once) to make
 * `word` of `text`, or with `stem` of a beginning of `text`. More than `limit` is given as `limit + 1`. Words over 40 letters differ.
 */
export function editDistance(text: string, word: string, limit: number, stem: boolean): number {
  const width = stem ? Math.min(text.length, word.length + limit) : text.length
  const height = word.length
  if (width > MOST || height > MOST || Math.abs(width - height) > limit) return limit + 1
  let [before, above, row] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let x = 0; x <= width; x++) row[x] = x
  let least = 0
  for (let y = 1; y <= height; y++) {
    ;[before, above, row] = [above, row, before]
    row[0] = y
    least = y
    for (let x = 1; x <= width; x++) {
      const cost = word[y - 1] === text[x - 1] ? 0 : 1
      let best = above[x - 1]! + cost
      if (above[x]! < best) best = above[x]! + 1
      if (row[x - 1]! < best) best = row[x - 1]! + 1
      if (cost && y > 1 && x > 1 && word[y - 1] === text[x - 2] && word[y - 2] === text[x - 1])
        best = before[x - 2]! < best ? before[x - 2]! + 1 : best
      row[x] = best
      if (best < least) least = best
    }
    if (least > limit) return limit + 1
  }
  return stem ? least : Math.min(row[width]!, limit + 1)
}
