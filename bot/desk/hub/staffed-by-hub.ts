import type { Content } from '../../domain/content/content.js'
import { ASK_AGAIN_SECONDS, HUB, HUB_ID, type HubRow, type HubStore } from '../../domain/desk/hub.js'
import type { DeskStore } from '../../domain/desk/ports.js'
import { staffIdOf, type StaffMember } from '../../domain/desk/staff-member.js'

type Needs = { hub: Pick<HubStore, 'all'>; content: () => Content; now: () => Date }

/**
 * The desk's store where an external system takes the chats: it is there in every queue, and our own staff are in none, so that a lead still sees
 * the whole and nobody can take a chat. It is never `available`, so routing offers it nothing: it takes what it wants from what it is told of.
 */
export function staffedByHub(store: DeskStore, needs: Needs, speaker?: Speaker): DeskStore {
  const withHub = async (reading: Promise<StaffMember[]>): Promise<StaffMember[]> => {
    const [rows, people] = await Promise.all([needs.hub.all(), reading])
    const own = people.filter((one) => staffIdOf(one) !== HUB_ID).map((one) => ({ ...one, queues: [] }))
    return [hubMember(rows, needs, speaker), ...own]
  }
  return {
    ...store,
    staff: (roles) => (roles.includes(HUB_ROLE) ? withHub(store.staff(roles)) : store.staff(roles)),
    members: (people) => (people.includes(HUB_ID) ? withHub(store.members(people)) : store.members(people)),
  }
}

const HUB_ROLE = 'agent'

/** Who speaks for it now, as citizens see them. */
export type Speaker = { name: string; team: string }

/** The hub as a member of staff. */
export function hubMember(
  rows: readonly HubRow[],
  { content, now }: Omit<Needs, 'hub'>,
  speaker?: Speaker,
): StaffMember & { heardAt: Date } {
  const at = now()
  const shut = shutQueues(rows, content(), at)
  return {
    ...HUB,
    name: speaker?.name ?? '',
    team: speaker?.team ?? '',
    roles: [HUB_ROLE],
    queues: [...content().queues.keys()].filter((queue) => !shut.has(queue)),
    languages: [],
    topics: [],
    capacity: Number.MAX_SAFE_INTEGER,
    presence: 'away',
    heardAt: heardAt(rows, at),
  }
}

/** Queues of which it has lately said that it cannot take one; with those that they overflow to, since that would be the same hub. */
function shutQueues(rows: readonly HubRow[], { queues }: Content, at: Date): Set<string> {
  const own = rows.filter(({ failedAt }) => failedAt && at.getTime() - failedAt.getTime() < ASK_AGAIN_SECONDS * 1000)
  return new Set(own.flatMap(({ queue }) => [queue, ...(queues.get(queue)?.overflow ?? []).map(({ to }) => to)]))
}

/** A hub that has not taken what it was told since then may not be there; as with everybody's desk, that is believed after a minute. */
function heardAt(rows: readonly HubRow[], at: Date): Date {
  const failing = rows.flatMap(({ failingSince }) => failingSince?.getTime() ?? [])
  return new Date(Math.min(at.getTime(), ...failing))
}
