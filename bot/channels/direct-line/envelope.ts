import type { StoredActivity } from '../../domain/conversations/message.js'

const CARD = 'application/vnd.microsoft.card.adaptive'

/** A stored activity as a Direct Line client gets it. */
export const envelope = (activity: StoredActivity, conversation: string, base: string) => ({
  ...activity,
  channelId: 'directline',
  conversation: { id: conversation },
  ...(activity.attachments ? { attachments: activity.attachments.map((attachment) => forClients(attachment, base)) } : {}),
})

type StoredAttachment = NonNullable<StoredActivity['attachments']>[number]

const forClients = (attachment: StoredAttachment, base: string): StoredAttachment => ({
  ...attachment,
  // Files are stored with a path, since the address that we are reached by may change.
  ...(attachment.contentUrl?.startsWith('/') ? { contentUrl: base + attachment.contentUrl } : {}),
  ...(attachment.contentType === CARD ? { content: withSubmit(attachment.content) } : {}),
})

// botframework-webchat draws a button for Action.Execute and then does nothing when it is pressed.
function withSubmit(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withSubmit)
  if (typeof part !== 'object' || part === null) return part
  const same = Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, key === 'data' ? inner : withSubmit(inner)]))
  if (same['type'] !== 'Action.Execute') return same
  const { verb, data, fallback: _, ...rest } = same
  return { ...rest, type: 'Action.Submit', data: { ...(typeof data === 'object' ? data : {}), verb } }
}
