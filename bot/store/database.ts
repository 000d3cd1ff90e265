import type { Value } from './for-each.js'
import type { PrismaClient } from './generated/client.js'

/** What instances tell each other by NOTIFY. All are heard from the moment that the database is open. */
export const NOTICES = ['activity', 'content', 'desk', 'mail', 'project'] as const
export type Notice = (typeof NOTICES)[number]
export type Listener = (payload: string) => void

/** An open database, whichever of the two it is. */
export type Database = {
  prisma: PrismaClient
  kind: 'pglite' | 'postgresql'
  /** Plain SQL for pg-boss. Without values the text may hold several statements; the rows are those of the last one. */
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>
  /** Runs a statement that is marked with `prepared` once for each list of values, in one transaction: all of them or none. */
  executeEach(text: string, lists: readonly (readonly Value[])[]): Promise<{ rows: unknown[] }[]>
  /**
   * Calls back with the payload of every such notice, and with '*' each time the connection had been lost and is back:
   * what was said in between was not heard. Returns the function that stops it.
   */
  listen(notice: Notice, listener: Listener): () => void
  close(): Promise<void>
}
