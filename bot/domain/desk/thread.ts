/**
 * One line of a chat as those who read it see it. `key` is made by whoever wrote it, once, however often it is sent; `seq` by the store,
 * counted on the locked conversation, without gaps.
 */
export type Line = { seq: number; key: string }
/** What a page has: the lines from the first without a gap, and those that came too early. */
export type View<Kind extends Line> = { lines: readonly Kind[]; early: readonly Kind[] }

export const emptyView = <Kind extends Line>(): View<Kind> => ({ lines: [], early: [] })
export const watermark = ({ lines }: View<Line>): number => lines.at(-1)?.seq ?? 0

/** The view with what has come in, in whatever order and however often. */
export function received<Kind extends Line>({ lines, early }: View<Kind>, batch: readonly Kind[]): View<Kind> {
  const known = new Map([...early, ...batch].map((line) => [line.seq, line]))
  const whole = [...lines]
  for (let next = known.get(whole.length + 1); next; next = known.get(whole.length + 1)) whole.push(next)
  return { lines: whole, early: [...known.values()].filter(({ seq }) => seq > whole.length) }
}

/** Whether something is missing in between: then the page asks again for what comes after its watermark. */
export const hasGap = ({ early }: View<Line>): boolean => early.length > 0

/** What a page has written and the store has not yet said that it has. It is sent one line at a time, so that the order is kept. */
export type Unsent<Kind extends { key: string }> = readonly Kind[]

export const toSend = <Kind extends { key: string }>(unsent: Unsent<Kind>): Kind | undefined => unsent[0]
/** Taken off when the store says so, or when the line comes back as one that everybody can read. */
export const stored = <Kind extends { key: string }>(unsent: Unsent<Kind>, keys: ReadonlySet<string>): Unsent<Kind> =>
  unsent.filter(({ key }) => !keys.has(key))

/** What the store does with a line: the number it has got, or the one that it had. */
export function numbered(keys: ReadonlyMap<string, number>, seq: number, key: string): { seq: number; isNew: boolean } {
  const had = keys.get(key)
  return had === undefined ? { seq: seq + 1, isNew: true } : { seq: had, isNew: false }
}
