import type { ConversationStore, ConversationWriter } from '../../domain/conversations/conversation.js'
import type { Prisma, PrismaClient } from '../generated/client.js'
import { commitTurn } from './commit.js'
import { delivery } from './delivery.js'
import { lifetime } from './lifetime.js'
import { conversationReader } from './reader.js'

// A turn answers within fifteen seconds or is sent again; a transaction that waits or works longer has no use.
const LIMITS = { maxWait: 5_000, timeout: 10_000 }

const writer = (sql: Prisma.TransactionClient): ConversationWriter => ({
  ...conversationReader(sql),
  commit: (turn) => commitTurn(sql, turn),
})

/** Conversations in the database. */
export const conversationStore = (prisma: PrismaClient): ConversationStore => ({
  ...conversationReader(prisma),
  ...delivery(prisma),
  ...lifetime(prisma),
  commit: (turn) => commitTurn(prisma, turn),
  write: (work) => prisma.$transaction((sql) => work(writer(sql)), LIMITS),
})
