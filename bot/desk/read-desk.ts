import type { Agent } from '../domain/desk/agent.js'
import { agentsOf } from '../domain/desk/agents-of.js'
import { hasEnded, type HandOff } from '../domain/desk/hand-off.js'
import type { Now } from '../domain/desk/hand-off-events.js'
import { nowOf } from '../domain/desk/now-of.js'
import type { HandOffRow } from '../domain/desk/ports.js'
import { staffIdOf, type StaffId, type StaffMember } from '../domain/desk/staff-member.js'
import type { DeskNeeds } from './needs.js'

/** The desk at one moment. */
export type DeskSeen = {
  now: Now
  /** All that have not ended. */
  rows: readonly HandOffRow[]
  handOffs: readonly HandOff[]
  agents: readonly Agent[]
  members: ReadonlyMap<StaffId, StaffMember>
}

export async function readDesk({ store, content, now }: Pick<DeskNeeds, 'store' | 'content' | 'now'>): Promise<DeskSeen> {
  const at = now()
  const [live, staff, changes] = await Promise.all([store.live(at), store.staff(), store.queueChanges(at)])
  const rows = live.filter(({ handOff }) => !hasEnded(handOff.situation))
  const handOffs = rows.map(({ handOff }) => handOff)
  return {
    now: nowOf({ queues: content().queues.values(), changes, staff, handOffs }, at),
    rows,
    handOffs,
    agents: agentsOf(staff, handOffs),
    members: new Map(staff.map((member) => [staffIdOf(member), member])),
  }
}
