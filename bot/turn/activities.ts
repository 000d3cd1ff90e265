import type { StoredActivity, Suggestion } from '../domain/conversations/message.js'
import type { Label } from '../domain/outcome.js'
import type { Answer, Inbound, Turn } from './turn.js'

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

/** A turn as it is stored: the person's own line, when there is one to show, and the answers in order. */
export function activitiesOf({ inbound, turn, newId }: { inbound: Inbound; turn: Turn; newId: () => string }): {
  shown: StoredActivity | undefined
  outgoing: StoredActivity[]
} {
  const shown = ownLine(inbound, newId)
  const outgoing = turn.answers.map((answer, at) => answerActivity(answer, at, turn, shown?.id, newId))
  return { shown, outgoing }
}

function ownLine(inbound: Inbound, newId: () => string): StoredActivity | undefined {
  const text = inbound.said.kind === 'text' || inbound.said.kind === 'files' ? inbound.said.text : inbound.line
  if (text === undefined && !inbound.attachments?.length) return undefined
  return {
    id: newId(),
    type: 'message',
    timestamp: inbound.at.toISOString(),
    from: { ...inbound.from, role: 'user' },
    text: text ?? '',
    textFormat: 'plain',
    ...(inbound.locale ? { locale: inbound.locale } : {}),
    ...(inbound.attachments?.length ? { attachments: inbound.attachments } : {}),
    ...(inbound.channelData ? { channelData: inbound.channelData } : {}),
  }
}

function answerActivity(
  answer: Answer,
  at: number,
  turn: Turn,
  replyToId: string | undefined,
  newId: () => string,
): StoredActivity {
  const label: Label = {
    outcome: answer.outcome,
    language: turn.language,
    turn: turn.id,
    ...(answer.results?.length ? { results: [...answer.results] } : {}),
    ...(answer.part ? { part: answer.part } : {}),
  }
  return {
    id: newId(),
    type: 'message',
    timestamp: new Date(turn.at.getTime() + at).toISOString(),
    from: { id: 'lotsen', role: 'bot' },
    // Only a line that everybody sees: botframework-webchat holds back, for five seconds, what replies to one it does not know.
    ...(replyToId ? { replyToId } : {}),
    text: answer.text,
    textFormat: 'markdown',
    speak: answer.speak ?? answer.text,
    locale: turn.language,
    inputHint: 'acceptingInput',
    ...(answer.cards?.length
      ? { attachments: answer.cards.map((content) => ({ contentType: CARD_TYPE, content })), attachmentLayout: 'list' }
      : {}),
    ...(answer.suggestions?.length ? { suggestedActions: { actions: answer.suggestions.map(suggestedAction) } } : {}),
    channelData: { lotsen: label },
  }
}

// messageBack carries our press as the value, and the title as the person's own line.
const suggestedAction = ({ title, press }: Suggestion) => ({
  type: 'messageBack',
  title,
  text: title,
  displayText: title,
  value: press,
})
