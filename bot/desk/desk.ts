import type { MessageWords } from '../cards/message-to-html.js'
import type { ActAnswer, DeskAct } from '../domain/desk/acts.js'
import type { ChatLine, DeskView } from '../domain/desk/desk-view.js'
import type { HandOffRow } from '../domain/desk/ports.js'
import type { StaffMember } from '../domain/desk/staff-member.js'
import { act } from './acts.js'
import { beat } from './beat.js'
import { deskViewOf, overview } from './desk-view-of.js'
import type { Overview } from './overview.js'
import type { DeskNeeds } from './needs.js'
import { sendFile, type FileToSend } from './send-file.js'
import { offer, tick } from './tick.js'
import { linesAfter, notesOf, openChat, type NotOpened, type Opened } from './transcript.js'
import { tellWaits } from './waits.js'

/** What happens at the desk: what staff do, and what time does. Each is one transaction; all instances may do it at once. */
export type Desk = {
  /** Does what a member of staff wants, if they may; a refusal says why, and is an answer. */
  act(member: StaffMember, wanted: DeskAct): Promise<ActAnswer>
  /** Sends the citizen a file, of a kind and a size that may be sent. */
  sendFile(member: StaffMember, file: FileToSend): Promise<ActAnswer>
  /** The member's desk has been heard of. */
  beat(member: StaffMember): Promise<void>
  tick(): Promise<number>
  offer(): Promise<number>
  tellWaits(): Promise<number>
  overview(): Promise<Overview>
  /** `language` (BCP 47) is that of the page. */
  view(seen: Overview, member: StaffMember, language: string): DeskView
  /** Lets a member read a chat, and writes it down. */
  open(member: StaffMember, handOff: string): Promise<Opened | NotOpened>
  lines(row: HandOffRow, after: number, words: MessageWords): Promise<{ lines: ChatLine[]; last: number; isAll: boolean }>
  notes(handOff: string): Promise<{ key: string; by: string; at: string; text: string }[]>
}

/** `needs.store` is one that learns (`learningStore`), or the waits that are told never get better. */
export const desk = (needs: DeskNeeds): Desk => ({
  act: (member, wanted) => act(needs, member, wanted),
  sendFile: (member, file) => sendFile(needs, member, file),
  beat: (member) => beat(needs, member),
  tick: () => tick(needs),
  offer: () => offer(needs),
  tellWaits: () => tellWaits(needs),
  overview: () => overview(needs),
  view: deskViewOf,
  open: (member, handOff) => openChat(needs, member, handOff),
  lines: (row, after, words) => linesAfter(needs, row, after, words),
  notes: (handOff) => notesOf(needs, handOff),
})
