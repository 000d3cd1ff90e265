import type { ConversationKey, ConversationRow } from '../../domain/conversations/conversation.js'
import type { StoredActivity } from '../../domain/conversations/message.js'
import { remembered, type State } from '../../domain/conversations/state.js'
import { wallClock } from '../../domain/desk/stockholm-time.js'
import { PHONE_CHANNEL } from '../../domain/phone/call.js'
import type { KnownPlan } from '../../cards/phone/plan-view.js'
import type { PhoneNeeds } from './needs.js'

/** A call as it stands. */
export type OpenCall = { key: ConversationKey; call: string; state: State; activities: readonly StoredActivity[] }

export const keyOfCall = (conversation: string): ConversationKey => ({ channel: PHONE_CHANNEL, conversation })

const AT_ONCE = 100

/** Undefined when it is over, or there never was one. */
export async function openCall(needs: Pick<PhoneNeeds, 'conversations'>, call: string): Promise<OpenCall | undefined> {
  const key = keyOfCall(call)
  const row = await needs.conversations.find(key)
  if (!row || row.ended) return undefined
  return { key, call, state: stateIn(row), activities: await activitiesIn(needs, key) }
}

const stateIn = ({ state }: ConversationRow): State => remembered(state)

async function activitiesIn(
  { conversations }: Pick<PhoneNeeds, 'conversations'>,
  key: ConversationKey,
): Promise<StoredActivity[]> {
  const all: StoredActivity[] = []
  for (let after = 0; ;) {
    const some = await conversations.activities(key, after, AT_ONCE)
    all.push(...some.map(({ activity }) => activity))
    after = some.at(-1)?.seq ?? after
    if (some.length < AT_ONCE) return all
  }
}

/** The permit plan of a call, with its code; undefined when none has been made. */
export async function planOf(
  { plans, now }: Pick<PhoneNeeds, 'plans' | 'now'>,
  { state }: OpenCall,
): Promise<KnownPlan | undefined> {
  const plan = state.pilot?.plan
  const saved = plan && (await plans.find(plan.id, now()))
  return plan && saved ? { saved, code: plan.code, today: wallClock(now()).day } : undefined
}
