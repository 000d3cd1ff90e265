import { hoursOn, isOpen, openingAt, opensNext, type HoursChange } from './opening-hours.js'
import type { NamedDay } from './named-days.js'
import type { Queue } from './queue.js'
import { wallClock } from './stockholm-time.js'

/** Why nobody can be waited for now, so that each can be told in words of its own. */
export const SHUT_REASONS = [
  'closed-by-lead',
  'exception',
  'named-day',
  'outside-hours',
  'last-chat-taken',
  'nobody-there',
] as const
export type ShutReason = (typeof SHUT_REASONS)[number]

export type Door =
  | { is: 'open'; until: Date; lastChatAt: Date }
  | { is: 'shut'; why: ShutReason; opensNext?: Date; namedDay?: NamedDay; lead?: HoursChange }

/** Whether a new chat may wait in this queue. `isAttended`: somebody on shift can see it. */
export function doorOf(queue: Queue, at: Date, isAttended: boolean): Door {
  const opening = openingAt(queue, at)
  const lastChatAt = opening && new Date(opening.to.getTime() - queue.hours.lastChatMinutes * 60_000)
  if (opening && lastChatAt && at < lastChatAt && isAttended) return { is: 'open', until: opening.to, lastChatAt }
  const shut = { is: 'shut', opensNext: opensNext(queue, at) } as const
  if (!opening || !lastChatAt) return { ...shut, ...whyShut(queue, at) }
  return { ...shut, why: at < lastChatAt ? 'nobody-there' : 'last-chat-taken' }
}

function whyShut({ hours, changes }: Queue, at: Date): { why: ShutReason; namedDay?: NamedDay; lead?: HoursChange } {
  const lead = changes.findLast(({ from, until }) => from <= at && at < until)
  // In the night it is the hour, also where the lead has closed until tomorrow.
  if (lead && isOpen({ hours, changes: changes.filter((change) => change !== lead) }, at)) return { why: 'closed-by-lead', lead }
  const { spans, why } = hoursOn(hours, wallClock(at).day)
  // On a day with a few hours it is the hour that is wrong, whatever the day is called.
  if (spans.length > 0 || why.kind === 'week') return { why: 'outside-hours' }
  return why.kind === 'named-day' ? { why: 'named-day', namedDay: why.name } : { why: 'exception' }
}
