import type { DeskReader, HandOffRow } from '../../domain/desk/ports.js'
import { asTime, type Sql } from '../conversations/sql.js'
import { prepared } from '../prepared.js'
import { HAND_OFF_COLUMNS, rowOf, shownOf, type StoredHandOff } from './stored-hand-off.js'

const FIND = prepared(`select ${HAND_OFF_COLUMNS} from hand_off where id = $1`)
// Two questions, each with an index of its own rows; one with "or" would read the whole table. What is known in the same version is not
// sent again: the desk is read many times a second, and hardly anything of it is new. `shown` has no version.
const LIVE = prepared(`
  with live as (
    select id, ${HAND_OFF_COLUMNS} from hand_off where ended_at is null
    union all
    select id, ${HAND_OFF_COLUMNS} from hand_off where ended_at is not null and ended_at > $1::timestamp
  )
  select live.id, channel, conversation, live.version, case when known.version is null then body end as body, shown
  from live left join unnest($2::text[], $3::int[]) as known (id, version) on known.id = live.id and known.version = live.version`)
const LATEST = prepared(`
  select ${HAND_OFF_COLUMNS} from hand_off where channel = $1 and conversation = $2 order by created_at desc, id desc limit 1`)
const DUE = prepared(`
  select id from hand_off where ended_at is null and look_at <= $1::timestamp order by look_at, id limit $2::int`)

type LiveRow = StoredHandOff & { id: string }

/** Reads hand-offs, through the database or a transaction. */
export const handOffReader = (sql: Sql): Pick<DeskReader, 'find' | 'live' | 'latestOf' | 'due'> => {
  const rows = async (text: string, ...values: unknown[]): Promise<HandOffRow[]> =>
    (await sql<StoredHandOff>(text, ...values)).map(rowOf)
  // Those that were read last; a row never changes without its version.
  let known: ReadonlyMap<string, HandOffRow> = new Map()

  return {
    find: async (id) => (await rows(FIND, id))[0],
    async live(since) {
      const had = known
      const versions = [...had.values()].map(({ version }) => version)
      const found = await sql<LiveRow>(LIVE, asTime(since), [...had.keys()], versions)
      const live = found.map((row) => (row.body === null ? withShown(had.get(row.id)!, row) : rowOf(row)))
      known = new Map(live.map((row) => [row.handOff.id, row]))
      return live
    },
    latestOf: async ({ channel, conversation }) => (await rows(LATEST, channel, conversation))[0],
    due: async (at, limit) => (await sql<{ id: string }>(DUE, asTime(at), limit)).map(({ id }) => id),
  }
}

const withShown = ({ shown: _, ...row }: HandOffRow, stored: LiveRow): HandOffRow => {
  const shown = shownOf(stored)
  return shown ? { ...row, shown } : row
}
