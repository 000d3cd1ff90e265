import { createHash } from 'node:crypto'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { z } from 'zod'
import type { Mail, Mailed, SendMail } from '../domain/mail.js'
import type { Log } from '../telemetry/log.js'

/** `url` is smtp:// or smtps://, with name and password in it if the server wants them. `from` is our address. */
export type MailServer = { url: string; from: string; log: Log; ca?: string }

const CONNECT_MILLISECONDS = 10_000
const SILENCE_MILLISECONDS = 30_000

/** What nodemailer throws: the server's answer and to which command, if there was any. */
const MailError = z.object({ code: z.string().optional(), responseCode: z.number().optional(), command: z.string().optional() })

/** One plain address. Nothing that could end the line or begin another recipient. */
const Address = z.email().max(254)

/**
 * Hands mails to a mail server. Encrypted where the server offers it; a certificate that is not believed means that nothing is sent.
 * `close` lets go of the connections.
 */
export function mailGateway({ url, from, log, ca }: MailServer): { send: SendMail; close(): void } {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(ca && { tls: { ca } }),
  })
  const send = async (mail: Mail): Promise<Mailed> => {
    if (!Address.safeParse(mail.to).success) return { kind: 'refused' }
    try {
      await transport.sendMail(letterOf(mail, from))
      return { kind: 'sent' }
    } catch (error) {
      const { code, responseCode, command } = MailError.safeParse(error).data ?? {}
      const mailed = mailedDespite({ responseCode, command })
      // The error's own words hold the address.
      log.warn({ about: mail.about, code, responseCode, command, outcome: mailed.kind }, 'a mail was not taken')
      return mailed
    }
  }
  return { send, close: () => transport.close() }
}

// Only what the server says of this recipient or this letter is for good. That it does not know us (MAIL FROM, AUTH) is ours to mend.
const ABOUT_THIS_MAIL = ['RCPT TO', 'DATA']

const mailedDespite = ({ responseCode = 0, command = '' }: { responseCode?: number; command?: string }): Mailed =>
  responseCode >= 500 && ABOUT_THIS_MAIL.includes(command) ? { kind: 'refused' } : { kind: 'retry' }

const letterOf = ({ key, to, subject, text, html, attachments = [] }: Mail, from: string): SendMailOptions => ({
  from: { name: '', address: from },
  to: { name: '', address: to },
  subject: oneLine(subject),
  text,
  html,
  attachments: attachments.map(({ name, contentType, content }) => ({
    filename: oneLine(name),
    contentType: oneLine(contentType),
    content: Buffer.from(content),
  })),
  // The same mail sent twice is known by this.
  messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${from.split('@')[1]}>`,
  // No holiday greeting shall come back.
  headers: { 'Auto-Submitted': 'auto-generated' },
})

// Control characters could end a header and begin another one.
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
