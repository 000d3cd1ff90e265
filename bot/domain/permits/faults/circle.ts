/** Each circle among things that need each other, as the ids along it: "a, b" when a needs b and b needs a. One for each knot. */
export function circlesIn(needs: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>()
  const circles: string[][] = []
  const visit = (id: string, above: readonly string[]): void => {
    const start = above.indexOf(id)
    if (start >= 0) circles.push(above.slice(start))
    if (start >= 0 || done.has(id)) return
    for (const next of needs.get(id) ?? []) visit(next, [...above, id])
    done.add(id)
  }
  for (const id of needs.keys()) visit(id, [])
  return circles
}

/** "a → b → a" */
export const inWords = (circle: readonly string[]): string => [...circle, circle[0]].join(' → ')
