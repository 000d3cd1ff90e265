/** Letters of the shortest run. */
export const SHORTEST_ACROSS = 3
const LONGEST = 5
// Small integers are kept without an object of their own. Some ten of our 200,000 n-grams share a number with another, which no score notices.
const THIRTY_BITS = 0x3fffffff

/**
 * Character n-grams of 3 to 5 that run across word borders, which are written as a space; each as a number that is the same for the
 * same letters. `said` is comparable text.
 */
export function nGrams(said: string): Int32Array {
  const padded = ` ${said} `
  const grams = new Int32Array(Math.max(0, padded.length - 2) + Math.max(0, padded.length - 3) + Math.max(0, padded.length - 4))
  let count = 0
  for (let at = 0; at < padded.length; at++) {
    let hash = 0
    for (let length = 1; length <= LONGEST && at + length <= padded.length; length++) {
      hash = (Math.imul(hash, 0x01000193) ^ (padded.charCodeAt(at + length - 1) + 0x9e37)) >>> 0
      if (length >= SHORTEST_ACROSS) grams[count++] = (Math.imul(hash, 0x85ebca6b) >>> 2) & THIRTY_BITS
    }
  }
  return grams
}
