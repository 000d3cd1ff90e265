import type { ActAnswer } from '../domain/desk/acts.js'
import { keepsChats, type Presence } from '../domain/desk/agent.js'
import type { HandOffEvent } from '../domain/desk/hand-off-events.js'
import { leaseOf } from '../domain/desk/hand-off.js'
import type { StaffId } from '../domain/desk/staff-member.js'
import { wallClock } from '../domain/desk/stockholm-time.js'
import { afterBeingAway } from '../domain/desk/wait-memory.js'
import { entryOf, type Acting, type ActOf } from './acting.js'
import { changeHandOff, type Changing } from './changing.js'
import { learn } from './learning.js'
import type { DeskNeeds } from './needs.js'

/** There, away, on a break, or gone home: who goes home lets go of the chats, so that nobody waits for the next morning. */
export async function setPresence(acting: Acting, { presence }: ActOf<'presence'>): Promise<ActAnswer> {
  const { needs, member, by, audit } = acting
  await needs.store.heard(member.tenant, member.oid, needs.now(), presence)
  await needs.store.log(entryOf(acting, by, { presence }))
  await giveUp(needs, by, presence, { by, action: audit })
  if (presence === 'available' && member.awaySince) await rememberAbsence(needs, member.awaySince)
  return { kind: 'done' }
}

/** Gives up whatever somebody who is now `presence` does not keep. `as`: who does it, and as what it is written down. */
export async function giveUp(
  needs: DeskNeeds,
  who: StaffId,
  presence: Presence,
  as: Pick<Changing, 'by' | 'action'>,
): Promise<void> {
  for (const { handOff, event } of await givenUp(needs, who, presence)) await changeHandOff(needs, handOff, { event, ...as })
}

async function rememberAbsence(needs: DeskNeeds, since: Date): Promise<void> {
  const seconds = (needs.now().getTime() - since.getTime()) / 1000
  const from = wallClock(since).minutes * 60
  await learn(needs, ({ memory, calibration }) => ({ memory: afterBeingAway(memory, from, seconds), calibration }))
}

/** Whoever goes home lets go of the chats; whoever is not available any more says no to what is offered. */
type GivenUp = { handOff: string; event: HandOffEvent }
async function givenUp({ store, now }: DeskNeeds, by: string, presence: Presence): Promise<GivenUp[]> {
  if (presence === 'available') return []
  return (await store.live(now())).flatMap(({ handOff: { id, situation } }): GivenUp[] => {
    const lease = leaseOf(situation)
    if (lease?.holder === by && !keepsChats(presence)) return [{ handOff: id, event: { kind: 'let-go', by, term: lease.term } }]
    const isOffered = situation.status === 'offered' && situation.to === by
    return isOffered ? [{ handOff: id, event: { kind: 'declined', by } }] : []
  })
}
