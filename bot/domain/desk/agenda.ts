import TinyQueue from 'tinyqueue'

/** What is going to happen, soonest first. Of two at the same moment the one that was put in first comes first. */
export type Agenda<What> = {
  put(at: number, what: What): void
  next(): { at: number; what: What } | undefined
}

export function agenda<What>(): Agenda<What> {
  let order = 0
  const heap = new TinyQueue<{ at: number; order: number; what: What }>(
    [],
    (one, other) => one.at - other.at || one.order - other.order,
  )
  return {
    put: (at, what) => heap.push({ at, order: order++, what }),
    next: () => heap.pop(),
  }
}
