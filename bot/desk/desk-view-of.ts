import type { DeskView, HandOffView, QueueView } from '../domain/desk/desk-view.js'
import { doorOf, type Door } from '../domain/desk/door.js'
import { isWaitingFor, leaseOf, pledgeOf } from '../domain/desk/hand-off.js'
import type { DeskNotice, HandOffRow } from '../domain/desk/ports.js'
import { byDue } from '../domain/desk/promises.js'
import type { Queue } from '../domain/desk/queue.js'
import { inTurn, maySee, visibleTo } from '../domain/desk/routing.js'
import { staffIdOf, type StaffMember } from '../domain/desk/staff-member.js'
import { contentLanguage } from '../domain/language.js'
import { may, permissionsOf, type Permission } from '../domain/people/permissions.js'
import { handOffView } from './hand-off-view.js'
import { leadViewOf, notSentIn } from './lead-view-of.js'
import type { DeskNeeds } from './needs.js'
import type { Overview } from './overview.js'
import { readDesk, type DeskSeen } from './read-desk.js'

const NOTICES = 200
// Each instance says every quarter of a minute who has the chat open.
const THERE_MILLISECONDS = 45_000

export async function overview(
  needs: Pick<DeskNeeds, 'store' | 'content' | 'now' | 'reachable' | 'elsewhere' | 'sending'>,
): Promise<Overview> {
  const [seen, notices, said, secureAsks, there, notSent] = await Promise.all([
    readDesk(needs),
    needs.store.untoldNotices(NOTICES),
    needs.store.queueNotices(needs.now()),
    needs.store.secureAsks(needs.now()),
    needs.store.citizensThere(new Date(needs.now().getTime() - THERE_MILLISECONDS)),
    notSentIn(needs),
  ])
  const reached = (await needs.reachable?.([...seen.members.values()])) ?? []
  return {
    ...seen,
    notices,
    said,
    notSent,
    secureAsks,
    there,
    content: needs.content(),
    withApp: new Set(reached.map(staffIdOf)),
    notSetUp: notSetUp(needs),
  }
}

const notSetUp = ({ elsewhere = {} }: Pick<DeskNeeds, 'elsewhere'>): Permission[] => [
  ...(elsewhere['ask-securely'] && elsewhere['read-secure'] ? [] : ['identity.ask' as const]),
  ...(elsewhere.register ? [] : ['transcript.register' as const]),
]

/** What one member sees. `language` (BCP 47) is that of the page. */
export function deskViewOf(seen: Overview, member: StaffMember, language: string): DeskView {
  const { rows, handOffs, agents, now } = seen
  const me = staffIdOf(member)
  const sees = seesOf(seen, member)
  const byId = new Map(rows.map((row) => [row.handOff.id, row]))
  const line = inTurn(handOffs)
    .flatMap(({ id }) => byId.get(id) ?? [])
    .filter(sees)
  const show = (row: HandOffRow): HandOffView => handOffView(seen, row, { me, member, language })
  const isPromise = ({ handOff: { situation } }: HandOffRow): boolean =>
    situation.status === 'call-back-promised' || situation.status === 'e-mail-promised'
  const dueFirst = byDue(line.filter(isPromise).map(({ handOff }) => pledgeOf(handOff.situation)!)).map(({ id }) => id)
  const dueOf = ({ handOff }: HandOffRow): number => dueFirst.indexOf(pledgeOf(handOff.situation)?.id ?? '')
  return {
    at: now.at.toISOString(),
    me: {
      id: me,
      name: member.name,
      team: member.team,
      permissions: permissionsOf(member.roles).filter((permission) => !seen.notSetUp.includes(permission)),
      presence: member.presence,
      capacity: member.capacity,
      hasTeamsApp: seen.withApp.has(me),
    },
    queues: [...now.queues.values()]
      .filter(({ id }) => isOnList(seen, member, id))
      .map((queue) => queueView(seen, queue, language)),
    waiting: line.filter((row) => !isPromise(row)).map(show),
    mine: rows.filter(({ handOff }) => leaseOf(handOff.situation)?.holder === me).map(show),
    offered: rows.filter((row) => isOfferedTo(row, member)).map(show),
    promises: line
      .filter(isPromise)
      .sort((one, other) => dueOf(one) - dueOf(other))
      .map(show),
    colleagues: [...seen.members.values()]
      .filter((other) => staffIdOf(other) !== me && agents.some(({ id }) => id === staffIdOf(other)))
      .map((other) => ({ id: staffIdOf(other), name: other.name, team: other.team, presence: presenceOf(seen, other) })),
    notices: seen.notices
      .filter((notice) => isFor(notice, member))
      .map(({ id, at, what, handOff, to }) => ({
        id,
        at: at.toISOString(),
        what,
        handOff,
        ...('queue' in to ? { queue: to.queue } : {}),
      })),
    ...(may(member.roles, 'desk.not-sent') ? { lead: leadViewOf(seen, language) } : {}),
  }
}

// Leads answer for all queues and readers look at all of them; an agent sees those whose chats are on their list.
const seesAll = ({ roles }: StaffMember): boolean => roles.includes('lead') || roles.includes('reader')

function isOnList({ agents, now }: DeskSeen, member: StaffMember, queue: string): boolean {
  const agent = agents.find(({ id }) => id === staffIdOf(member))
  return seesAll(member) || (agent !== undefined && maySee(agent, { queue }, now.queues))
}

export const seesOf =
  (seen: DeskSeen, member: StaffMember) =>
  ({ handOff }: HandOffRow): boolean =>
    isOnList(seen, member, handOff.place.queue)

function isOfferedTo({ handOff: { situation } }: HandOffRow, member: StaffMember): boolean {
  const me = staffIdOf(member)
  if (situation.status === 'offered') return situation.to === me
  if (situation.status !== 'transferring' || situation.lease.holder === me) return false
  return situation.to.kind === 'agent' ? situation.to.agent === me : member.queues.includes(situation.to.queue)
}

// Whoever's desk is silent is not there, whatever they chose before.
const presenceOf = ({ now }: DeskSeen, member: StaffMember) =>
  now.there.has(staffIdOf(member)) ? member.presence : ('off-shift' as const)

function isFor({ to }: DeskNotice, member: StaffMember): boolean {
  if (to.kind === 'agent') return to.agent === staffIdOf(member)
  return to.kind === 'lead' && may(member.roles, 'desk.move')
}

/** The same for everybody who reads the same language, so it is made once for each time that the desk is read. */
const queueViews = new WeakMap<Overview, Map<string, QueueView>>()

function queueView(seen: Overview, queue: Queue, language: string): QueueView {
  const made = queueViews.get(seen) ?? new Map<string, QueueView>()
  queueViews.set(seen, made)
  const name = `${language} ${queue.id}`
  const view = made.get(name) ?? newQueueView(seen, queue, language)
  made.set(name, view)
  return view
}

function newQueueView({ rows, agents, now, said, content }: Overview, queue: Queue, language: string): QueueView {
  const waiting = rows.filter(({ handOff }) => handOff.place.queue === queue.id && isWaitingFor(handOff.situation))
  const attending = visibleTo({ queue: queue.id }, agents, now.queues, now.at).length
  const since = Math.min(...waiting.map(({ handOff }) => handOff.place.askedAt.getTime()), now.at.getTime())
  const notice = said.findLast((one) => one.queue === undefined || one.queue === queue.id)
  return {
    id: queue.id,
    name: content.queues.get(queue.id)?.name[contentLanguage(language)] ?? queue.id,
    door: doorView(doorOf(queue, now.at, attending > 0)),
    waiting: waiting.length,
    attended: attending,
    longestWaitSeconds: Math.round((now.at.getTime() - since) / 1000),
    ...(notice ? { notice: { id: notice.id, text: notice.text, until: notice.until.toISOString() } } : {}),
  }
}

const doorView = (door: Door): QueueView['door'] =>
  door.is === 'open'
    ? { is: 'open', until: door.until.toISOString() }
    : {
        is: 'shut',
        why: door.why,
        ...(door.opensNext ? { opensNext: door.opensNext.toISOString() } : {}),
        ...(door.lead ? { reason: door.lead.reason, until: door.lead.until.toISOString() } : {}),
      }
