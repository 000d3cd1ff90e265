import { readOn } from '../../read-on.js'
import { lineWords, type StaffDeskNeeds } from './needs.js'
import { send, type OpenChat, type Says, type Seat } from './seat.js'

type Wanted = Extract<Says, { kind: 'open' }>['chats']

/** The chats that a desk shows from now on. Each new one is opened, which is written down; what it lacks is sent. */
export async function openChats(needs: StaffDeskNeeds, seat: Seat, wanted: Wanted): Promise<void> {
  for (const handOff of seat.chats.keys()) if (!wanted.some((one) => one.handOff === handOff)) seat.chats.delete(handOff)
  for (const { handOff, after } of wanted) {
    const chat = seat.chats.get(handOff) ?? (await opened(needs, seat, handOff))
    if (!chat) continue
    chat.after = after
    await catchUp(needs, seat, chat)
    tellNotes(needs, seat, handOff)
  }
}

async function opened({ desk }: StaffDeskNeeds, seat: Seat, handOff: string): Promise<OpenChat | undefined> {
  const opened = await desk.open(seat.member, handOff)
  if ('why' in opened) return undefined
  const chat: OpenChat = { row: opened.row, after: 0, reading: false, again: false, notes: '' }
  seat.chats.set(handOff, chat)
  return chat
}

/** Sends what is stored after what this desk has of the chat. */
export const catchUp = (needs: StaffDeskNeeds, seat: Seat, chat: OpenChat): Promise<void> =>
  readOn(
    chat,
    () => readLines(needs, seat, chat),
    (error) => {
      needs.log.warn({ error, handOff: chat.row.handOff.id }, 'desk could not read')
      seat.socket.close(1011, 'read failed')
    },
  )

async function readLines({ desk, translate }: StaffDeskNeeds, seat: Seat, chat: OpenChat): Promise<void> {
  const { after: from, row } = chat
  const { lines, last, isAll } = await desk.lines(row, from, lineWords(translate, seat.language))
  // The desk may have asked for earlier lines meanwhile.
  if (chat.after !== from) return void (chat.again = true)
  chat.after = last
  if (lines.length > 0) send(seat, { kind: 'lines', handOff: row.handOff.id, from, lines })
  chat.again ||= !isAll
}

/** The notes of a chat that this desk has open, when they are others than before. */
export function tellNotes({ desk, log }: StaffDeskNeeds, seat: Seat, handOff: string): void {
  const chat = seat.chats.get(handOff)
  if (!chat) return
  desk
    .notes(handOff)
    .then((notes) => {
      const told = JSON.stringify(notes)
      if (told === chat.notes || (chat.notes === '' && notes.length === 0)) return
      chat.notes = told
      send(seat, { kind: 'notes', handOff, notes })
    })
    .catch((error: unknown) => log.warn({ error, handOff }, 'notes could not be read'))
}
