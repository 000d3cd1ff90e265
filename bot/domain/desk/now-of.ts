import type { Agent } from './agent.js'
import { agentsOf } from './agents-of.js'
import { hasEnded, type HandOff } from './hand-off.js'
import type { Now } from './hand-off-events.js'
import type { HandOffRow, QueueChange } from './ports.js'
import type { Queues, QueueSettings } from './queue.js'
import { attended, present } from './routing.js'
import type { StaffMember } from './staff-member.js'

/** What is read of the desk to know what the moment is like. */
export type DeskRead = {
  /** Those of content/queues. */
  queues: Iterable<QueueSettings>
  /** What leads have decided over the hours. */
  changes: readonly QueueChange[]
  staff: readonly StaffMember[]
  /** All that have not ended. */
  handOffs: readonly HandOff[]
}

export const queuesOf = ({ queues, changes }: Pick<DeskRead, 'queues' | 'changes'>): Queues =>
  new Map([...queues].map((queue) => [queue.id, { ...queue, changes: changes.filter((change) => change.queue === queue.id) }]))

/** The moment `at`: the queues with what leads have changed, those that somebody there can see, and who is there. */
export const nowOf = (read: DeskRead, at: Date): Now => momentOf(read, agentsOf(read.staff, read.handOffs), at)

function momentOf(read: DeskRead, agents: readonly Agent[], at: Date): Now {
  const queues = queuesOf(read)
  return { at, queues, attended: attended(queues, agents, at), there: present(agents, at) }
}

/** The desk at one moment. `rows` and `handOffs` are all that have not ended. */
export type DeskAt = { now: Now; rows: readonly HandOffRow[]; handOffs: readonly HandOff[]; agents: readonly Agent[] }

/** `live` are those that have not ended, and some that have just done so. */
export function deskAt({ live, ...read }: Omit<DeskRead, 'handOffs'> & { live: readonly HandOffRow[] }, at: Date): DeskAt {
  const rows = live.filter(({ handOff }) => !hasEnded(handOff.situation))
  const handOffs = rows.map(({ handOff }) => handOff)
  const agents = agentsOf(read.staff, handOffs)
  return { now: momentOf({ ...read, handOffs }, agents, at), rows, handOffs, agents }
}
