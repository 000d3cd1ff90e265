import type { AuditFact, AuditRow } from '../../domain/projects/audit.js'
import type { AuditEnd, ProjectStore } from '../../domain/projects/ports.js'
import { asTime, within } from '../conversations/sql.js'
import type { PrismaClient } from '../generated/client.js'
import { addFact } from './chain.js'
import { LIMITS } from './limits.js'

type Audit = Pick<ProjectStore, 'audit' | 'auditEnd' | 'note' | 'setFrame' | 'frames' | 'forgetAudit'>

const ROWS = `
  select project, at, by, surface as "where", action, detail, seq, previous, hash from project_audit where project = $1 order by seq`
const END = 'select seq, hash from project_chain where project = $1 and seq > 0'
const FRAMES = 'select portfolio, year, frame::float8 as frame from project_frame where year = $1 order by portfolio'
// An amount in öre is more than an int holds, and a text is any number.
const SET_FRAME = `
  insert into project_frame (portfolio, year, frame) values ($1, $2, $3::text::bigint)
  on conflict (portfolio, year) do update set frame = excluded.frame`
const FORGET = 'select forgotten as project, entries as rows from forget_project_audit($1::timestamp, $2, $3::timestamp)'

/** Who did and saw what, in a chain for each project; and frames, whose changes are rows in it. */
export const auditStore = (prisma: PrismaClient): Audit => {
  const sql = within(prisma)
  const written = (fact: AuditFact, first: (transaction: ReturnType<typeof within>) => Promise<unknown>): Promise<void> =>
    prisma.$transaction(async (transaction) => {
      await first(within(transaction))
      await addFact(within(transaction), fact)
    }, LIMITS)
  return {
    audit: (project) => sql<AuditRow>(ROWS, project),
    auditEnd: async (project) => (await sql<AuditEnd>(END, project))[0],
    note: (fact) => written(fact, async () => undefined),
    setFrame: ({ portfolio, year, frame }, fact) =>
      written(fact, (transaction) => transaction(SET_FRAME, portfolio, year, String(frame))),
    frames: (year) => sql(FRAMES, year),
    forgetAudit: ({ before, by, at }) => sql(FORGET, asTime(before), by, asTime(at)),
  }
}
