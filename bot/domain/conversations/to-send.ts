import type { StoredWithSeq } from './conversation.js'

/** A line that is still to be sent. `edits` is the line whose place it takes, with the channel's id of it when that was sent. */
export type UnsentLine = StoredWithSeq & { edits?: { seq: number; id?: string } }

/** One thing to send, which settles all the lines that it stands for. */
export type Sending = StoredWithSeq & {
  /** Every line that needs no sending of its own after this one. */
  settles: number[]
  /** The line that keeps the channel's id: the first one, not the edits of it. */
  line: number
  /** The channel's id of what it takes the place of. */
  edits?: string
}

/**
 * Of several unsent edits of a line only the newest is sent; when the line itself has not been sent, it is sent as last edited. Each goes
 * where the oldest of them stood, so that the order of what is read is kept.
 */
export function sendings(unsent: readonly UnsentLine[]): Sending[] {
  const byLine = new Map<number, Sending>()
  for (const { seq, activity, edits } of unsent) {
    const line = edits?.seq ?? seq
    const oldest = byLine.get(line) ?? { seq, settles: [], line, ...(edits?.id && { edits: edits.id }) }
    byLine.set(line, { ...oldest, activity, settles: [...oldest.settles, seq] })
  }
  return [...byLine.values()]
}
