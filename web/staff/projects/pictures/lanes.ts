/**
 * Which lane each mark stands in, so that no two in the same lane are nearer than `apart` (in the unit of the places). Marks are given in
 * order of place; each takes the first lane that has room. When all lanes are full, the one whose last mark is farthest away.
 */
export function lanesOf(places: readonly number[], apart: number, most: number): number[] {
  const last: number[] = []
  return places.map((place) => {
    const free = Array.from({ length: most }, (_, lane) => lane).find(
      (lane) => last[lane] === undefined || place - last[lane] >= apart,
    )
    const lane = free ?? last.indexOf(Math.min(...last))
    last[lane] = place
    return lane
  })
}
