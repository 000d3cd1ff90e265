import { z } from 'zod'
import { TOLERANCE_SECONDS } from '../domain/desk/hub-signature.js'
import { freshNews, type HubNews, type HubRow, type HubStore } from '../domain/desk/hub.js'
import { asTime, straightTo } from './conversations/sql.js'
import type { Database } from './database.js'

const COLUMNS = 'hand_off, queue, news, failed_at'
const TAKE = `
  insert into hub_hand_off as known (hand_off, queue, news, held_until)
  values ($1, $2, $3::json, $4::timestamp + make_interval(secs => $5::int))
  on conflict (hand_off) do update set held_until = excluded.held_until, queue = excluded.queue
    where coalesce(known.held_until <= $4::timestamp, true)
  returning ${COLUMNS}`
const SAVE = 'update hub_hand_off set news = $2::json where hand_off = $1'
const RELEASE = 'update hub_hand_off set held_until = null where hand_off = $1'
const FAILED = 'update hub_hand_off set failed_at = $2::timestamp where hand_off = $1'
const ALL = `select ${COLUMNS} from hub_hand_off order by hand_off`
const FORGET = 'delete from hub_hand_off where hand_off = $1'
const HEARD = `
  with old as (delete from hub_heard where at < $2::timestamp - make_interval(secs => $3::int))
  insert into hub_heard (signature, at) values ($1, $2::timestamp) on conflict do nothing returning signature`

const When = z.iso.datetime().transform((text) => new Date(text))
const News: z.ZodType<HubNews> = z.object({
  asked: z.object({ as: z.enum(['chat', 'promise']), terms: z.number().int(), at: When }).optional(),
  seq: z.number().int(),
  tries: z.number().int(),
  failingSince: When.optional(),
  tryAt: When.optional(),
})

type Row = { hand_off: string; queue: string; news: unknown; failed_at: Date | string | null }

const rowOf = ({ hand_off, queue, news, failed_at }: Row): HubRow => ({
  ...News.parse(news),
  handOff: hand_off,
  queue,
  ...(failed_at === null ? {} : { failedAt: new Date(failed_at) }),
})

/** What the hub has been told, in the database. */
export function hubStore(database: Pick<Database, 'executeSql'>): HubStore {
  const sql = straightTo(database)
  return {
    async take(handOff, queue, at, seconds) {
      const [row] = await sql<Row>(TAKE, handOff, queue, JSON.stringify(freshNews()), asTime(at), seconds)
      return row && rowOf(row)
    },
    async save(handOff, news) {
      await sql(SAVE, handOff, JSON.stringify(news))
    },
    async release(handOff) {
      await sql(RELEASE, handOff)
    },
    async failed(handOff, at) {
      await sql(FAILED, handOff, asTime(at))
    },
    all: async () => (await sql<Row>(ALL)).map(rowOf),
    async forget(handOff) {
      await sql(FORGET, handOff)
    },
    isFirst: async (signature, at) => (await sql(HEARD, signature, asTime(at), 3 * TOLERANCE_SECONDS)).length === 1,
  }
}
