import type { PressData } from '../../bot/domain/conversations/message.js'
import { ask } from './ask.js'
import { backOff } from './back-off.js'
import type { ClientWord } from './setup.js'
import { isSession, type Sessions } from './session.js'
import { sendUp } from './upload.js'

/** Something that the person said or pressed. The same id twice is one turn, however often it is sent. */
export type Sending = { id: string; text: string; press?: PressData; file?: File }

/** `ended`: there is no such conversation any more. `body` of a failure may carry what the bot has to say about it. */
export type Delivery = { went: 'sent' | 'not-sent' | 'too-long' | 'busy-later' | 'ended' | 'wrong-type'; body?: unknown }

type Needs = { sessions: Sessions; locale: string; onBusy: () => void; onShare: (share: number) => void }

const TRIES = 4
// Longer than that nobody sits and waits: the text is given back instead.
const LONGEST_WAIT = 30_000

/** Sends it, again if need be, and says what came of it. Never throws. */
export async function deliver(sending: Sending, needs: Needs): Promise<Delivery> {
  const { onBusy } = needs
  for (let tries = 1; tries <= TRIES; tries++) {
    const { status, body, wait } = await post(sending, needs)
    const delivery = FINAL[status]
    if (delivery) return { went: delivery, body }
    if (status >= 200 && status < 300) return { went: 'sent', body }
    if (status === 429 && (wait ?? 0) > LONGEST_WAIT) return { went: 'busy-later' }
    if (status === 429) onBusy()
    if (tries < TRIES) await pause(wait ?? (status === 401 || status === 403 ? 0 : backOff(tries)))
  }
  return { went: 'not-sent' }
}

// What trying again at once would not change. 502: the bot took it and failed, and has said so itself.
const FINAL: Readonly<Record<number, Delivery['went']>> = {
  400: 'not-sent',
  404: 'ended',
  413: 'too-long',
  415: 'wrong-type',
  502: 'not-sent',
}

async function post(
  { id, text, press, file }: Sending,
  { sessions, locale, onShare }: Needs,
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
  const path = `/v3/directline/conversations/${encodeURIComponent(session.conversation)}`
  const { token, user } = session
  const reply = file
    ? await sendUp({ path: `${path}/upload?userId=${encodeURIComponent(user)}`, token, body: formOf(activity, file), onShare })
    : await ask('POST', `${path}/activities`, token, activity)
  if (reply.status === 401 || reply.status === 403) await sessions.renew(token)
  return reply
}

const ACTIVITY = 'application/vnd.microsoft.activity'

/** A file with the activity that carries it, as Direct Line takes them. */
function formOf(activity: object, file: File): FormData {
  const form = new FormData()
  form.append('activity', new Blob([JSON.stringify(activity)], { type: ACTIVITY }))
  form.append('file', file, file.name)
  return form
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A person hears it, and answers when they do: there is nothing to wait for. */
export const isQuiet = (body: unknown): boolean => (body as { quiet?: unknown } | undefined)?.quiet === true

/** Says that somebody types here. It is no matter when it does not come through. */
export async function tellTyping(sessions: Sessions): Promise<void> {
  const session = await sessions.get()
  if (!isSession(session)) return
  const path = `/v3/directline/conversations/${encodeURIComponent(session.conversation)}/activities`
  await ask('POST', path, session.token, { type: 'typing', from: { id: session.user } })
}

/** The words for what could not be sent. */
export function troubleOf({ press, file }: Sending, went: Delivery['went']): ClientWord {
  if (file) return went === 'busy-later' ? 'file-often' : 'file-not-sent'
  if (went === 'too-long' || went === 'busy-later') return went
  return press ? 'not-pressed' : 'not-sent'
}
