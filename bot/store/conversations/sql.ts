import type { Prisma, PrismaClient } from '../generated/client.js'

/** What a statement is sent through: the database itself, or a transaction on it. */
export type Sql = PrismaClient | Prisma.TransactionClient

/** Times are stored as UTC without a zone; the database reads this text the same whatever its own zone is. */
export const asTime = (at: Date): string => at.toISOString()
