import { canonicalJson, hashOf, type Hash } from './canonical.js'
import type { ActorId, Surface } from './actor.js'

/** What the first row of a chain follows. */
export const FIRST: Hash = '0'.repeat(64)

/**
 * One thing that somebody did or saw: who, what, when, from where. `detail` is the event as it was accepted, or names and numbers of what
 * was read. It stays within the project's own records and is never logged.
 */
export type AuditFact = {
  project: string
  at: Date
  by: ActorId
  where: Surface
  /** An event's kind, or `saw`, or `refused`. */
  action: string
  detail: Readonly<Record<string, unknown>>
}

/** A fact in its place in the project's chain. `seq` counts from 1. `hash` is that of the row before and of this one's content. */
export type AuditRow = AuditFact & { seq: number; previous: Hash; hash: Hash }
export type Link = { seq: number; hash: Hash }
/** Before the first row. */
const START: Link = { seq: 0, hash: FIRST }

const factOf = ({ project, at, by, where, action, detail }: AuditFact): AuditFact => ({ project, at, by, where, action, detail })

/** The rows that these facts become, after the last row that there is. */
export function chained(last: Link | undefined, facts: readonly AuditFact[]): AuditRow[] {
  let link: Link = last ?? START
  return facts.map((fact) => {
    const content = { ...factOf(fact), seq: link.seq + 1, previous: link.hash }
    const row = { ...content, hash: hashOf(content) }
    link = row
    return row
  })
}

/**
 * The `seq` of the first row that is not as it was written: changed, left out, moved, or put in; undefined when the chain is whole. That
 * rows are missing at the end is seen only by who knows the last hash (`expected`), which is therefore kept elsewhere too. `after` is what a
 * part of a chain follows.
 */
export function brokenAt(rows: readonly AuditRow[], expected?: Hash, after: Link = START): number | undefined {
  let last: Link = after
  for (const row of rows) {
    const [whole] = chained(last, [row])
    if (canonicalJson(whole) !== canonicalJson({ ...factOf(row), seq: row.seq, previous: row.previous, hash: row.hash }))
      return last.seq + 1
    last = row
  }
  return expected !== undefined && last.hash !== expected ? last.seq + 1 : undefined
}
