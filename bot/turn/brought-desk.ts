import type { Content } from '../domain/content/content.js'
import type { ConversationKey } from '../domain/conversations/conversation.js'
import type { State } from '../domain/conversations/state.js'
import type { WaitKnowledge } from '../domain/desk/expected-wait.js'
import { leaseOf, type HandOff } from '../domain/desk/hand-off.js'
import type { Now } from '../domain/desk/hand-off-events.js'
import { deskAt } from '../domain/desk/now-of.js'
import type { DeskReader, DeskStore, HandOffRow, ShownWait } from '../domain/desk/ports.js'
import { placeInQueue } from '../domain/desk/routing.js'
import type { StaffMember } from '../domain/desk/staff-member.js'
import { whoHears } from '../domain/desk/who-hears.js'
import { rolesFor } from '../domain/people/permissions.js'
import { commandIn } from '../understanding/commands.js'
import { textOf } from './text-of.js'
import type { Inbound } from './turn.js'

/**
 * The desk as it stood when a turn began that may need it.
 * - `agent-hears`: what was typed is for the agent, and nothing more was looked up.
 * - `seen`: `row` is the hand-off that the turn is about, if there is one; `agent` holds it; `handOffs` are all that have not ended. `waits` is
 *   there when a wait may be told that the clock has not counted yet.
 */
export type BroughtDesk =
  | { kind: 'agent-hears'; row: HandOffRow }
  | { kind: 'seen'; row?: HandOffRow; now: Now; agent?: StaffMember; handOffs: readonly HandOff[]; waits?: WaitKnowledge }
export type DeskSeen = Extract<BroughtDesk, { kind: 'seen' }>

/** What a turn needs of the desk. Undefined where nothing of it is asked for, without a question to the database. */
export type DeskPort = {
  bring: (asking: { inbound: Inbound; state: State; isCrisis: boolean }) => Promise<BroughtDesk | undefined>
  commitTurn: DeskStore['commitTurn']
}

type Needs = {
  store: Pick<DeskReader, 'find' | 'live' | 'staff' | 'members' | 'queueChanges' | 'waitMemory'> & Pick<DeskStore, 'commitTurn'>
  content: () => Content
}

export const deskPort = ({ store, content }: Needs): DeskPort => ({
  commitTurn: (commit, change) => store.commitTurn(commit, change),
  async bring({ inbound, state, isCrisis }) {
    const id = pressedHandOff(inbound) ?? state.desk?.handOff
    if (id === undefined && !asksForPerson(inbound)) return undefined
    const found = id === undefined ? undefined : await store.find(id)
    const row = found && isSame(found.key, inbound.key) ? found : undefined
    if (row && !isCrisis && isTyped(inbound) && whoHears(row.handOff.situation) === 'agent') return { kind: 'agent-hears', row }
    return seenBy({ store, content }, row, inbound.at, tellsWait(inbound))
  },
})

async function seenBy({ store, content }: Needs, row: HandOffRow | undefined, at: Date, asksWait: boolean): Promise<DeskSeen> {
  const holder = row && (leaseOf(row.handOff.situation)?.holder ?? row.handOff.lastAgent)
  const [live, staff, [agent], changes, known] = await Promise.all([
    store.live(at),
    store.staff(rolesFor('desk.take')),
    store.members(holder === undefined ? [] : [holder]),
    store.queueChanges(at),
    asksWait ? store.waitMemory() : undefined,
  ])
  const { now, handOffs, agents } = deskAt({ queues: content().queues.values(), changes, staff, live }, at)
  return {
    kind: 'seen',
    row,
    now,
    agent,
    handOffs,
    ...(known ? { waits: { ...known, agents } } : {}),
  }
}

/** A press names the hand-off that its card was about. It counts only in the conversation of that hand-off. */
function pressedHandOff({ said }: Inbound): string | undefined {
  if (said.kind !== 'press' || !said.press.verb.startsWith('desk.')) return undefined
  const { handOff } = said.press
  return typeof handOff === 'string' ? handOff : undefined
}

const asksForPerson = ({ said, who }: Inbound): boolean =>
  'citizen' in who && ((said.kind === 'press' && said.press.verb === 'person') || commandIn(textOf({ said }) ?? '') === 'person')

const WITH_A_WAIT: readonly string[] = ['desk.approve', 'desk.protected']

/** Whether a wait may be told before the clock has counted it: with the summary, and to somebody who has just approved it. */
const tellsWait = (inbound: Inbound): boolean =>
  asksForPerson(inbound) || (inbound.said.kind === 'press' && WITH_A_WAIT.includes(inbound.said.press.verb))

const isTyped = ({ said }: Inbound): boolean => said.kind === 'text' || said.kind === 'files'
const isSame = (one: ConversationKey, other: ConversationKey): boolean =>
  one.channel === other.channel && one.conversation === other.conversation

/** The place of a hand-off in its queue, as of now. How long it takes is counted by the clock, and shown when it is known. */
export function placeOf(handOff: HandOff, { handOffs, now }: Pick<DeskSeen, 'handOffs' | 'now'>): ShownWait {
  const { ahead, of } = placeInQueue(handOff, [...handOffs.filter(({ id }) => id !== handOff.id), handOff])
  // Whoever does not stand in the line has nobody before them.
  return { at: now.at, ahead: Math.max(0, ahead), of }
}
