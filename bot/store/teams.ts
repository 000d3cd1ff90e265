import type { ReturnAddress } from '../domain/conversations/conversation.js'
import type { PlacedChannel, StaffReference, TeamStore } from '../domain/desk/team-ports.js'
import type { Face, TeamCard } from '../domain/desk/team-cards.js'
import { asTime } from './conversations/sql.js'
import type { PrismaClient } from './generated/client.js'

const TEAMS = 'msteams'

const CHANNELS = `
  select t.conversation, t.queue, t.language, t.by, t.since, coalesce(c.gone, false) as parked, t.parking_told_at is not null as told
  from team_channel t left join conversation c on c.channel = '${TEAMS}' and c.id = t.conversation
  order by t.conversation`
const PLACE = `
  insert into team_channel (conversation, queue, language, by, since, address) values ($1, $2, $3, $4, $5::timestamp, $6::json)
  on conflict (conversation) do update set queue = excluded.queue, language = excluded.language, by = excluded.by, since = excluded.since,
    address = excluded.address, parking_told_at = null`
// What Teams refused was never shown: these cards begin anew.
const FORGET_REFUSED = `
  delete from team_card where conversation = $1 and exists (
    select from conversation c where c.channel = '${TEAMS}' and c.id = $1 and c.gone)`
// Lines can be sent there again, although Teams refused them before.
const REVIVE = `update conversation set return_address = $2::json, gone = false where channel = '${TEAMS}' and id = $1`
const REMOVE = 'delete from team_channel where conversation = $1'
const REMOVE_CARDS = 'delete from team_card where conversation = $1'
const HOLD = `
  update team_channel set held_until = $2::timestamp + make_interval(secs => $3::int)
  where conversation = $1 and coalesce(held_until <= $2::timestamp, true)`
const LET_GO = 'update team_channel set held_until = null where conversation = $1'
const PARKING_TOLD = 'update team_channel set parking_told_at = $2::timestamp where conversation = $1'
const MAKE_READY = `
  insert into conversation (channel, id, kind, version, seq, keeping, started_at, last_message_at, return_address)
  select '${TEAMS}', $1, place.kind, 0, 0, 'ordinary', $2::timestamp, $2::timestamp, place.address from (
    select 'channel' as kind, address from team_channel where conversation = $1 union all
    select 'personal', address from staff_reference where conversation = $1 union all
    select kind, address from project_place where conversation = $1
  ) place limit 1
  on conflict (channel, id) do update set return_address = coalesce(conversation.return_address, excluded.return_address)`

const CARDS = 'select hand_off, round, edits, seq, face, at from team_card where conversation = $1'
const SAVE_CARD = `
  insert into team_card (conversation, hand_off, round, edits, seq, face, at) values ($1, $2, $3::int, $4::int, $5::int, $6::json, $7::timestamp)
  on conflict (conversation, hand_off) do update set round = excluded.round, edits = excluded.edits, seq = excluded.seq, face = excluded.face,
    at = excluded.at`
// What a citizen wrote is on the card while it waits, and not a moment longer in what is kept of it.
const TAKE_WORDS_OUT = `
  update activity set body = (body::jsonb - 'attachments' - 'speak')::json
  where channel = '${TEAMS}' and conversation = $1 and starts_with(id, $2) and seq < $3::int and not unsent`

const KEEP_REFERENCE = `
  insert into staff_reference as known (tenant, oid, conversation, address, at) values ($1, $2, $3, $4::json, $5::timestamp)
  on conflict (tenant, oid) do update set conversation = excluded.conversation, address = excluded.address, at = excluded.at
  where known.conversation <> excluded.conversation or known.address::text <> excluded.address::text`
const FORGET_REFERENCE = 'delete from staff_reference where tenant = $1 and oid = $2'
const REACHABLE = `
  select r.tenant, r.oid, r.conversation, r.address from staff_reference r
  join unnest($1::text[], $2::text[]) as asked (tenant, oid) on asked.tenant = r.tenant and asked.oid = r.oid
  left join conversation c on c.channel = '${TEAMS}' and c.id = r.conversation
  where not coalesce(c.gone, false)`

const DELETE_CARDS = 'delete from team_card where at < $1::timestamp'
// The line behind a card that still waits is needed to change it; so is every line of a chat in which something is not sent yet, since that
// may be such a change.
const DELETE_LINES = `
  delete from activity line where channel = '${TEAMS}' and at < $1::timestamp and not unsent and conversation in (
    select id from conversation where channel = '${TEAMS}' and unsent_since is null and id in (
      select conversation from team_channel union select conversation from staff_reference union select conversation from project_place))
  and not exists (
    select from project_card card where card.channel = line.channel and card.conversation = line.conversation and card.seq = line.seq)`

type ChannelRow = {
  conversation: string
  queue: string
  language: string
  by: string
  since: Date
  parked: boolean
  told: boolean
}
type CardRow = { hand_off: string; round: number; edits: number; seq: number; face: Face; at: Date }
type ReferenceRow = { tenant: string; oid: string; conversation: string; address: ReturnAddress }

/** What is kept of Teams for the desk. */
export const teamStore = (prisma: PrismaClient): TeamStore => ({
  async channels() {
    return (await prisma.$queryRawUnsafe<ChannelRow[]>(CHANNELS)).map(channelOf)
  },
  async place({ conversation, queue, language, by, since }, address) {
    const where = JSON.stringify(address)
    await prisma.$transaction([
      prisma.$executeRawUnsafe(PLACE, conversation, queue, language, by, asTime(since), where),
      prisma.$executeRawUnsafe(FORGET_REFUSED, conversation),
      prisma.$executeRawUnsafe(REVIVE, conversation, where),
    ])
  },
  async remove(conversation) {
    const [removed] = await prisma.$transaction([
      prisma.$executeRawUnsafe(REMOVE, conversation),
      prisma.$executeRawUnsafe(REMOVE_CARDS, conversation),
    ])
    return removed === 1
  },
  hold: async (conversation, at, seconds) => (await prisma.$executeRawUnsafe(HOLD, conversation, asTime(at), seconds)) === 1,
  async letGo(conversation) {
    await prisma.$executeRawUnsafe(LET_GO, conversation)
  },
  async parkingTold(conversation, at) {
    await prisma.$executeRawUnsafe(PARKING_TOLD, conversation, asTime(at))
  },
  async cards(conversation) {
    return (await prisma.$queryRawUnsafe<CardRow[]>(CARDS, conversation)).map(cardOf)
  },
  async saveCard(conversation, { handOff, round, edits, seq, face, at }) {
    const values = [conversation, handOff, round, edits, seq, JSON.stringify(face), asTime(at)]
    await prisma.$executeRawUnsafe(SAVE_CARD, ...values)
    if (face.is !== 'open') await prisma.$executeRawUnsafe(TAKE_WORDS_OUT, conversation, `team-${handOff}-`, seq)
  },
  async makeReady(conversation, at) {
    await prisma.$executeRawUnsafe(MAKE_READY, conversation, asTime(at))
  },
  async keepReference({ tenant, oid, conversation, address }, at) {
    await prisma.$executeRawUnsafe(KEEP_REFERENCE, tenant, oid, conversation, JSON.stringify(address), asTime(at))
  },
  async forgetReference({ tenant, oid }) {
    await prisma.$executeRawUnsafe(FORGET_REFERENCE, tenant, oid)
  },
  async reachable(people) {
    const keys = [people.map(({ tenant }) => tenant), people.map(({ oid }) => oid)]
    const rows = await prisma.$queryRawUnsafe<ReferenceRow[]>(REACHABLE, ...keys)
    return rows.map((row): StaffReference => ({ ...row }))
  },
  async deleteExpired(before) {
    await prisma.$executeRawUnsafe(DELETE_CARDS, asTime(before))
    await prisma.$executeRawUnsafe(DELETE_LINES, asTime(before))
  },
})

const channelOf = ({ parked, told, ...channel }: ChannelRow): PlacedChannel => ({
  ...channel,
  isParked: parked,
  isParkingTold: told,
})

const cardOf = ({ hand_off, ...card }: CardRow): TeamCard => ({ handOff: hand_off, ...card })
