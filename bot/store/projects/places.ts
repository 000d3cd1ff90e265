import type { ProjectStore, SteeringPlace } from '../../domain/projects/ports.js'
import { asTime, within } from '../conversations/sql.js'
import type { PrismaClient } from '../generated/client.js'
import { LIMITS } from './limits.js'

const TEAMS = 'msteams'

const PLACES =
  'select project, conversation, language, by, since from project_place where project = $1 order by since, conversation'
const OPEN = `
  insert into project_place (project, conversation, kind, language, by, since, address)
  values ($1, $2, $3, $4, $5, $6::timestamp, $7::json)
  on conflict (project, conversation) do update set
    kind = excluded.kind, language = excluded.language, by = excluded.by, since = excluded.since, address = excluded.address`
// Lines can be sent there, although Teams may have refused them before.
const MAKE_READY = `
  insert into conversation (channel, id, kind, version, seq, keeping, started_at, last_message_at, return_address)
  values ('${TEAMS}', $1, $2, 0, 0, 'ordinary', $3::timestamp, $3::timestamp, $4::json)
  on conflict (channel, id) do update set return_address = excluded.return_address, gone = false`
const CLOSE = 'delete from project_place where conversation = $1 returning project'

/** Where steering groups decide together. */
export const placeStore = (prisma: PrismaClient): Pick<ProjectStore, 'places' | 'openPlace' | 'closePlaces'> => ({
  places: (project) => within(prisma)<SteeringPlace>(PLACES, project),
  openPlace: ({ project, conversation, language, by, since }, kind, address) =>
    prisma.$transaction(async (transaction) => {
      const sql = within(transaction)
      const where = JSON.stringify(address)
      await sql(OPEN, project, conversation, kind, language, by, asTime(since), where)
      await sql(MAKE_READY, conversation, kind, asTime(since), where)
    }, LIMITS),
  closePlaces: async (conversation) =>
    (await within(prisma)<{ project: string }>(CLOSE, conversation)).map(({ project }) => project).sort(),
})
