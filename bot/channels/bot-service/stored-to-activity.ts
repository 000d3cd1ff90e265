import { suggestionsCard } from '../../cards/suggestions-card.js'
import { ADAPTIVE_CARD } from '../../cards/card-type.js'
import type { StoredActivity } from '../../domain/conversations/message.js'
import { TEAMS } from './channels.js'
import type { ReturnAddress } from './return-address.js'

/** What only the channel knows of an answer. `bot` is unknown when the channel did not say what it calls us. */
export type Envelope = Pick<ReturnAddress, 'channelId' | 'conversation' | 'user' | 'activityId'> & { bot?: ReturnAddress['bot'] }

/** An activity of the Bot Framework schema, as JSON: the timestamp is a text. */
export type OutgoingActivity = StoredActivity & {
  channelId: string
  conversation: { id: string }
  recipient: { id: string; role: 'user' }
}

/** Puts a stored activity in the channel's envelope. Nothing is copied but the outermost object. */
export function storedToActivity(stored: StoredActivity, envelope: Envelope): OutgoingActivity {
  const { channelId, conversation, user, bot, activityId } = envelope
  const shown = channelId === TEAMS ? withSuggestionsAsCard(stored) : withRecipientOfSuggestions(stored, user.id)
  return {
    ...shown,
    channelId,
    conversation,
    from: { ...(bot ?? { id: stored.from.id }), role: 'bot' },
    recipient: { id: user.id, role: 'user' },
    replyToId: activityId,
  }
}

/**
 * Teams shows suggested actions in personal chats only, and of those only imBack: it would send back the title and lose which button it was,
 * and two services may well have titles that understand differently as words. Buttons of a card work everywhere and carry the press itself.
 */
function withSuggestionsAsCard(stored: StoredActivity): StoredActivity {
  const card = suggestionsCard(stored)
  if (!card) return stored
  const { suggestedActions: _shownAsCard, ...rest } = stored
  return { ...rest, attachments: [...(stored.attachments ?? []), { contentType: ADAPTIVE_CARD, content: card }] }
}

// The connector refuses suggested actions that do not say whom they are for.
const withRecipientOfSuggestions = (stored: StoredActivity, user: string): StoredActivity =>
  stored.suggestedActions ? { ...stored, suggestedActions: { ...stored.suggestedActions, to: [user] } } : stored
