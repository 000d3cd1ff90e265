import type { DeskStore, QueueChange, QueueNotice } from '../../domain/desk/ports.js'
import { asTime } from '../conversations/sql.js'
import type { PrismaClient } from '../generated/client.js'
import { withoutNulls } from './without-nulls.js'

type Queues = Pick<DeskStore, 'queueChanges' | 'changeQueue' | 'queueNotices' | 'notice' | 'endNotice' | 'showWaits'>

const WAKE = `pg_notify('desk', 'queues')::text`
// In the order in which they were made: of two that cover a moment the later one counts.
const CHANGES = `
  select id, queue, "is", from_at as "from", until_at as "until", reason, by from queue_change where until_at > $1::timestamp order by "row"`
const CHANGE = `
  with changed as (
    insert into queue_change (id, queue, "is", from_at, until_at, reason, by) values ($1, $2, $3, $4::timestamp, $5::timestamp, $6, $7)
    on conflict (id) do nothing returning id
  )
  select ${WAKE} from changed`
const NOTICES = `
  select id, queue, text, by, from_at as "from", until_at as "until" from queue_notice
  where until_at > $1::timestamp and from_at <= $1::timestamp order by from_at, id`
const NOTICE = `
  with noticed as (
    insert into queue_notice (id, queue, text, by, from_at, until_at) values ($1, $2::text, $3, $4, $5::timestamp, $6::timestamp)
    on conflict (id) do nothing returning id
  )
  select ${WAKE} from noticed`
const END_NOTICE = `
  with ended as (
    update queue_notice set until_at = $2::timestamp where id = $1 and until_at > $2::timestamp returning id
  )
  select ${WAKE} from ended`

// A row that is being changed at this moment is passed over: it is shown again soon, and nobody waits for anybody.
const SHOW_WAITS = `
  with free as (
    select hand_off.id, each.shown from hand_off
    join json_to_recordset($1::json) as each (id text, shown json) on each.id = hand_off.id
    where hand_off.ended_at is null for update of hand_off skip locked
  ), showed as (
    update hand_off set shown = free.shown from free where hand_off.id = free.id returning hand_off.id
  )
  select pg_notify('desk', 'waits')::text from showed limit 1`

/** What the lead decides of queues, and what those who wait are shown. */
export const queueStore = (prisma: PrismaClient): Queues => {
  const rows = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> =>
    (await prisma.$queryRawUnsafe<Row[]>(text, ...values)).map(withoutNulls)
  return {
    queueChanges: (at) => rows<QueueChange>(CHANGES, asTime(at)),
    async changeQueue({ id, queue, is, from, until, reason, by }) {
      await rows(CHANGE, id, queue, is, asTime(from), asTime(until), reason, by)
    },
    queueNotices: (at) => rows<QueueNotice>(NOTICES, asTime(at)),
    async notice({ id, queue, text, by, from, until }) {
      await rows(NOTICE, id, queue ?? null, text, by, asTime(from), asTime(until))
    },
    async endNotice(id, at) {
      await rows(END_NOTICE, id, asTime(at))
    },
    async showWaits(shown) {
      const waits = shown.map(({ handOff, shown }) => ({ id: handOff, shown }))
      if (waits.length > 0) await rows(SHOW_WAITS, JSON.stringify(waits))
    },
  }
}
