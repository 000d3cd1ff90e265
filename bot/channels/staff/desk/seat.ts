import { z } from 'zod'
import type { WebSocket } from 'ws'
import type { DeskMessage } from '../../../domain/desk/desk-view.js'
import type { HandOffRow } from '../../../domain/desk/ports.js'
import type { StaffMember } from '../../../domain/desk/staff-member.js'
import { parseJson } from '../../read-body.js'
import type { Reading } from '../../read-on.js'

/** Why a socket is closed, for the page: sign in again; no role any more. */
export const SIGNED_OUT = 4401
export const NOT_ALLOWED = 4403

/** A chat that a desk has open, and what it has been sent of it. */
export type OpenChat = Reading & { row: HandOffRow; after: number; notes: string }

/** One desk that is open in a browser. */
export type Seat = {
  socket: WebSocket
  member: StaffMember
  until: Date
  /** BCP 47 */
  language: string
  chats: Map<string, OpenChat>
  /** What was sent last, to send only what is new. */
  shown: string
  isAlive: boolean
  beatAt: number
  /** What its desk asks for is done in the order in which it is asked. */
  doing: Promise<void>
}

const Says = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('beat') }),
  z.strictObject({
    kind: z.literal('open'),
    chats: z
      .array(z.strictObject({ handOff: z.string().min(1).max(100), after: z.number().int().min(0) }))
      .max(20)
      .readonly(),
  }),
])
export type Says = z.infer<typeof Says>

export function saysIn(text: string): Says | undefined {
  const read = parseJson(text)
  return read === 'broken' ? undefined : Says.safeParse(read.json).data
}

// A desk that does not read is gone, and reads the rest when it comes back.
const UNREAD_BYTES = 4 * 1024 * 1024
// A desk that reads slowly is spared views: the next one says everything that this one would.
const SLOW_BYTES = 256 * 1024

export function send({ socket }: Seat, message: DeskMessage): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > UNREAD_BYTES) socket.terminate()
  else socket.send(JSON.stringify(message))
}

export const isSlow = ({ socket }: Seat): boolean => socket.bufferedAmount > SLOW_BYTES
