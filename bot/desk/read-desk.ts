import { deskAt, type DeskAt } from '../domain/desk/now-of.js'
import { staffIdOf, type StaffId, type StaffMember } from '../domain/desk/staff-member.js'
import type { DeskNeeds } from './needs.js'

/** The desk at one moment, with everybody who works there. */
export type DeskSeen = DeskAt & { members: ReadonlyMap<StaffId, StaffMember> }

export async function readDesk({ store, content, now }: Pick<DeskNeeds, 'store' | 'content' | 'now'>): Promise<DeskSeen> {
  const at = now()
  const [live, staff, changes] = await Promise.all([store.live(at), store.staff(), store.queueChanges(at)])
  return {
    ...deskAt({ queues: content().queues.values(), changes, staff, live }, at),
    members: new Map(staff.map((member) => [staffIdOf(member), member])),
  }
}
