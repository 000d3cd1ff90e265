import { BEAT_SECONDS } from '../../bot/domain/desk/claim.js'
import type { DeskMessage, DeskSays } from '../../bot/domain/desk/desk-view.js'
import { backOff } from '../chat/back-off.js'
import type { LinkState } from './state/desk-state.js'

export type LinkNeeds = {
  /** In which the server puts what it says in words. */
  language: string
  /** A ticket for one connection; undefined when there is none to be had now. */
  ticket: () => Promise<string | undefined>
  /** The chats that are shown, with the watermark of each, as the socket is told at every connection. */
  chats: () => Extract<DeskSays, { kind: 'open' }>['chats']
  hear: (message: DeskMessage) => void
  tell: (state: LinkState) => void
  /** Calls back every `seconds`, also while the tab is in the background; what is given back ends it. */
  every: (seconds: number, call: () => void) => () => void
}

export type Link = { open: () => void; close: () => void }

// A connection that says nothing for so long is dead, whatever the browser believes; every view is sent more often.
const CONNECTING_MS = 10_000

/** The desk's socket: connects, beats, and connects again after a while that grows, for as long as the page is open. */
export function openLink(needs: LinkNeeds): Link {
  let socket: WebSocket | undefined
  let attempt = 0
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const say = (said: DeskSays): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(said))
  }
  const again = (): void => {
    if (isOver) return
    needs.tell('lost')
    clearTimeout(timer)
    timer = setTimeout(() => void connect(), backOff(++attempt))
  }
  const connect = async (): Promise<void> => {
    const ticket = await needs.ticket()
    if (isOver) return
    if (ticket === undefined) return again()
    const mine = new WebSocket(addressOf(ticket, needs.language))
    socket = mine
    const patience = setTimeout(() => mine.close(), CONNECTING_MS)
    mine.onopen = () => {
      clearTimeout(patience)
      attempt = 0
      needs.tell('live')
      say({ kind: 'beat' })
      say({ kind: 'open', chats: needs.chats() })
    }
    mine.onmessage = ({ data }: MessageEvent<string>) => needs.hear(JSON.parse(data) as DeskMessage)
    mine.onclose = () => {
      clearTimeout(patience)
      if (socket === mine) again()
    }
  }
  const stopBeating = needs.every(BEAT_SECONDS, () => say({ kind: 'beat' }))
  const online = (): void => {
    attempt = 0
    if (socket?.readyState !== WebSocket.OPEN) again()
  }
  addEventListener('online', online)
  void connect()
  return {
    open: () => say({ kind: 'open', chats: needs.chats() }),
    close() {
      isOver = true
      clearTimeout(timer)
      removeEventListener('online', online)
      stopBeating()
      socket?.close()
    },
  }
}

const addressOf = (ticket: string, language: string): string =>
  `${location.origin.replace(/^http/, 'ws')}/staff/stream?${new URLSearchParams({ ticket, language }).toString()}`
