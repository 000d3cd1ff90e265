import type { FillCard } from '../../cards/templates.js'
import type { Card } from '../../domain/conversations/message.js'
import type { ActAnswer, DeskAct } from '../../domain/desk/acts.js'
import type { StaffMember } from '../../domain/desk/staff-member.js'
import type { TeamStore } from '../../domain/desk/team-ports.js'
import type { Turn } from '../../turn/turn.js'

/** What staff skills in Teams are made of. */
export type DeskInTeamsNeeds = {
  act: (member: StaffMember, act: DeskAct) => Promise<ActAnswer>
  /** The card of a chat as it is now, in the channel's language; `note` is shown on it. Undefined when there is none in this conversation. */
  cardNow: (asked: { handOff: string; conversation: string; note?: string }) => Promise<Card | undefined>
  teams: Pick<TeamStore, 'channels' | 'place' | 'remove'>
  fill: FillCard
  translate: (language: string) => Turn['t']
  /** BCP 47, the first is used when nothing better is known. */
  languages: readonly string[]
  now: () => Date
}
