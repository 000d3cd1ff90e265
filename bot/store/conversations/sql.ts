import { createHash } from 'node:crypto'
import type { Prisma, PrismaClient } from '../generated/client.js'

/** What a statement is sent through: the database itself, or a transaction on it. */
export type Sql = PrismaClient | Prisma.TransactionClient

/** Times are stored as UTC without a zone; the database reads this text the same whatever its own zone is. */
export const asTime = (at: Date): string => at.toISOString()

/**
 * The key of an inbound activity as it is stored. A client may choose any text, but an index takes no more than some
 * kilobytes, and the database no NUL: what is not short and plain is stood in for by its hash.
 */
export const asInboundKey = (key: string): string =>
  /^[\x20-\x7e]{1,200}$/.test(key) ? key : createHash('sha256').update(key).digest('base64url')
