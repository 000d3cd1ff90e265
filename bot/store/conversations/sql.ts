import { createHash } from 'node:crypto'
import type { Database } from '../database.js'
import type { Prisma } from '../generated/client.js'

/** Sends one statement, and gives its rows: to the database itself, or within a transaction on it. */
export type Sql = <Row>(text: string, ...values: unknown[]) => Promise<Row[]>

/** Straight to the driver. Prisma would hand these statements on as they are, at the price of a tenth of a turn. */
export const straightTo =
  ({ executeSql }: Pick<Database, 'executeSql'>): Sql =>
  async <Row>(text: string, ...values: unknown[]) =>
    (await executeSql(text, values)).rows as Row[]

export const within =
  (transaction: Prisma.TransactionClient): Sql =>
  <Row>(text: string, ...values: unknown[]) =>
    transaction.$queryRawUnsafe<Row[]>(text, ...values)

/** Times are stored as UTC without a zone; the database reads this text the same whatever its own zone is. */
export const asTime = (at: Date): string => at.toISOString()

/**
 * The key of an inbound activity as it is stored. A client may choose any text, but an index takes no more than some
 * kilobytes, and the database no NUL: what is not short and plain is stood in for by its hash.
 */
export const asInboundKey = (key: string): string =>
  /^[\x20-\x7e]{1,200}$/.test(key) ? key : createHash('sha256').update(key).digest('base64url')
