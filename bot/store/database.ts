import type { PrismaClient } from './generated/client.js'

/** An open database, whichever of the two it is. */
export type Database = {
  prisma: PrismaClient
  kind: 'pglite' | 'postgresql'
  /** Plain SQL for pg-boss. Without values the text may hold several statements; the rows are those of the last one. */
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>
  /**
   * Calls back with the payload of every NOTIFY on the channel, and with '*' each time the connection had been lost and is
   * back: what was said in between was not heard. Returns the function that stops it. The channel is a plain identifier.
   */
  listen(channel: string, listener: (payload: string) => void): () => void
  close(): Promise<void>
}
