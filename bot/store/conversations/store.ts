import type { Commit, ConversationStore, ConversationWriter } from '../../domain/conversations/conversation.js'
import type { Database } from '../database.js'
import type { Prisma } from '../generated/client.js'
import { commitTurn, commitTurns, type Committed } from './commit.js'
import { delivery } from './delivery.js'
import { lifetime } from './lifetime.js'
import { conversationReader } from './reader.js'
import { straightTo, within } from './sql.js'
import { together } from './together.js'

// A turn answers within fifteen seconds or is sent again; a transaction that waits or works longer has no use.
const LIMITS = { maxWait: 5_000, timeout: 10_000 }

// The embedded database does one thing at a time; a server can flush one group while it takes in the next.
const GROUPS = { pglite: { groups: 1, atMost: 32 }, postgresql: { groups: 2, atMost: 32 } } as const

const writer = (transaction: Prisma.TransactionClient): ConversationWriter => ({
  ...conversationReader(within(transaction)),
  commit: (turn) => commitTurn(within(transaction), turn),
})

/** Conversations in the database. */
export function conversationStore(database: Database): ConversationStore {
  const { prisma } = database
  const sql = straightTo(database)
  const commitInCompany = together<Commit, Committed>({
    all: (turns) => commitTurns(database, turns),
    alone: (turn) => commitTurn(sql, turn),
    ...GROUPS[database.kind],
  })
  return {
    ...conversationReader(sql),
    ...delivery(prisma),
    ...lifetime(prisma),
    // A group is one statement for many turns; one with a plan, or that hides what was said, is another statement.
    commit: (turn) => (turn.plan || turn.hides ? commitTurn(sql, turn) : commitInCompany(turn)),
    write: (work) => prisma.$transaction((transaction) => work(writer(transaction)), LIMITS),
  }
}
