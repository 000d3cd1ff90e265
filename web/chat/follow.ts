import { ask } from './ask.js'
import { backOff } from './back-off.js'
import { addressOf, listen } from './listen.js'
import { activitiesIn, type Heard } from './heard.js'
import { isSession, type Sessions } from './session.js'

type Needs = {
  sessions: Sessions
  /** Sequence number of the last message that the page already shows; '0' for none. */
  after: string
  hear: (heard: Heard[]) => void
  /** True when the connection has been gone for a while, false when it is back. */
  onTrouble: (isTrouble: boolean) => void
  /** The browser takes no cookies: nothing but this page leads back to the conversation. */
  onThisTabOnly: () => void
  /** The conversation is gone: nothing more will come. */
  onEnded: () => void
}

/** How one try to listen went. `lost`: it worked for a while. `no-socket`: the server answers, but a socket does not come through. */
type Try = { went: 'lost' | 'no-socket' | 'unreachable' | 'refused' | 'ended'; wait?: number }

// What is forgiven before the person is told: a server that restarts is back within a second or two.
const FAILURES_UNTOLD = 1
const SOCKETS_TRIED = 2
const POLLS_BETWEEN_SOCKETS = 60
const SOON = 1_000
const LATER = 5_000
const WATCH = 10_000

/**
 * Listens to the conversation for as long as the page is open: by socket, by asking again and again where sockets do not come
 * through. Always goes on from the last watermark, so that nothing is missing; the same message may be heard twice.
 */
export function follow({ sessions, after: first, hear, onTrouble, onThisTabOnly, onEnded }: Needs) {
  let after = first
  let isOn = false
  let isGoing = false
  let failures = 0
  let socketsFailed = 0
  let busyUntil = 0
  let hangUp = () => {}
  let wake = () => {}

  const path = (conversation: string, rest = '') =>
    `/v3/directline/conversations/${encodeURIComponent(conversation)}${rest}?watermark=${after}`

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const take = (body: unknown): void => {
    const { heard, watermark } = activitiesIn(body)
    if (watermark !== undefined && Number(watermark) > Number(after)) after = watermark
    if (heard.length > 0) hear(heard)
  }

  const works = (): void => {
    failures = 0
    onTrouble(false)
  }

  /** What came since the watermark, asked for instead of waited for. */
  const catchUp = async (): Promise<Try | undefined> => {
    const session = await sessions.get()
    if (!isSession(session)) return { went: 'unreachable', wait: session.wait }
    const { status, body, wait } = await ask('GET', path(session.conversation, '/activities'), session.token)
    if (status !== 200) return refusal(status, wait, session.token)
    take(body)
    works()
    return undefined
  }

  const refusal = async (status: number, wait: number | undefined, token: string): Promise<Try> => {
    if (status === 404) return { went: 'ended' }
    if (status !== 401 && status !== 403) return { went: 'unreachable', wait }
    await sessions.renew(token)
    return { went: 'refused' }
  }

  const listenOnce = async (): Promise<Try> => {
    const session = await sessions.get()
    if (!isSession(session)) return { went: 'unreachable', wait: session.wait }
    const { status, body, wait } = await ask('GET', path(session.conversation), session.token)
    if (status !== 200) return refusal(status, wait, session.token)
    if (body['thisTabOnly'] === true) onThisTabOnly()
    const address = addressOf(body['streamUrl'])
    if (!address || !isOn) return { went: 'no-socket' }
    const call = listen(address, { onOpen: works, onMessage: take })
    hangUp = call.hangUp
    return { went: (await call.over) ? 'lost' : 'no-socket' }
  }

  const poll = async (): Promise<Try> => {
    for (let polls = 0; isOn && polls < POLLS_BETWEEN_SOCKETS; polls++) {
      const refused = await catchUp()
      if (refused) return refused
      await pause(Date.now() < busyUntil ? SOON : LATER)
    }
    // Perhaps the network has changed: one socket is tried, and if it does not come through we ask for another while.
    socketsFailed = SOCKETS_TRIED - 1
    return listenOnce()
  }

  const settle = async ({ went, wait }: Try): Promise<void> => {
    if (!isOn) return
    if (went === 'ended') {
      isOn = false
      return onEnded()
    }
    socketsFailed = went === 'no-socket' ? socketsFailed + 1 : went === 'lost' ? 0 : socketsFailed
    failures++
    if (failures > FAILURES_UNTOLD && went !== 'no-socket') onTrouble(true)
    await pause(Math.max(wait ?? 0, backOff(failures)))
  }

  const goOn = async (): Promise<void> => {
    isGoing = true
    while (isOn) await settle(socketsFailed < SOCKETS_TRIED ? await listenOnce() : await poll())
    isGoing = false
  }

  // An idle tab has to keep its token alive as well: without cookies it is all that leads back to the conversation.
  setInterval(() => {
    const session = sessions.current()
    if (isOn && session && Date.now() > session.halfLife) void sessions.get()
  }, WATCH)

  return {
    start(): void {
      if (isOn) return
      isOn = true
      // A round that began before the last stop is still on its way, and goes on by itself.
      if (!isGoing) void goOn()
    },
    /** Stops listening; the next start begins with the first message of whatever conversation there is then. */
    stop(): void {
      isOn = false
      after = '0'
      hangUp()
      wake()
    },
    /** Goes on at once with a new connection: the computer slept, or the network came back. */
    restart(): void {
      failures = 0
      hangUp()
      wake()
    },
    /** An answer is expected soon. */
    hurry(): void {
      busyUntil = Date.now() + 30_000
      wake()
    },
    catchUp: () => void catchUp(),
  }
}
