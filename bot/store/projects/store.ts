import type { ProjectStore } from '../../domain/projects/ports.js'
import { straightTo, within } from '../conversations/sql.js'
import type { Database } from '../database.js'
import { auditStore } from './audit.js'
import { cardStore } from './cards.js'
import { changes } from './change.js'
import { draftStore } from './drafts.js'
import { projectLifetime } from './lifetime.js'
import { placeStore } from './places.js'
import { portfolioReader } from './portfolio.js'
import { filingReader, projectReader } from './reader.js'
import { effectStore, reminderStore } from './to-do.js'

/** Projects in the database. */
export function projectStore(database: Database): ProjectStore {
  const { prisma } = database
  const sql = within(prisma)
  return {
    ...projectReader(sql),
    ...filingReader(sql),
    // What a portfolio is made of has no times in it, which a driver would read as those of its own zone.
    ...portfolioReader(straightTo(database)),
    ...changes(prisma),
    ...auditStore(prisma),
    ...effectStore(sql),
    ...reminderStore(sql),
    ...draftStore(sql),
    ...cardStore(sql),
    ...placeStore(prisma),
    ...projectLifetime(sql),
  }
}
