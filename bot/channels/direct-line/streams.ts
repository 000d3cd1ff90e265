import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { StoredActivity } from '../../domain/conversations/message.js'
import { readOn, type Reading } from '../read-on.js'
import { refuseUpgrade } from '../refuse-upgrade.js'
import { sayGoodbye } from '../say-goodbye.js'
import { baseOf } from './addresses.js'
import { tellGone, tellThere } from './citizen-there.js'
import { deskSigns } from './desk-signs.js'
import { envelope } from './envelope.js'
import { keyOf, type DirectLineNeeds } from './needs.js'
import type { StreamClaims, Tokens } from './tokens.js'

const PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/
const PAGE = 100
const KEEP_ALIVE_MILLISECONDS = 15_000
// Clients send nothing but empty messages here.
const INCOMING_BYTES = 1024
// Somebody who does not read for so long is gone, and reads the rest when coming back.
const UNREAD_BYTES = 4 * 1024 * 1024

/** The sockets that listen on this instance. */
export type Streams = {
  /** True when the request was for a stream. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
  /** Tells everybody in the conversation that the bot is at work. Not stored. */
  showTyping: (conversation: string) => void
  /** Sends what could not be stored, to those who listen now. */
  showUnstored: (conversation: string, activities: readonly StoredActivity[]) => void
  close: () => Promise<void>
}

type Needs = Pick<DirectLineNeeds, 'config' | 'conversations' | 'waking' | 'signs' | 'now' | 'log' | 'newId'> & {
  tokens: Pick<Tokens, 'readStream'>
  keepAliveMilliseconds?: number
}

type Listener = Reading & {
  socket: WebSocket
  conversation: string
  client: string
  base: string
  after: number
  alive: boolean
}

export function streams(needs: Needs): Streams {
  const server = new WebSocketServer({ noServer: true, maxPayload: INCOMING_BYTES })
  const listeners = new Map<string, Set<Listener>>()
  let closing = false
  const inConversation = (conversation: string): Listener[] => [...(listeners.get(conversation) ?? [])]
  const everybody = (): Listener[] => [...listeners.values()].flatMap((some) => [...some])

  const listen = (socket: WebSocket, claims: StreamClaims, base: string): void => {
    const listener: Listener = {
      socket,
      conversation: claims.conv,
      client: claims.client,
      base,
      after: claims.after,
      reading: false,
      again: false,
      alive: true,
    }
    // A client that comes back has lost its older socket, even if we have not noticed.
    for (const older of inConversation(claims.conv)) if (older.client === claims.client) older.socket.close(1000, 'collision')
    listeners.set(claims.conv, (listeners.get(claims.conv) ?? new Set()).add(listener))
    signs.begins(claims.conv)
    socket.on('pong', () => (listener.alive = true))
    socket.on('error', (error) => needs.log.debug({ error, conversation: claims.conv }, 'stream broke'))
    socket.on('close', () => {
      forget(listeners, listener)
      if (!listeners.has(claims.conv) && !closing) void tellGone(needs, claims.conv)
    })
    void tellThere(needs, [claims.conv])
    void catchUp(needs, listener)
  }

  const stopWaking = needs.waking.onActivity((key) => {
    if (key === '*') everybody().forEach((listener) => void catchUp(needs, listener))
    else if (key.channel === 'directline') inConversation(key.conversation).forEach((listener) => void catchUp(needs, listener))
  })
  const signs = deskSigns(
    needs,
    (conversation) => listeners.has(conversation),
    (conversation, activity) => {
      const whole = { ...activity, channelId: 'directline', conversation: { id: conversation } }
      inConversation(conversation).forEach((listener) => send(listener, { activities: [whole] }))
    },
  )
  const keepAlive = setInterval(() => {
    void tellThere(needs, [...listeners.keys()])
    everybody().forEach(keepAwake)
  }, needs.keepAliveMilliseconds ?? KEEP_ALIVE_MILLISECONDS)
  keepAlive.unref()

  return {
    upgrade(request, socket, head) {
      const [path = '', query] = (request.url ?? '').split('?')
      const conversation = PATH.exec(path)?.[1]
      if (conversation === undefined) return false
      socket.on('error', (error) => needs.log.debug({ error }, 'upgrade broke'))
      void admit(needs, conversation, new URLSearchParams(query).get('t') ?? '').then((claims) => {
        if (closing || typeof claims === 'number') return refuseUpgrade(socket, typeof claims === 'number' ? claims : 503)
        server.handleUpgrade(request, socket, head, (open) => listen(open, claims, baseOf(request, needs.config)))
      })
      return true
    },
    showTyping(conversation) {
      const activity = {
        type: 'typing',
        id: needs.newId(),
        timestamp: needs.now().toISOString(),
        from: { id: 'lotsen', role: 'bot' },
        channelId: 'directline',
        conversation: { id: conversation },
      }
      inConversation(conversation).forEach((listener) => send(listener, { activities: [activity] }))
    },
    showUnstored(conversation, unstored) {
      const set = (base: string) => ({ activities: unstored.map((activity) => envelope(activity, conversation, base)) })
      if (unstored.length > 0) inConversation(conversation).forEach((listener) => send(listener, set(listener.base)))
    },
    async close() {
      closing = true
      clearInterval(keepAlive)
      stopWaking()
      signs.close()
      await Promise.all(everybody().map(({ socket }) => sayGoodbye(socket)))
      server.close()
    },
  }
}

/** What the address allows, or the HTTP status that refuses it. `conversation` is as it stands in the address. */
async function admit({ tokens, log }: Needs, conversation: string, token: string): Promise<StreamClaims | number> {
  if (!token) return 401
  try {
    const claims = await tokens.readStream(token)
    return typeof claims === 'string' || encodeURIComponent(claims.conv) !== conversation ? 403 : claims
  } catch (error) {
    log.error({ error }, 'stream token cannot be read')
    return 500
  }
}

/** Sends what is stored after what this listener has seen. */
const catchUp = (needs: Needs, listener: Listener): Promise<void> =>
  readOn(
    listener,
    () => readPage(needs, listener),
    (error) => {
      needs.log.warn({ error, conversation: listener.conversation }, 'stream could not read')
      // The client comes back with its watermark and reads what it missed.
      listener.socket.close(1011, 'read failed')
    },
  )

async function readPage({ conversations }: Needs, listener: Listener): Promise<void> {
  const { conversation, base } = listener
  const page = await conversations.activities(keyOf(conversation), listener.after, PAGE)
  const last = page.at(-1)
  if (last) {
    listener.after = last.seq
    send(listener, {
      activities: page.map(({ activity }) => envelope(activity, conversation, base)),
      watermark: String(last.seq),
    })
    listener.again ||= page.length === PAGE
  }
  // Woken without anything new to read: then what happened is that the conversation was ended or deleted.
  const row = last ? { ended: last.activity.type === 'endOfConversation' } : await conversations.find(keyOf(conversation))
  if (!row || row.ended) listener.socket.close(1000, 'ended')
}

function send({ socket }: Listener, set: { activities: unknown[]; watermark?: string }): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > UNREAD_BYTES) socket.terminate()
  else socket.send(JSON.stringify(set))
}

// Empty messages are the protocol's sign of life; pongs are how we see that the other end is gone.
function keepAwake(listener: Listener): void {
  if (!listener.alive) return listener.socket.terminate()
  listener.alive = false
  listener.socket.ping()
  listener.socket.send('')
}

function forget(listeners: Map<string, Set<Listener>>, listener: Listener): void {
  const left = listeners.get(listener.conversation)
  left?.delete(listener)
  if (left?.size === 0) listeners.delete(listener.conversation)
}
