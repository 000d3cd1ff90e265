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
  const fields: [string, unknown][] = Object.entries(part)
  const isExecute = fields.some(([key, value]) => key === 'type' && value === 'Action.Execute')
  const same = Object.fromEntries(fields.map(([key, inner]) => [key, key === 'data' ? inner : withSubmit(inner)]))
  return isExecute ? submitOf(same) : same
}

function submitOf(execute: Record<string, unknown>): Record<string, unknown> {
  const rest = Object.fromEntries(Object.entries(execute).filter(([key]) => key !== 'verb' && key !== 'fallback'))
  return {
    ...rest,
    type: 'Action.Submit',
    data: { ...(typeof execute['data'] === 'object' ? execute['data'] : {}), verb: execute['verb'] },
  }
}
