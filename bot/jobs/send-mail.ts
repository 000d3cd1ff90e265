import type { Mailed, MailStore, SendMail, TakenMail } from '../domain/mail.js'
import type { Waking } from '../domain/conversations/waking.js'
import { secondsAfter } from '../domain/seconds-after.js'
import type { Log } from '../telemetry/log.js'
import { realClock, waitAfter, type Clock } from './clock.js'

export type MailNeeds = {
  mails: Pick<MailStore, 'take' | 'sent' | 'tryLater' | 'giveUp'>
  send: SendMail
  waking: Pick<Waking, 'onMail'>
  now: () => Date
  log: Log
  clock?: Clock
}

const POLL_MILLISECONDS = 10_000
// Longer than the gateway lets one mail take.
const LEASE_SECONDS = 120
/** A mail that no server has taken for so long is given up, and somebody is told. */
export const GIVE_UP_SECONDS = 3 * 24 * 3600

/**
 * Sends the mails that are kept, one at a time. One that fails waits, longer each time, and does not hold up the others. A crash between
 * the server's yes and ours doubles one mail at most; both have the same Message-ID.
 */
export function sendMail(needs: MailNeeds) {
  const clock = needs.clock ?? realClock
  let isClosed = false
  let heardMeanwhile = false
  let sending: Promise<void> | undefined

  const stopPolling = clock.every(POLL_MILLISECONDS, lookThrough)
  const stopListening = needs.waking.onMail(lookThrough)
  lookThrough()

  function lookThrough(): void {
    heardMeanwhile = true
    if (isClosed || sending) return
    sending = sendAll().catch((error: unknown) => {
      sending = undefined
      needs.log.error({ error }, 'mail stopped until the next look')
    })
  }

  async function sendAll(): Promise<void> {
    while (!isClosed) {
      heardMeanwhile = false
      const mail = await needs.mails.take(needs.now(), LEASE_SECONDS)
      if (mail) await AFTER[(await needs.send(mail)).kind](mail)
      else if (!heardMeanwhile) break
    }
    // At once, so that nobody is heard between the last look and this.
    sending = undefined
  }

  const AFTER: Record<Mailed['kind'], (mail: TakenMail) => Promise<void>> = {
    sent: ({ key }) => needs.mails.sent(key),
    refused: (mail) => giveUp(mail, 'refused'),
    retry(mail) {
      const tryAt = secondsAfter(needs.now(), waitAfter(mail.tries + 1, clock.random()))
      if (tryAt > secondsAfter(mail.at, GIVE_UP_SECONDS)) return giveUp(mail, 'too-long')
      needs.log.warn({ about: mail.about, tries: mail.tries + 1 }, 'a mail was not sent yet')
      return needs.mails.tryLater(mail.key, tryAt)
    },
  }

  function giveUp({ key, about }: TakenMail, why: 'refused' | 'too-long'): Promise<void> {
    needs.log.error({ about, why }, 'a mail was given up')
    return needs.mails.giveUp(key, why, needs.now())
  }

  return {
    /** Takes no more; resolves when the mail on its way has been answered for. */
    async close(): Promise<void> {
      isClosed = true
      stopPolling()
      stopListening()
      await sending
    },
  }
}
