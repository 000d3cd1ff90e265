import { chatCard } from '../../cards/teams/chat-card.js'
import { summaryCard } from '../../cards/teams/summary-card.js'
import type { Card } from '../../domain/conversations/message.js'
import type { HandOffRow } from '../../domain/desk/ports.js'
import { staffIdOf, type StaffId, type StaffMember } from '../../domain/desk/staff-member.js'
import type { ChatFace, Face } from '../../domain/desk/team-cards.js'
import type { TeamChannel } from '../../domain/desk/team-ports.js'
import { contentLanguage } from '../../domain/language.js'
import { maskPersonalData } from '../../understanding/personal-data.js'
import type { TeamCardsNeeds } from './needs.js'

export type Shown = {
  handOff: string
  face: Face
  channel: Pick<TeamChannel, 'queue' | 'language'>
  row?: HandOffRow
  /** Those who have taken a chat, at least. */
  staff: readonly StaffMember[]
  note?: string
}

type Makers = Pick<TeamCardsNeeds, 'content' | 'fill' | 'translate' | 'deskLink' | 'now'>

/** The card of a chat or of those who are counted, in the channel's language. */
export function cardOf(needs: Makers, { handOff, face, channel, row, staff, note }: Shown): Card {
  const { language, queue } = channel
  const t = needs.translate(language)
  const { queues, lifeSituations } = needs.content()
  const topic = face.is === 'open' && face.topic ? lifeSituations.get(face.topic)?.name[contentLanguage(language)] : undefined
  if (isSummary(face)) return summaryCard(needs.fill, { face, desk: needs.deskLink(), language, t })
  const by = face.is === 'taken' ? face.by : undefined
  return chatCard(needs.fill, {
    handOff,
    face,
    queue: queues.get(queue)?.name[contentLanguage(language)] ?? queue,
    topic,
    summary: row?.briefing.summary && maskPersonalData(row.briefing.summary).text,
    holder: staff.find((member) => staffIdOf(member) === by)?.name,
    note,
    desk: needs.deskLink(handOff),
    at: needs.now(),
    language,
    t,
  })
}

/** Whose names these faces show. */
export const takersIn = (faces: readonly Face[]): StaffId[] => faces.flatMap((face) => (face.is === 'taken' ? [face.by] : []))

const isSummary = (face: Face): face is Exclude<Face, ChatFace> => face.is === 'counted' || face.is === 'none'
