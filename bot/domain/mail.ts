import type { WhyNotSent } from './send-failures.js'

export type MailAttachment = { name: string; contentType: string; content: Uint8Array }

/** `key` says which mail it is: the same key twice is sent once. `to` is one address, `about` the id of what it concerns. */
export type Mail = {
  key: string
  to: string
  subject: string
  text: string
  html?: string
  attachments?: readonly MailAttachment[]
  about?: string
}

/** A mail that somebody has taken to send it. `tries` counts the failures before. */
export type TakenMail = Mail & { at: Date; tries: number }

export interface MailStore {
  /** Keeps it until it is sent; does nothing when its key is known. */
  put(mail: Mail, at: Date): Promise<void>
  /** The mail that is due first, for `leaseSeconds`; undefined when none is. */
  take(at: Date, leaseSeconds: number): Promise<TakenMail | undefined>
  /** What it said and to whom is forgotten at once. */
  sent(key: string): Promise<void>
  tryLater(key: string, tryAt: Date): Promise<void>
  /** Never tried again; becomes a failure that a person sees. What it said is kept until it expires. */
  giveUp(key: string, why: WhyNotSent, at: Date): Promise<void>
  /** Mails that are neither sent nor given up. */
  countWaiting(): Promise<number>
  /** Those put before, whatever became of them. */
  deleteExpired(before: Date): Promise<void>
}

/** What came of handing a mail to the mail server. */
export type Mailed =
  | { kind: 'sent' }
  /** The recipient or the mail itself is refused for good. */
  | { kind: 'refused' }
  /** No answer, or not now. */
  | { kind: 'retry' }

/** Hands one mail to the mail server. Never throws: what went wrong is an answer. */
export type SendMail = (mail: Mail) => Promise<Mailed>
