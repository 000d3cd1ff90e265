import { namedBy } from '../../bot/domain/desk/staff-member.js'
import { copyInto } from './copy.js'

const PROFILE = { v: 1, team: 'Projekt', roles: ['project'], queues: [], languages: ['sv'], topics: [], capacity: 1 }

/** Gives them rows with the staff. */
export const fillStaff = (url: string, people: readonly string[]): Promise<void> =>
  copyInto(
    url,
    'staff_member',
    'tenant, oid, profile, presence',
    people.map(namedBy).map(({ tenant, oid }) => [tenant, oid, { ...PROFILE, name: `Person ${oid}` }, 'off-shift']),
  )

/** Gives them a chat with the bot in Teams each. */
export const fillChats = (url: string, people: readonly string[]): Promise<void> =>
  copyInto(
    url,
    'staff_reference',
    'tenant, oid, conversation, address, at',
    people.map(namedBy).map(({ tenant, oid }) => [tenant, oid, chatOf(oid), addressOf(tenant, oid), '2026-01-01']),
  )

/** Where nobody answers: what the server itself wants to send meanwhile waits. */
const addressOf = (tenant: string, oid: string) => ({
  ...{ channelId: 'msteams', serviceUrl: 'http://127.0.0.1:9/', bot: { id: '28:lotsen' }, user: { id: `29:${oid}` } },
  conversation: { id: chatOf(oid), conversationType: 'personal', tenantId: tenant },
})

/** The chat of somebody with the bot. */
export const chatOf = (oid: string): string => `a:${oid}`
