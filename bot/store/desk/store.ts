import type { DeskStore } from '../../domain/desk/ports.js'
import { straightTo } from '../conversations/sql.js'
import type { Database } from '../database.js'
import { changes } from './change.js'
import { citizensThere } from './citizens-there.js'
import { claims } from './claims.js'
import { deskLifetime } from './lifetime.js'
import { agentLines } from './lines.js'
import { deskMemory } from './memory.js'
import { queueStore } from './queues.js'
import { handOffReader } from './reader.js'
import { secureAnswers } from './secure-answers.js'
import { staffStore } from './staff.js'
import { whatFollows } from './what-follows.js'

const TYPING = `select pg_notify('desk', 'typing|' || $2::text || '|' || $1::text)::text`

/** The desk in the database. `tokenKey` is what secure answers are sealed with. */
export function deskStore(database: Database, tokenKey: () => Promise<string>): DeskStore {
  const { prisma } = database
  const sql = straightTo(database)
  return {
    ...handOffReader(sql),
    ...changes(database),
    ...agentLines(sql),
    ...citizensThere(prisma),
    ...claims(sql),
    ...staffStore(sql),
    ...deskMemory(sql),
    ...whatFollows(prisma),
    ...queueStore(prisma),
    ...secureAnswers(prisma, tokenKey),
    ...deskLifetime(prisma),
    async typing(handOff, who) {
      await sql(TYPING, handOff, who)
    },
  }
}
