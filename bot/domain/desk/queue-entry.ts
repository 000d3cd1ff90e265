import { z } from 'zod'
import { InEveryLanguage } from '../language.js'
import { QueueSettings } from './queue.js'

/** A team that people are handed over to. One file in content/queues/. */
export const QueueEntry = QueueSettings.extend({
  /** As it is said to citizens: "You are in the queue for …". */
  name: InEveryLanguage,
  /** Ids of contact points: what they answer for is asked here. */
  contacts: z.array(z.string()).default([]),
  /** Who is told by mail of a promise that is late, and of what agents file for the owner. */
  owner: z.email(),
  /** Where complaints and applications from its chats are sent to be registered; otherwise to the general queue's. */
  registrar: z.email().optional(),
  /** Ids of the contact points that are shown to somebody with a protected identity. */
  phone: z.string(),
  letter: z.string(),
  /** Where the hours were read; `weak` when nobody has confirmed them. */
  source: z.strictObject({ hours: z.string(), weak: z.boolean() }),
})
export type QueueEntry = z.infer<typeof QueueEntry>
