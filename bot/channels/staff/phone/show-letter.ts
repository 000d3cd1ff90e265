import type { Request, Response } from 'restify'
import { CallLetter } from '../../../domain/phone/call.js'
import { may } from '../../../domain/people/permissions.js'
import { newNonce } from '../../pages/answer.js'
import { readForm } from '../../pages/form.js'
import { parseJson } from '../../read-body.js'
import { languageOf } from '../sign-in/problems.js'
import { goneHtml, sheetHtml } from './sheet-html.js'
import type { PhoneDoorNeeds } from './needs.js'

type Asked = { request: Request; response: Response }

/**
 * POST /staff/phone/letter: the letter as a sheet to print. It comes from a form of the staff page in a window of its own, which has no session: a ticket
 * opens it, once. The address is in the form and on the sheet, and nowhere else.
 */
export async function showLetter(needs: PhoneDoorNeeds, asked: Asked): Promise<void> {
  const { request } = asked
  const page = languageOf(request, { translate: needs.translate, languages: needs.config.languages })
  const gone = (status: number): void => send(asked, status, goneHtml(page, needs.translate(page)))
  const sent = await readForm(request, needs)
  if (sent.kind === 'too-large') return gone(413)
  if (sent.kind !== 'form') return gone(403)
  const passed = await needs.gate.byTicket(sent.fields.get('ticket') ?? '', request)
  if ('refused' in passed || !may(passed.member.roles, 'phone.use')) return gone(403)
  const wanted = CallLetter.safeParse({ ...Object.fromEntries(sent.fields), items: itemsIn(sent.fields.get('items')) })
  if (!wanted.success || !needs.config.languages.includes(wanted.data.language)) return gone(400)
  const { items, language, to } = wanted.data
  const letter = await needs.calls.letter(passed.member, sent.fields.get('call') ?? '', items, language)
  if ('problem' in letter) return gone(404)
  const nonce = newNonce()
  const sheet = { letter, to: linesOf(to), nonce, caller: needs.translate(language), page, agent: needs.translate(page) }
  send(asked, 200, sheetHtml(sheet), nonce)
}

function itemsIn(field: string | null): unknown {
  const parsed = parseJson(field ?? '')
  return parsed === 'broken' ? undefined : parsed.json
}

const MOST_LINES = 6
const linesOf = (to: string): string[] =>
  to
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)

function send({ response }: Asked, status: number, html: string, nonce?: string): void {
  const body = Buffer.from(html)
  const inline = nonce ? `style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; ` : ''
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.byteLength,
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; ${inline}form-action 'none'; frame-ancestors 'none'; base-uri 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  })
  response.end(body)
}
