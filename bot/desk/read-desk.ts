import { leaseOf } from '../domain/desk/hand-off.js'
import { deskAt, type DeskAt } from '../domain/desk/now-of.js'
import type { HandOffRow } from '../domain/desk/ports.js'
import { staffIdOf, type StaffId, type StaffMember } from '../domain/desk/staff-member.js'
import { rolesFor } from '../domain/people/permissions.js'
import type { DeskNeeds } from './needs.js'

/** The desk at one moment, with everybody who works there. */
export type DeskSeen = DeskAt & { members: ReadonlyMap<StaffId, StaffMember> }

export async function readDesk({ store, content, now }: Pick<DeskNeeds, 'store' | 'content' | 'now'>): Promise<DeskSeen> {
  const at = now()
  const [live, seeing, changes] = await Promise.all([store.live(at), store.staff(rolesFor('desk.see')), store.queueChanges(at)])
  const staff = [...seeing, ...(await otherHolders(store, live, seeing))]
  return {
    ...deskAt({ queues: content().queues.values(), changes, staff, live }, at),
    members: new Map(staff.map((member) => [staffIdOf(member), member])),
  }
}

/** Who holds a chat is seen as long as they do, also when their role has been taken away. */
async function otherHolders(
  store: Pick<DeskNeeds['store'], 'members'>,
  live: readonly HandOffRow[],
  seeing: readonly StaffMember[],
): Promise<StaffMember[]> {
  const known = new Set(seeing.map(staffIdOf))
  const holders = live.flatMap(({ handOff }) => leaseOf(handOff.situation)?.holder ?? [])
  const others = holders.filter((holder) => !known.has(holder))
  return others.length > 0 ? store.members(others) : []
}
