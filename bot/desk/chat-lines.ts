import { isPart } from '../cards/card-parts.js'
import { ADAPTIVE_CARD } from '../cards/card-type.js'
import { SECURE_PATH } from '../cards/own-forms.js'
import { saidToHtml, type MessageWords } from '../cards/message-to-html.js'
import type { StoredWithSeq } from '../domain/conversations/conversation.js'
import type { Attachment, StoredActivity } from '../domain/conversations/message.js'
import type { ChatLine } from '../domain/desk/desk-view.js'
import { Label } from '../domain/outcome.js'
import { withoutMasked } from '../understanding/personal-data.js'

/** The lines of a chat as the desk shows them: the cards as the citizen has them, without what only the citizen may press. */
export const chatLines = (handOff: string, stored: readonly StoredWithSeq[], words: MessageWords): ChatLine[] =>
  stored.filter(({ activity }) => activity.type === 'message').map((line) => chatLine(handOff, line, words))

function chatLine(handOff: string, { seq, activity }: StoredWithSeq, words: MessageWords): ChatLine {
  const label = Label.safeParse(activity.channelData?.['lotsen']).data
  const files = (activity.attachments ?? []).filter(({ contentType }) => contentType !== ADAPTIVE_CARD)
  const text = activity.text ?? ''
  return {
    seq,
    id: activity.id,
    at: activity.timestamp,
    from: fromOf(activity),
    html: saidToHtml({ ...activity, attachments: (activity.attachments ?? []).map(inert) }, words),
    ...(label && activity.from.id === 'lotsen' ? { turn: label.turn } : {}),
    ...(label?.results?.length ? { results: label.results.map(({ id, kind }) => ({ id, kind })) } : {}),
    ...(withoutMasked(`${text}, .`) === `${text}, .` ? {} : { masked: true }),
    ...(files.length > 0 ? { attachments: files.flatMap((file) => attached(handOff, file)) } : {}),
  }
}

function fromOf({ from }: StoredActivity): ChatLine['from'] {
  if (from.role === 'user') return { kind: 'citizen' }
  return from.id === 'agent' ? { kind: 'agent', ...(from.name === undefined ? {} : { name: from.name }) } : { kind: 'bot' }
}

const FILE = /^\/v3\/directline\/attachments\/([^?/]+)/

function attached(handOff: string, { contentUrl, contentType, name }: Attachment): NonNullable<ChatLine['attachments']> {
  const file = FILE.exec(contentUrl ?? '')?.[1]
  const url = `/staff/api/chats/${encodeURIComponent(handOff)}/attachments/${file}`
  return file === undefined ? [] : [{ name: name ?? contentType, url, contentType }]
}

const inert = (attachment: Attachment): Attachment =>
  attachment.contentType === ADAPTIVE_CARD ? { ...attachment, content: withoutPresses(attachment.content) } : attachment

/** Links stay; what sends something, and the form that only the citizen can open, are the citizen's to press. */
function withoutPresses(part: unknown): unknown {
  if (Array.isArray(part)) return part.filter((one) => !isPress(one)).map(withoutPresses)
  if (!isPart(part)) return part
  const kept = Object.entries(part).filter(([key, value]) => !(key === 'selectAction' && isPress(value)))
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutPresses(value)]))
}

const isPress = (part: unknown): boolean => {
  const type = isPart(part) ? String(part['type']) : ''
  if (type === 'Action.OpenUrl') return isPart(part) && String(part['url']).startsWith(SECURE_PATH)
  return type.startsWith('Input.') || type.startsWith('Action.')
}
