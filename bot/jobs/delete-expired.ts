import type { ConversationStore } from '../domain/conversations/conversation.js'
import type { PlanStore } from '../domain/permits/saved-plan.js'
import type { Log } from '../telemetry/log.js'

/** How long each kind of data is kept. */
export type Keep = { conversationDays: number; sharedComputerMinutes: number; uploadHours: number; planDays: number }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Deletes what is past its time. May run twice or late without harm: what is gone is gone. */
export async function deleteExpired(
  { conversations, plans }: { conversations: Pick<ConversationStore, 'deleteExpired'>; plans: Pick<PlanStore, 'deleteExpired'> },
  keep: Keep,
  at: Date,
  log: Log,
): Promise<void> {
  const before = (milliseconds: number) => new Date(at.getTime() - milliseconds)
  const deleted = await conversations.deleteExpired({
    ordinaryBefore: before(keep.conversationDays * DAY),
    sharedBefore: before(keep.sharedComputerMinutes * MINUTE),
    uploadsBefore: before(keep.uploadHours * HOUR),
    countersBefore: before(2 * DAY),
  })
  const oldPlans = await plans.deleteExpired(before(keep.planDays * DAY))
  log.info({ ...deleted, plans: oldPlans }, 'deleted what is past its time')
}
