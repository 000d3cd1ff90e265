/** The largest value that a picture of bars has room for: at least as large as the largest of these, and a round number. */
export function roundTop(values: readonly number[]): number {
  const most = Math.max(0, ...values)
  if (most === 0) return 1
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((top) => top >= most) ?? 10 * power
}

/** Percent of the whole, with two decimals, never outside 0 to 100. */
export const percentOf = (value: number, whole: number): number =>
  whole <= 0 ? 0 : Math.round(Math.min(1, Math.max(0, value / whole)) * 10_000) / 100

/** Of something used of something given, in whole percent, as people say it; undefined when nothing was given. */
export const shareOf = (used: number, given: number | undefined): number | undefined =>
  given === undefined || given <= 0 ? undefined : Math.round((used / given) * 100)
