import { StoredPlan, type PlanStore, type PlanToKeep, type SavedPlan } from '../domain/permits/saved-plan.js'
import { asTime } from './conversations/sql.js'
import type { PrismaClient } from './generated/client.js'

type Row = { id: string; plan: unknown; created_at: Date; changed_at: Date }

// A plan that is looked at each minute is written once a day.
const foundBy = (column: 'id' | 'code') => `
  with used as (
    update permit_plan set last_used_at = $2::timestamp where ${column} = $1 and last_used_at < $2::timestamp - interval '1 day'
  )
  select id, plan, created_at, changed_at from permit_plan where ${column} = $1`
const BY_ID = foundBy('id')
const BY_CODE = foundBy('code')
const DELETE = 'delete from permit_plan where last_used_at < $1::timestamp'

/** Plans in the database. They are written by `conversations/commit.ts`, with their turn. */
export const planStore = (prisma: PrismaClient): PlanStore => {
  const find = async (sql: string, by: string, at: Date): Promise<SavedPlan | undefined> => {
    const [row] = await prisma.$queryRawUnsafe<Row[]>(sql, by, asTime(at))
    return row && savedPlanOf(row)
  }
  return {
    find: (id, at) => find(BY_ID, id, at),
    findByCode: (code, at) => find(BY_CODE, code, at),
    deleteExpired: (before) => prisma.$executeRawUnsafe(DELETE, asTime(before)),
  }
}

const savedPlanOf = ({ id, plan, created_at, changed_at }: Row): SavedPlan => {
  const { v: _version, ...stored } = StoredPlan.parse(plan)
  return { id, ...stored, createdAt: created_at, changedAt: changed_at }
}

// A plan is read-only; what zod makes of a stored one is not, and is otherwise the same.
type ReadStored = Omit<StoredPlan, 'plan'> & Pick<SavedPlan, 'plan'>

/** What is stored of a plan, as the column takes it. */
export const storedPlanOf = ({ plan, start, isShort, names }: PlanToKeep): string =>
  JSON.stringify({ v: 1, plan, start, isShort, names } satisfies ReadStored)
