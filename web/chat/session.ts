import { ask } from './ask.js'

/** A Direct Line token for this tab. Times are milliseconds of the clock on the wall, which goes on while a computer sleeps. */
export type Session = { conversation: string; token: string; user: string; halfLife: number; end: number }

/** No token could be had. `status` 0: nobody answered. `wait`: milliseconds that the server asked for. */
export type NoSession = { status: number; wait?: number }

export type Sessions = ReturnType<typeof keepSession>

// A token that runs out on its way is of no use.
const MARGIN = 5_000

/**
 * Keeps the one token of this tab, in memory only: the conversation itself belongs to the visitor's cookie.
 * `onOther` is told when a new token turns out to be for another conversation than the one before.
 */
export function keepSession(framed: boolean, onOther: () => void) {
  let session: Session | undefined
  let asking: Promise<Session | NoSession> | undefined

  // Whoever comes while a question is on its way waits for the same answer: two tokens could be two conversations.
  const once = (get: () => Promise<Session | NoSession>): Promise<Session | NoSession> =>
    (asking ??= get().finally(() => (asking = undefined)))

  const take = (next: Session): Session => {
    const isOther = session !== undefined && session.conversation !== next.conversation
    session = next
    if (isOther) onOther()
    return next
  }

  const open = () =>
    once(async () => {
      const { status, body, wait } = await ask('POST', '/api/token', undefined, { start: true, framed })
      const next = read(body)
      return next ? take(next) : { status: status < 400 ? 0 : status, wait }
    })

  const refresh = (old: Session) =>
    once(async () => {
      const next = read((await ask('POST', '/v3/directline/tokens/refresh', old.token)).body, old.user)
      return next ? take(next) : old
    })

  return {
    current: () => session,
    /** A token that is good for now; refreshed when half its life is gone, made anew when it is too late for that. */
    async get(): Promise<Session | NoSession> {
      const now = Date.now()
      if (!session || now > session.end - MARGIN) return open()
      return now > session.halfLife ? refresh(session) : session
    },
    /** A new token instead of one that the server would not have any more. */
    async renew(refused: string): Promise<Session | NoSession> {
      return session && session.token !== refused ? session : open()
    },
    /** The conversation is gone; the next token is for a new one. */
    forget(): void {
      session = undefined
    },
  }
}

export const isSession = (value: Session | NoSession): value is Session => 'token' in value

function read(body: Record<string, unknown>, user = ''): Session | undefined {
  const { conversationId, token, expires_in: seconds, userId } = body
  if (typeof conversationId !== 'string' || typeof token !== 'string') return undefined
  const life = (typeof seconds === 'number' ? seconds : 1800) * 1000
  const now = Date.now()
  return {
    conversation: conversationId,
    token,
    user: typeof userId === 'string' ? userId : user,
    halfLife: now + life / 2,
    end: now + life,
  }
}
