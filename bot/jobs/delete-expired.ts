import type { ConversationStore } from '../domain/conversations/conversation.js'
import { FULL_AGAIN_SECONDS, type SendBudget } from '../domain/conversations/send-budget.js'
import type { MailStore } from '../domain/mail.js'
import type { DeskStore } from '../domain/desk/ports.js'
import type { TeamStore } from '../domain/desk/team-ports.js'
import type { PeopleStore } from '../domain/people/people.js'
import type { PlanStore } from '../domain/permits/saved-plan.js'
import type { SendFailures } from '../domain/send-failures.js'
import type { Log } from '../telemetry/log.js'

/** How long each kind of data is kept. */
export type Keep = {
  conversationDays: number
  sharedComputerMinutes: number
  uploadHours: number
  planDays: number
  reportDays: number
  auditDays: number
}

export type Expiring = {
  conversations: Pick<ConversationStore, 'deleteExpired'>
  plans: Pick<PlanStore, 'deleteExpired'>
  mails: Pick<MailStore, 'deleteExpired'>
  sendFailures: Pick<SendFailures, 'deleteExpired'>
  budget: Pick<SendBudget, 'deleteUnused'>
  desk: Pick<DeskStore, 'deleteExpired'>
  teams: Pick<TeamStore, 'deleteExpired'>
  people: Pick<PeopleStore, 'deleteExpired'>
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Deletes what is past its time. May run twice or late without harm: what is gone is gone. */
export async function deleteExpired(
  { conversations, plans, mails, sendFailures, budget, desk, teams, people }: Expiring,
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
  // After the conversations: a hand-off goes with its own.
  await desk.deleteExpired(at, { conversations: keep.conversationDays, reports: keep.reportDays, audit: keep.auditDays })
  // What a team's channel was told is about conversations, and whoever asked for access and never got it is nobody here.
  await teams.deleteExpired(before(keep.conversationDays * DAY))
  await people.deleteExpired(before(keep.conversationDays * DAY))
  const oldPlans = await plans.deleteExpired(before(keep.planDays * DAY))
  // As long as a conversation: a mail that was given up says no less.
  await mails.deleteExpired(before(keep.conversationDays * DAY))
  await sendFailures.deleteExpired(before(keep.conversationDays * DAY))
  await budget.deleteUnused(before(FULL_AGAIN_SECONDS * 1000))
  log.info({ ...deleted, plans: oldPlans }, 'deleted what is past its time')
}
