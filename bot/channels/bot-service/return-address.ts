import { z } from 'zod'
import type { BotActivity } from './bot-activity.js'

/**
 * Where answers go: the Bot Framework's conversation reference, without names of people. Teams needs to know of a conversation
 * whether it is personal and whose tenant it is in.
 */
export const ReturnAddress = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().optional(),
    isGroup: z.boolean().optional(),
    tenantId: z.string().optional(),
  }),
  bot: z.object({ id: z.string(), name: z.string().optional() }),
  user: z.object({ id: z.string() }),
  /** The activity that is answered, by the channel's own id. */
  activityId: z.string().optional(),
})
export type ReturnAddress = z.infer<typeof ReturnAddress>

/** Undefined when the activity does not say where an answer could be sent. */
export function returnAddressOf(activity: BotActivity): ReturnAddress | undefined {
  const { serviceUrl, channelId, recipient, from } = activity
  if (!serviceUrl || !recipient) return undefined
  const { id, conversationType, isGroup, tenantId } = activity.conversation
  return {
    channelId,
    serviceUrl,
    conversation: { id, ...given({ conversationType, isGroup, tenantId }) },
    bot: { id: recipient.id, ...given({ name: recipient.name }) },
    user: { id: from.id },
    ...given({ activityId: activity.id }),
  }
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> }

const given = <T extends Record<string, unknown>>(fields: T): Given<T> => {
  const known: Given<T> = {}
  for (const key in fields) {
    const value = fields[key]
    if (value !== undefined && value !== null) known[key] = value
  }
  return known
}
