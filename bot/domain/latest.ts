/**
 * Keeps the results for the latest keys, at most so many; the least recently asked for are forgotten first. Only saves time: the work must
 * give the same each time, and nobody may change what it gave.
 */
export function latest<Result>(atMost: number): (key: string, work: () => Result) => Result {
  const known = new Map<string, { result: Result }>()
  return (key, work) => {
    const kept = known.get(key) ?? { result: work() }
    known.delete(key)
    known.set(key, kept)
    if (known.size > atMost) known.delete(known.keys().next().value!)
    return kept.result
  }
}
