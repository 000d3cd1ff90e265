import { agentsOf } from './agents-of.js'
import type { HandOff } from './hand-off.js'
import type { Now } from './hand-off-events.js'
import type { QueueChange } from './ports.js'
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
export function nowOf(read: DeskRead, at: Date): Now {
  const queues = queuesOf(read)
  const agents = agentsOf(read.staff, read.handOffs)
  return { at, queues, attended: attended(queues, agents, at), there: present(agents, at) }
}
