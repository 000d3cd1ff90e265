import type { FillCard } from '../../cards/templates.js'
import type { Content } from '../../domain/content/content.js'
import type { OutgoingLines } from '../../domain/conversations/sending.js'
import type { DeskReader } from '../../domain/desk/ports.js'
import type { TeamStore } from '../../domain/desk/team-ports.js'
import type { Translate } from '../../i18n/translate.js'
import type { Log } from '../../telemetry/log.js'

/** What the cards in Teams are made of. */
export type TeamCardsNeeds = {
  teams: TeamStore
  desk: Pick<DeskReader, 'live' | 'find' | 'members'>
  lines: OutgoingLines
  content: () => Content
  fill: FillCard
  /** `language` is BCP 47. */
  translate: (language: string) => Translate
  /** The address of the desk, opened at this chat. */
  deskLink: (handOff?: string) => string
  now: () => Date
  newId: () => string
  log: Log
}
