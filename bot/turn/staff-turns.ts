import type { ConversationReader } from '../domain/conversations/conversation.js'
import type { Content } from '../domain/content/content.js'
import type { DeskStore } from '../domain/desk/ports.js'
import { staffIdOf, type StaffMember } from '../domain/desk/staff-member.js'
import type { TeamStore } from '../domain/desk/team-ports.js'
import { may } from '../domain/people/permissions.js'
import { DEVELOPMENT_TENANT, type StaffIdentity } from '../domain/people/staff-identity.js'
import type { Log } from '../telemetry/log.js'
import type { Receive, Received } from './receive.js'
import type { AnyStaffSkill } from './staff-skill.js'
import type { Inbound } from './turn.js'

export type StaffTurnsNeeds = {
  receive: Receive
  conversations: Pick<ConversationReader, 'load'>
  memberOf: (identity: StaffIdentity) => Promise<StaffMember | undefined>
  skills: readonly AnyStaffSkill[]
  content: () => Content
  desk: Pick<DeskStore, 'log'>
  teams: Pick<TeamStore, 'keepReference' | 'forgetReference'>
  /** The organisation whose people these are; others are citizens here, with no rights and nothing kept of where they are. */
  tenant?: string
  /** The sign-in of a machine of one's own is open: the people of the development tenant have their roles. */
  development: boolean
  now: () => Date
  log: Log
}

/** Events that staff skills make of what could not be done; `staff-refused.ts` in the skills says them. */
export const STAFF_REFUSED = 'staffRefused'
export const STAFF_FAILED = 'staffFailed'
/** Somebody has removed the bot from their Teams. */
export const UNINSTALLED = 'uninstalled'

type Known = Inbound & { who: Extract<Inbound['who'], { oid: string }> }

/**
 * The way in for channels whose people have proved who they are. Fills in their roles, and does what staff ask for before the turn that
 * tells what came of it. An activity that was taken before is not done again: it is answered with what was stored.
 */
export function staffTurns(needs: StaffTurnsNeeds): Receive {
  return async (inbound) => {
    if (!isKnown(inbound)) return needs.receive(inbound)
    if (inbound.said.kind === 'event' && inbound.said.name === UNINSTALLED) return gone(needs, inbound)
    try {
      return await needs.receive(await afterDeed(needs, inbound))
    } catch (error) {
      const { conversation, channel } = inbound.key
      needs.log.error({ error, conversation, channel }, 'what staff asked for failed')
      return needs.receive(asEvent(inbound, STAFF_FAILED))
    }
  }
}

const isKnown = (inbound: Inbound): inbound is Known => 'oid' in inbound.who

async function afterDeed(needs: StaffTurnsNeeds, inbound: Known): Promise<Inbound> {
  const { tenant, oid } = inbound.who
  const member = await memberWho(needs, { tenant, oid })
  const known = { ...inbound, who: { tenant, oid, roles: member?.roles ?? [] } }
  if (member || tenant === ownTenant(needs)) await keepReach(needs, known)
  for (const skill of needs.skills) {
    const told = skill.for === 'staff' ? await staffDeed(needs, skill, member, known) : await personDeed(needs, skill, known)
    if (told) return told
  }
  return known
}

type Of<For> = Extract<AnyStaffSkill, { for: For }>

async function staffDeed(
  needs: StaffTurnsNeeds,
  { name, may: permission, audit, ask }: Of<'staff'>,
  member: StaffMember | undefined,
  known: Known,
): Promise<Inbound | undefined> {
  const wish = ask(known, needs.content())
  if (!wish) return undefined
  if (await isTaken(needs, known)) return known
  if (!member || !may(member.roles, permission)) return asEvent(known, STAFF_REFUSED)
  const deed = await wish.act(member)
  await needs.desk.log({ at: needs.now(), by: staffIdOf(member), action: audit, subject: wish.subject })
  return asEvent(known, name, deed)
}

/** Of the own organisation only: to others this is a bot for citizens. */
async function personDeed(needs: StaffTurnsNeeds, { name, ask }: Of<'organisation'>, known: Known): Promise<Inbound | undefined> {
  const { tenant, oid } = known.who
  const wish = tenant === ownTenant(needs) ? ask(known) : undefined
  if (!wish) return undefined
  if (await isTaken(needs, known)) return known
  const deed = await wish.act({ tenant, oid })
  return deed === undefined ? undefined : asEvent(known, name, deed)
}

const isTaken = async ({ conversations }: StaffTurnsNeeds, { key, id }: Known): Promise<boolean> =>
  (await conversations.load(key, id)).duplicate !== undefined

const ownTenant = ({ development, tenant }: StaffTurnsNeeds): string | undefined => (development ? DEVELOPMENT_TENANT : tenant)

/** Whoever came through the open door of a machine of one's own is staff only while that sign-in is open, whatever rows there are. */
const memberWho = async (needs: StaffTurnsNeeds, identity: StaffIdentity): Promise<StaffMember | undefined> =>
  identity.tenant === DEVELOPMENT_TENANT && !needs.development ? undefined : needs.memberOf(identity)

/** In a personal chat of Teams one can be told things later. */
async function keepReach({ teams, now }: StaffTurnsNeeds, { kind, key, who, returnAddress }: Known): Promise<void> {
  if (kind !== 'personal' || !returnAddress) return
  // The message that is answered is another one each time, and none when one is told something.
  const { activityId: _answered, ...address } = returnAddress
  await teams.keepReference({ tenant: who.tenant, oid: who.oid, conversation: key.conversation, address }, now())
}

/** Nobody is there to be answered. */
async function gone({ teams, log }: StaffTurnsNeeds, { kind, who }: Known): Promise<Received> {
  try {
    if (kind === 'personal') await teams.forgetReference({ tenant: who.tenant, oid: who.oid })
  } catch (error) {
    log.error({ error }, 'somebody who removed the bot could not be forgotten')
  }
  return { kind: 'ended' }
}

/** What was asked for in words stays the person's own line. */
const asEvent = (inbound: Inbound, name: string, value?: unknown): Inbound => ({
  ...inbound,
  ...(inbound.said.kind === 'text' ? { line: inbound.said.text } : {}),
  said: { kind: 'event', name, ...(value === undefined ? {} : { value }) },
})
