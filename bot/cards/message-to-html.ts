import type { Attachment, Card, StoredActivity } from '../domain/conversations/message.js'
import { directionOf } from '../i18n/direction.js'
import { ADAPTIVE_CARD } from './card-type.js'
import { isPart } from './card-parts.js'
import { attribute, escapeHtml } from './escape.js'
import { blocksToHtml } from './markdown.js'
import { pageToHtml, safeId } from './html/writing.js'
import { fileToHtml, sizeOf } from './html/file.js'
import { cardToHtml, type CardWords } from './to-html.js'

/** What a message needs besides its own words, in the language of the page around it. */
export type MessageWords = CardWords & {
  /** Who said it, read aloud before each message. */
  you: string
  bot: string
  /** Names the row of buttons below a message. */
  suggestions: string
  /** Stands for a card that can no longer be shown. */
  unreadableCard: string
  /** Stands before the name of a file that was sent. */
  file: string
}

export type MessagePlace = {
  /** The message's number in the conversation, where it is known. */
  seq?: number
  /** Only the last message shows its buttons below: they are gone once something else is said. */
  isLast?: boolean
}

/** The id that a message has on the page, and in an address after #. */
export const anchorOf = (activity: string): string => `m-${safeId(activity)}`

/** One message as an <li>; an empty string for what is not shown (events). Never throws: one unreadable card must not hide the others. */
export function messageToHtml(activity: StoredActivity, words: MessageWords, { seq, isLast = true }: MessagePlace = {}): string {
  if (activity.type !== 'message') return ''
  const isBot = activity.from.role === 'bot'
  const attributes = attribute('id', anchorOf(activity.id)) + attribute('data-activity', activity.id) + attribute('data-seq', seq)
  const who = `<h2 class="hidden-visually">${escapeHtml(isBot ? (activity.from.id === 'agent' && activity.from.name) || words.bot : words.you)}</h2>`
  const attachments = (activity.attachments ?? []).map((attachment, index) =>
    attachmentToHtml(attachment, index, activity, words),
  )
  const content =
    agentToHtml(activity) +
    textToHtml(activity, words) +
    attachments.join('') +
    (isLast ? suggestionsToHtml(activity, words) : '')
  return `<li class="message ${isBot ? 'bot' : 'person'}"${attributes} tabindex="-1">${who}<div class="said"${languageOf(activity)}>${content}</div></li>`
}

/** Text and cards of a message, without who said it and without buttons below, for a page that puts them in a frame of its own. */
export const saidToHtml = (activity: StoredActivity, words: MessageWords): string =>
  textToHtml(activity, words) +
  (activity.attachments ?? [])
    .filter(({ contentType }) => contentType === ADAPTIVE_CARD)
    .map((attachment, index) => attachmentToHtml(attachment, index, activity, words))
    .join('')

/** Which person of the city wrote it: first name and team. */
function agentToHtml({ from, channelData }: StoredActivity): string {
  if (from.id !== 'agent' || !from.name) return ''
  const { team } = (channelData?.['lotsen'] ?? {}) as { team?: unknown }
  return `<p class="agent">${escapeHtml([from.name, ...(typeof team === 'string' ? [team] : [])].join(', '))}</p>`
}

/** A person may write any language in either direction, whatever the browser claims; the bot knows what it wrote. */
const languageOf = ({ from, locale }: StoredActivity): string => {
  const direction = from.role === 'user' ? 'auto' : locale === undefined ? undefined : directionOf(locale)
  return attribute('lang', locale) + attribute('dir', direction)
}

function textToHtml({ text = '', textFormat, from }: StoredActivity, words: MessageWords): string {
  if (text.trim() === '') return ''
  // What a person wrote is shown as it was written, whatever the client says about its format.
  const isPlain = from.role === 'user' || textFormat === 'plain'
  return isPlain ? `<p class="text plain">${escapeHtml(text)}</p>` : `<div class="text">${blocksToHtml(text, words)}</div>`
}

function attachmentToHtml(attachment: Attachment, index: number, activity: StoredActivity, words: MessageWords): string {
  const { contentType, content } = attachment
  if (contentType !== ADAPTIVE_CARD) return fileToHtml(attachment, sizeOf(activity, index), words)
  return isPart(content) ? cardOrItsWords(content as Card, { activity: activity.id, card: index, words, headingLevel: 3 }) : ''
}

// A stored card is as old as the conversation: what an earlier release wrote may be more than this one can.
function cardOrItsWords(card: Card, place: Parameters<typeof cardToHtml>[1] & { words: MessageWords }): string {
  try {
    return cardToHtml(card, place)
  } catch {
    return `<p class="text">${escapeHtml(typeof card.speak === 'string' ? card.speak : place.words.unreadableCard)}</p>`
  }
}

/** Buttons of one form. The form sends the place of the button; the script uses `data-press`, the value of the action. */
function suggestionsToHtml({ id, suggestedActions }: StoredActivity, words: MessageWords): string {
  const actions = suggestedActions?.actions ?? []
  if (actions.length === 0) return ''
  const buttons = actions.map(
    ({ title, value }, index) =>
      `<li><button type="submit" class="button" name="suggestion" value="${index}"${attribute('data-press', JSON.stringify(value ?? title))}>${escapeHtml(title)}</button></li>`,
  )
  return (
    `<form method="post" action="/press" class="press suggestions">${pageToHtml(words.page)}<input type="hidden" name="activity"${attribute('value', id)}>` +
    `<ul${attribute('aria-label', words.suggestions)}>${buttons.join('')}</ul></form>`
  )
}
