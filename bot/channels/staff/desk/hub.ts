import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { ConversationKey } from '../../../domain/conversations/conversation.js'
import type { DeskWaking } from '../../../domain/desk/ports.js'
import { refuseUpgrade } from '../../refuse-upgrade.js'
import { sayGoodbye } from '../../say-goodbye.js'
import type { Passed } from '../sign-in/gate.js'
import { languageOf } from '../sign-in/problems.js'
import type { StaffDeskNeeds } from './needs.js'
import { catchUp, openChats, tellNotes } from './open-chats.js'
import { saysIn, send, SIGNED_OUT, type Seat } from './seat.js'
import { keepShowing } from './views.js'

const PATH = '/staff/stream'
const KEEP_ALIVE_MILLISECONDS = 15_000
const INCOMING_BYTES = 8 * 1024

/** The desks that are open on this instance. */
export type Hub = { upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean; close(): Promise<void> }

export function hub(needs: StaffDeskNeeds): Hub {
  const server = new WebSocketServer({ noServer: true, maxPayload: INCOMING_BYTES })
  const seats = new Set<Seat>()
  const views = keepShowing(needs, seats)
  let isClosing = false

  const takeSeat = (socket: WebSocket, { member, until }: Passed, language: string): void => {
    const seat: Seat = {
      ...{ socket, member, until, language },
      chats: new Map(),
      shown: '',
      isAlive: true,
      beatAt: -Infinity,
      doing: Promise.resolve(),
    }
    seats.add(seat)
    socket.on('pong', () => (seat.isAlive = true))
    socket.on('error', (error) => needs.log.debug({ error }, 'desk broke'))
    socket.on('close', () => void seats.delete(seat))
    socket.on('message', (data) => hear(seat, Buffer.isBuffer(data) ? data.toString('utf8') : ''))
    views.soon()
  }

  const hear = (seat: Seat, text: string): void => {
    const says = saysIn(text)
    if (!says) return seat.socket.close(1007, 'unreadable')
    seat.doing = seat.doing
      .then(() => (says.kind === 'beat' ? beat(needs, seat) : openChats(needs, seat, says.chats)))
      .catch((error: unknown) => {
        needs.log.warn({ error }, 'desk was not served')
        // It comes back with its watermarks and reads what it missed.
        seat.socket.close(1011, 'not served')
      })
  }

  const stops = [
    needs.waking.onActivity((key) => seats.forEach((seat) => wakeLines(needs, seat, key))),
    needs.waking.onDesk((what) => {
      if (what.kind === 'typing') return seats.forEach((seat) => showTyping(seat, what))
      if (what.kind === 'notes') return seats.forEach((seat) => tellNotes(needs, seat, what.id))
      if (what.kind === '*') seats.forEach((seat) => [...seat.chats.keys()].forEach((chat) => tellNotes(needs, seat, chat)))
      views.soon()
    }),
  ]
  const keepAlive = setInterval(() => {
    seats.forEach((seat) => keepAwake(needs, seat))
    // What only time changes, as a door that opens, and what nobody is woken for.
    views.soon()
  }, needs.keepAliveMilliseconds ?? KEEP_ALIVE_MILLISECONDS)
  keepAlive.unref()

  return {
    upgrade(request, socket, head) {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
      if (pathname !== PATH) return false
      socket.on('error', (error) => needs.log.debug({ error }, 'upgrade broke'))
      void admitted(needs, searchParams.get('ticket') ?? '', request).then((passed) => {
        if (isClosing || typeof passed === 'number') return refuseUpgrade(socket, typeof passed === 'number' ? passed : 503)
        const wished = searchParams.get('language') ?? ''
        const language = needs.config.languages.includes(wished)
          ? wished
          : languageOf(request, { ...needs, languages: needs.config.languages })
        server.handleUpgrade(request, socket, head, (open) => takeSeat(open, passed, language))
      })
      return true
    },
    async close() {
      isClosing = true
      clearInterval(keepAlive)
      stops.forEach((stop) => stop())
      views.stop()
      await Promise.all([...seats].map(({ socket }) => sayGoodbye(socket)))
      server.close()
    },
  }
}

async function admitted({ gate, log }: StaffDeskNeeds, ticket: string, request: IncomingMessage): Promise<Passed | number> {
  try {
    const passed = await gate.byTicket(ticket, request)
    return 'refused' in passed ? passed.refused.status : passed
  } catch (error) {
    log.error({ error }, 'ticket cannot be read')
    return 503
  }
}

// A desk says that it lives every fifteen seconds; one that says it all the time is not more alive.
const BEAT_AT_MOST_MILLISECONDS = 5_000

async function beat({ desk, now }: StaffDeskNeeds, seat: Seat): Promise<void> {
  if (now().getTime() - seat.beatAt < BEAT_AT_MOST_MILLISECONDS) return
  seat.beatAt = now().getTime()
  await desk.beat(seat.member)
}

function wakeLines(needs: StaffDeskNeeds, seat: Seat, key: ConversationKey | '*'): void {
  for (const chat of seat.chats.values()) {
    const { conversation, channel } = chat.row.key
    if (key === '*' || (key.conversation === conversation && key.channel === channel)) void catchUp(needs, seat, chat)
  }
}

function showTyping(seat: Seat, { handOff, who }: Extract<DeskWaking, { kind: 'typing' }>): void {
  if (who === 'citizen' && seat.chats.has(handOff)) send(seat, { kind: 'typing', handOff })
}

function keepAwake({ now }: StaffDeskNeeds, seat: Seat): void {
  if (!seat.isAlive) return seat.socket.terminate()
  if (now() >= seat.until) {
    send(seat, { kind: 'signed-out' })
    return seat.socket.close(SIGNED_OUT, 'signed out')
  }
  seat.isAlive = false
  seat.socket.ping()
}
