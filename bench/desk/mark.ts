const LETTERS = 'bdfghjklmnprstvz'
const LENGTH = 8

/**
 * A word that stands in one line only, to know it again by. Of letters alone: digits may look like somebody's number, and such a line is
 * rightly shown with the number masked.
 */
export function markOf(count: number): string {
  let mark = ''
  for (let left = count; mark.length < LENGTH; left = Math.floor(left / LETTERS.length))
    mark += LETTERS.charAt(left % LETTERS.length)
  return mark
}
