/** A list by a key of its entries, each in the order of the list. */
export function grouped<Entry, Key>(entries: Iterable<Entry>, key: (entry: Entry) => Key): ReadonlyMap<Key, readonly Entry[]> {
  const map = new Map<Key, Entry[]>()
  for (const entry of entries) {
    const own = key(entry)
    const list = map.get(own)
    if (list) list.push(entry)
    else map.set(own, [entry])
  }
  return map
}
