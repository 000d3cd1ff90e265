import type { MessageWords } from '../cards/message-to-html.js'
import type { ChatLine } from '../domain/desk/desk-view.js'
import type { HandOffRow, Note } from '../domain/desk/ports.js'
import { leaseOf } from '../domain/desk/hand-off.js'
import { staffIdOf, type StaffMember } from '../domain/desk/staff-member.js'
import { may } from '../domain/people/permissions.js'
import { chatLines } from './chat-lines.js'
import { seesOf } from './desk-view-of.js'
import type { DeskNeeds } from './needs.js'
import { readDesk } from './read-desk.js'

/** A chat that has been opened by somebody who may read it. */
export type Opened = { row: HandOffRow }
export type NotOpened = { why: 'no-such-chat' | 'not-allowed' | 'not-for-you' }

/** Reading a chat is itself written down, once for each time that it is opened. */
export async function openChat(needs: DeskNeeds, member: StaffMember, handOff: string): Promise<Opened | NotOpened> {
  const row = await needs.store.find(handOff)
  if (!row) return { why: 'no-such-chat' }
  const why = await whyNotRead(needs, member, row)
  const by = staffIdOf(member)
  const holds = leaseOf(row.handOff.situation)?.holder === by
  const action = why ? 'transcript.refused' : 'transcript.opened'
  await needs.store.log({ at: needs.now(), by, action, subject: handOff, detail: { holds: holds ? 1 : 0 } })
  return why ? { why } : { row }
}

async function whyNotRead(needs: DeskNeeds, member: StaffMember, row: HandOffRow): Promise<NotOpened['why'] | undefined> {
  if (!may(member.roles, 'transcript.read')) return 'not-allowed'
  const { situation, lastAgent } = row.handOff
  const by = staffIdOf(member)
  const isTheirs = leaseOf(situation)?.holder === by || lastAgent === by
  const isHandedOver = situation.status === 'transferring' && situation.to.kind === 'agent' && situation.to.agent === by
  return isTheirs || isHandedOver || seesOf(await readDesk(needs), member)(row) ? undefined : 'not-for-you'
}

const PAGE = 100

/** Lines above `after`, oldest first, at most a hundred; `last` is the number to go on from. */
export async function linesAfter(
  { conversations }: Pick<DeskNeeds, 'conversations'>,
  { key, handOff }: Pick<HandOffRow, 'key' | 'handOff'>,
  after: number,
  words: MessageWords,
): Promise<{ lines: ChatLine[]; last: number; isAll: boolean }> {
  const stored = await conversations.activities(key, after, PAGE)
  return { lines: chatLines(handOff.id, stored, words), last: stored.at(-1)?.seq ?? after, isAll: stored.length < PAGE }
}

export async function notesOf(
  { store }: Pick<DeskNeeds, 'store'>,
  handOff: string,
): Promise<{ key: string; by: string; at: string; text: string }[]> {
  const notes = await store.notes(handOff)
  const writers = await store.members(notes.map(({ by }) => by))
  const nameOf = ({ by }: Note): string => writers.find((member) => staffIdOf(member) === by)?.name ?? ''
  return notes.map((note) => ({ key: note.key, by: nameOf(note), at: note.at.toISOString(), text: note.text }))
}
