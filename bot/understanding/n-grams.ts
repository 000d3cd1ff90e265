/** Character n-grams of 3 to 5 that run across word borders, which are written as a space. `said` is comparable text. */
export function nGrams(said: string): string[] {
  const padded = ` ${said} `
  const grams: string[] = []
  for (let length = 3; length <= 5; length++)
    for (let at = 0; at + length <= padded.length; at++) grams.push(padded.slice(at, at + length))
  return grams
}
