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

const answerActivity = (
  answer: Answer,
  at: number,
  turn: Turn,
  replyToId: string | undefined,
  newId: () => string,
): StoredActivity =>
  lineOf(answer, { id: newId(), at: new Date(turn.at.getTime() + at), turn: turn.id, language: turn.language, replyToId })

export type LineAbout = {
  id: string
  at: Date
  /** Id of the stored turn, or of what made the line without one. */
  turn: string
  /** BCP 47, of the words. */
  language: string
  replyToId?: string
}

/** One line of the bot's, as it is stored. */
export function lineOf(answer: Answer, { id, at, turn, language, replyToId }: LineAbout): StoredActivity {
  const label: Label = {
    outcome: answer.outcome,
    language,
    turn,
    ...(answer.results?.length ? { results: [...answer.results] } : {}),
    ...(answer.part ? { part: answer.part } : {}),
  }
  return {
    id,
    type: 'message',
    timestamp: at.toISOString(),
    from: { id: 'lotsen', role: 'bot' },
    // Only a line that everybody sees: botframework-webchat holds back, for five seconds, what replies to one it does not know.
    ...(replyToId ? { replyToId } : {}),
    text: answer.text,
    textFormat: 'markdown',
    speak: answer.speak ?? answer.text,
    locale: language,
    inputHint: 'acceptingInput',
    ...(answer.cards?.length
      ? { attachments: answer.cards.map((content) => ({ contentType: CARD_TYPE, content })), attachmentLayout: 'list' }
      : {}),
    ...(answer.suggestions?.length ? { suggestedActions: { actions: answer.suggestions.map(suggestedAction) } } : {}),
    channelData: { lotsen: label },
  }
}

type AgentLine = LineAbout & { text: string; name: string; team: string; attachments?: StoredActivity['attachments'] }

/** One line of an agent's: in plain text, so that nothing in it becomes anything else than what was typed. */
export function agentLineOf({ id, at, turn, language, text, name, team, attachments }: AgentLine): StoredActivity {
  const label: Label = { outcome: 'agent', language, turn, team }
  return {
    id,
    type: 'message',
    timestamp: at.toISOString(),
    from: { id: 'agent', name, role: 'bot' },
    text,
    textFormat: 'plain',
    speak: text,
    locale: language,
    inputHint: 'acceptingInput',
    ...(attachments?.length ? { attachments, attachmentLayout: 'list' } : {}),
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
