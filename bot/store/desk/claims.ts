import type { DeskReader, DeskStore } from '../../domain/desk/ports.js'
import { asTime, type Sql } from '../conversations/sql.js'
import { prepared } from '../prepared.js'
import { bodyOf, HAND_OFF_COLUMNS, rowOf, type StoredHandOff } from './stored-hand-off.js'

const HELD = prepared(`select ${HAND_OFF_COLUMNS} from hand_off where holder = $1 and ended_at is null`)

// One statement for all that a desk holds. A row that is being changed at this moment is passed over, so that two desks of the same member
// never wait for each other, and whoever changes it decides.
const PROLONG = prepared(`
  with free as (
    select hand_off.id, each.body, each.look_at from hand_off
    join json_to_recordset($1::json) as each (id text, version int, body json, look_at timestamp)
      on each.id = hand_off.id and each.version = hand_off.version
    where hand_off.ended_at is null order by hand_off.id for update of hand_off skip locked
  )
  update hand_off set version = version + 1, changed_at = $2::timestamp, look_at = free.look_at, body = free.body
  from free where hand_off.id = free.id returning hand_off.id`)

/** The claims of a member, and how they are kept for longer. */
export const claims = (sql: Sql): Pick<DeskReader, 'heldBy'> & Pick<DeskStore, 'prolong'> => ({
  heldBy: async (holder) => (await sql<StoredHandOff>(HELD, holder)).map(rowOf),
  async prolong(prolonged, at) {
    if (prolonged.length === 0) return []
    const rows = prolonged.map(({ lookAt, version, ...row }) => ({
      id: row.handOff.id,
      version,
      body: JSON.parse(bodyOf(row)) as unknown,
      look_at: lookAt ? asTime(lookAt) : null,
    }))
    return (await sql<{ id: string }>(PROLONG, JSON.stringify(rows), asTime(at))).map(({ id }) => id)
  },
})
