import { z } from 'zod'
import { Hours, type HoursChange } from './opening-hours.js'
import { PROMISE_KINDS } from './promise-kind.js'

/** Urgent: somebody may come to harm or lose a right today. Nobody chooses it in the chat; it follows from the topic, or an agent sets it. */
export const URGENCIES = ['urgent', 'ordinary'] as const
export type Urgency = (typeof URGENCIES)[number]

const Minutes = z.number().int().positive()

/** What a team answers. Opening hours belong to it, never to the bot. The lead's changes come from the desk, not from the file. */
export const QueueSettings = z.strictObject({
  id: z.string().min(1),
  hours: Hours,
  /** Where those go on waiting whose own queue is taken away. One queue is this; without one it is the first. */
  general: z.boolean().default(false),
  /** Queues whose people may take chats of this one, and after how many minutes of waiting. */
  overflow: z.array(z.strictObject({ afterMinutes: Minutes, to: z.string() })).default([]),
  /** Skills are asked for at first; these are the minutes of waiting after which one is no longer. Without one it always is. */
  topicForMinutes: Minutes.optional(),
  languageForMinutes: Minutes.optional(),
  /** When somebody has waited so long, the shift lead is told, and the person is offered to be called. */
  longWaitMinutes: Minutes.default(20),
  /** Minutes of open time within which each promise is kept. */
  promiseMinutes: z.record(z.enum(PROMISE_KINDS), Minutes).default({ 'answer-here': 60, 'call-back': 240, 'e-mail': 480 }),
})
export type QueueSettings = z.infer<typeof QueueSettings>
export type Queue = QueueSettings & { changes: readonly HoursChange[] }
export type Queues = ReadonlyMap<string, Queue>

/** Undefined only where there is no queue at all. */
export const generalQueue = (queues: Queues): Queue | undefined =>
  [...queues.values()].find(({ general }) => general) ?? queues.values().next().value
