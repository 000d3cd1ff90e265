import { may } from '../people/permissions.js'
import type { Agent } from './agent.js'
import { leaseOf, type HandOff } from './hand-off.js'
import { staffIdOf, type StaffMember } from './staff-member.js'

/** Those of the staff who may take chats, as routing sees them. `handOffs` are all that have not ended: what somebody holds is counted there. */
export function agentsOf(staff: readonly StaffMember[], handOffs: readonly HandOff[]): Agent[] {
  const held = new Map<string, number>()
  for (const { situation } of handOffs) {
    const holder = leaseOf(situation)?.holder
    if (holder !== undefined) held.set(holder, (held.get(holder) ?? 0) + 1)
  }
  return staff.filter(({ roles }) => may(roles, 'desk.take')).map((member) => agentOf(member, held.get(staffIdOf(member)) ?? 0))
}

// A desk that was never heard of is as one that has been silent for long.
const NEVER = new Date(0)

const agentOf = (member: StaffMember, chats: number): Agent => ({
  id: staffIdOf(member),
  queues: member.queues,
  languages: member.languages,
  topics: member.topics,
  presence: member.presence,
  heardAt: member.heardAt ?? NEVER,
  capacity: member.capacity,
  chats,
  awaySince: member.awaySince,
  shift: member.shift,
  lastTakenAt: member.lastTakenAt,
})
