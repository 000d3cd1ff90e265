import type { PressData } from '../../bot/domain/conversations/message.js'
import { ask } from './ask.js'
import { backOff } from './back-off.js'
import { isSession, type Sessions } from './session.js'

/** Something that the person said or pressed. The same id twice is one turn, however often it is sent. */
export type Sending = { id: string; text: string; press?: PressData }

/** `ended`: there is no such conversation any more. `body` of a failure may carry what the bot has to say about it. */
export type Delivery = { went: 'sent' | 'not-sent' | 'too-long' | 'busy-later' | 'ended'; body?: unknown }

type Needs = { sessions: Sessions; locale: string; onBusy: () => void }

const TRIES = 4
// Longer than that nobody sits and waits: the text is given back instead.
const LONGEST_WAIT = 30_000

/** Sends it, again if need be, and says what came of it. Never throws. */
export async function deliver(sending: Sending, { sessions, locale, onBusy }: Needs): Promise<Delivery> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const { status, body, wait } = await post(sending, sessions, locale)
    const delivery = FINAL[status]
    if (delivery) return { went: delivery, body }
    if (status >= 200 && status < 300) return { went: 'sent' }
    if (status === 429 && (wait ?? 0) > LONGEST_WAIT) return { went: 'busy-later' }
    if (status === 429) onBusy()
    if (tries < TRIES) await pause(wait ?? (status === 401 || status === 403 ? 0 : backOff(tries)))
  }
  return { went: 'not-sent' }
}

// What trying again at once would not change. 502: the bot took it and failed, and has said so itself.
const FINAL: Readonly<Record<number, Delivery['went']>> = { 400: 'not-sent', 404: 'ended', 413: 'too-long', 502: 'not-sent' }

async function post(
  { id, text, press }: Sending,
  sessions: Sessions,
  locale: string,
): Promise<{ status: number; body?: unknown; wait?: number }> {
  const session = await sessions.get()
  if (!isSession(session)) return session
  const activity = {
    type: 'message',
    from: { id: session.user },
    text,
    locale,
    channelData: { clientActivityID: id },
    ...(press && { value: press }),
  }
  const reply = await ask(
    'POST',
    `/v3/directline/conversations/${encodeURIComponent(session.conversation)}/activities`,
    session.token,
    activity,
  )
  if (reply.status === 401 || reply.status === 403) await sessions.renew(session.token)
  return reply
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
