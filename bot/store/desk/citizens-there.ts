import type { DeskStore } from '../../domain/desk/ports.js'
import { asTime } from '../conversations/sql.js'
import type { PrismaClient } from '../generated/client.js'

const TOLD = `select pg_notify('desk', 'hand-off|' || hand_off)::text from`
// Of those who are heard of again and again, staff are told once: a row that was there has an xmax.
const HEARD = `
  with heard as (
    insert into citizen_there (hand_off, seen_at)
    select id, $2::timestamp from hand_off where channel = 'directline' and conversation = any($1::text[]) and ended_at is null
    on conflict (hand_off) do update set seen_at = excluded.seen_at returning hand_off, xmax = 0 as is_new
  )
  ${TOLD} heard where is_new`
const GONE = `
  with gone as (
    delete from citizen_there using hand_off
    where hand_off.id = citizen_there.hand_off and channel = 'directline' and conversation = $1 returning citizen_there.hand_off
  )
  ${TOLD} gone`
const THERE = 'select hand_off as "handOff" from citizen_there where seen_at > $1::timestamp'

/** Which citizens have the chat open, as the instances hear of them that hold their sockets. */
export const citizensThere = (prisma: PrismaClient): Pick<DeskStore, 'citizensThere' | 'citizensHeard' | 'citizenGone'> => ({
  async citizensThere(since) {
    const rows = await prisma.$queryRawUnsafe<{ handOff: string }[]>(THERE, asTime(since))
    return new Set(rows.map(({ handOff }) => handOff))
  },
  async citizensHeard(conversations, at) {
    if (conversations.length > 0) await prisma.$queryRawUnsafe(HEARD, conversations, asTime(at))
  },
  async citizenGone(conversation) {
    await prisma.$queryRawUnsafe(GONE, conversation)
  },
})
