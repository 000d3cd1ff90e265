import type { StoredWithSeq } from '../../domain/conversations/conversation.js'
import type { StoredActivity } from '../../domain/conversations/message.js'
import { pledgeOf } from '../../domain/desk/hand-off.js'
import type { HandOffRow, LeftContact } from '../../domain/desk/ports.js'

/** An activity as it goes to the hub. Its conversation is the hand-off: no id of the citizen's own channel leaves the bot. */
export type HubActivity = Record<string, unknown> & { id: string }

type Asked = {
  row: HandOffRow
  lines: readonly StoredWithSeq[]
  at: Date
  /** When the hub last said that it cannot take it: asking again is another request. */
  failedAt?: Date
  serviceUrl?: string
  contact?: LeftContact
  contentUrl?: string
}

/** `handoff.initiate`: please take over. The transcript is within, or at `contentUrl`. */
export function initiate({ row, lines, at, failedAt, serviceUrl, contact, contentUrl }: Asked): HubActivity {
  const { handOff, briefing, key } = row
  const { queue, language, topic, urgency, askedAt } = handOff.place
  const promise = pledgeOf(handOff.situation)
  return {
    ...common(row, `${handOff.id}:initiate:${handOff.pledges}:${handOff.terms}:${failedAt?.getTime() ?? 0}`, at, serviceUrl),
    type: 'event',
    name: 'handoff.initiate',
    locale: language,
    value: {
      Skill: queue,
      queue,
      language,
      topic,
      urgency,
      askedAt: askedAt.toISOString(),
      summary: briefing.summary,
      about: briefing.about,
      isProtected: handOff.isProtected,
      channel: key.channel,
      promise: promise && {
        kind: promise.kind,
        dueAt: promise.dueAt.toISOString(),
        contact: contact?.value,
        name: contact?.name,
      },
    },
    attachments: [
      { name: 'Transcript', contentType: 'application/json', ...(contentUrl ? { contentUrl } : { content: transcript(lines) }) },
    ],
  }
}

export const transcript = (lines: readonly StoredWithSeq[]): { activities: unknown[] } => ({
  activities: lines.map(({ seq, activity }) => ({ ...spoken(activity), id: String(seq) })),
})

/** Something that the citizen has written since. */
export const forwarded = (row: HandOffRow, { seq, activity }: StoredWithSeq, serviceUrl?: string): HubActivity => ({
  ...common(row, `${row.handOff.id}:${seq}`, new Date(activity.timestamp), serviceUrl),
  ...spoken(activity),
})

/** The citizen is not to be answered any more, or somebody else does it. */
export const goodbye = (row: HandOffRow, at: Date, serviceUrl?: string): HubActivity => ({
  ...common(row, `${row.handOff.id}:end:${row.version}`, at, serviceUrl),
  type: 'endOfConversation',
  code: 'completedSuccessfully',
  value: { status: row.handOff.situation.status },
})

const common = ({ handOff }: HandOffRow, id: string, at: Date, serviceUrl?: string) => ({
  id,
  timestamp: at.toISOString(),
  channelId: 'lotsen',
  localTimezone: 'Europe/Stockholm',
  from: { id: 'lotsen', role: 'bot' },
  conversation: { id: handOff.id },
  ...(serviceUrl ? { serviceUrl } : {}),
})

/** What was said, and by which side. Files are named; they stay in the bot. */
const spoken = ({ type, timestamp, from, text, locale, attachments }: StoredActivity) => ({
  type,
  timestamp,
  from: from.role === 'user' ? { id: 'citizen', role: 'user' } : { id: from.id, role: 'bot' },
  text: text ?? '',
  locale,
  attachments: attachments?.map(({ contentType, name, content }) => ({ contentType, name, content })),
})
