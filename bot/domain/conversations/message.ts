import type { Label } from '../outcome.js'

/** An Adaptive Card as it is sent. Templates in adaptive-cards/ make them; nothing else does. */
export type Card = {
  type: 'AdaptiveCard'
  version: string
  lang?: string
  rtl?: boolean
  speak?: string
  body: unknown[]
  actions?: unknown[]
} & Record<string, unknown>

/** What a button sends back: a verb of ours and its data. */
export type PressData = { verb: string } & Record<string, unknown>

/** A button below a message that is gone once something else is said. */
export type Suggestion = { title: string; press: PressData }

/**
 * One message from the bot, before a channel puts it in its envelope.
 * `text` is what is said when the cards cannot be shown; `speak` what is read aloud.
 */
export type Message = {
  text: string
  speak: string
  /** BCP 47 */
  language: string
  cards: readonly Card[]
  suggestions: readonly Suggestion[]
  label: Label
}

export type Attachment = { contentType: string; name?: string; content?: unknown; contentUrl?: string }

/**
 * A message, event or end as it is stored: the Bot Framework activity schema, without the parts that
 * only a channel knows (serviceUrl, recipient). `id` is unique in the conversation.
 */
export type StoredActivity = {
  id: string
  type: 'message' | 'event' | 'endOfConversation'
  timestamp: string
  from: { id: string; name?: string; role: 'bot' | 'user' }
  replyToId?: string
  text?: string
  textFormat?: 'plain' | 'markdown'
  speak?: string
  locale?: string
  inputHint?: 'acceptingInput' | 'expectingInput' | 'ignoringInput'
  name?: string
  value?: unknown
  attachments?: Attachment[]
  attachmentLayout?: 'list' | 'carousel'
  suggestedActions?: { actions: { type: string; title: string; value: unknown; displayText?: string }[]; to?: string[] }
  channelData?: Record<string, unknown>
}
