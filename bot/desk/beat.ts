import { BEAT_SECONDS, LEASE_SECONDS } from '../domain/desk/claim.js'
import { leaseOf } from '../domain/desk/hand-off.js'
import { queuesOf } from '../domain/desk/now-of.js'
import type { HandOffRow, Prolonged } from '../domain/desk/ports.js'
import { staffIdOf, type StaffMember } from '../domain/desk/staff-member.js'
import { step } from '../domain/desk/step.js'
import { nextLookAt } from '../domain/desk/ticked.js'
import type { DeskNeeds } from './needs.js'

// Others write to the same chat all the time; the next beat comes long before a claim runs out.
const TRIES = 3
// Somebody may have the desk open twice: what was prolonged so short a time ago needs no more.
const JUST_NOW_SECONDS = BEAT_SECONDS / 3

/** A desk has been heard of: its agent is there, and keeps what it holds. Nothing is told to anybody, and nothing written down. */
export async function beat(needs: DeskNeeds, member: StaffMember): Promise<void> {
  const by = staffIdOf(member)
  const at = needs.now()
  await needs.store.heard(member.tenant, member.oid, at)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const held = (await needs.store.heldBy(by)).flatMap((row) => prolongedOf(needs, row, by, at) ?? [])
    if (held.length === 0 || (await needs.store.prolong(held, at)).length === held.length) return
  }
}

/** Undefined when it is not theirs, or is good for long already. */
function prolongedOf({ content }: DeskNeeds, row: HandOffRow, by: string, at: Date): Prolonged | undefined {
  const lease = leaseOf(row.handOff.situation)
  if (lease?.holder !== by || lease.until.getTime() - at.getTime() > (LEASE_SECONDS - JUST_NOW_SECONDS) * 1000) return undefined
  const queues = queuesOf({ queues: content().queues.values(), changes: [] })
  const event = { kind: 'beat', by, term: lease.term } as const
  const stepped = step(row.handOff, event, { at, queues, attended: new Set(), there: new Set() })
  if (stepped.kind === 'refused') return undefined
  const queue = queues.get(row.handOff.place.queue)
  const lookAt = queue && nextLookAt(stepped.handOff, queue)
  return { version: row.version, briefing: row.briefing, handOff: stepped.handOff, ...(lookAt ? { lookAt } : {}) }
}
