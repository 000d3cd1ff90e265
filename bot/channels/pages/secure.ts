import { SECURE_PATH } from '../../cards/own-forms.js'
import type { SecureForm, Shown, WhyNoForm } from '../../desk/secure/secure-form.js'
import { secondsToWait } from '../rate-limit.js'
import { newNonce, redirect, sendPage } from './answer.js'
import { readForm } from './form.js'
import { hereAgain } from './here-again.js'
import type { PagesNeeds } from './needs.js'
import { securePageHtml, secureTroubleHtml, type SecureView } from './secure-html.js'
import { keyOf, type Visit } from './visit.js'

const STATUS: Record<WhyNoForm, number> = { foreign: 403, answered: 410, declined: 410, late: 410, over: 410, protected: 200 }

export const SECURE_ROUTE = `${SECURE_PATH}:word`

const wordOf = ({ asked }: Visit): string => (asked.request.params as { word?: string }).word ?? ''
const conversationOf = ({ conversation }: Visit) => conversation && keyOf(conversation.conversation)

/** GET /secure/…: the form, for the visitor whose conversation the address was made for. */
export async function showSecureForm(needs: PagesNeeds, form: SecureForm, visit: Visit): Promise<void> {
  if (visit.unreachable) return trouble(needs, visit, 503, 'unreachable')
  await sendTaken(needs, visit, await form.look(wordOf(visit), conversationOf(visit)))
}

/** POST /secure/…: what was typed, or that the person would rather not. It leads back to the chat, where a line tells of it. */
export async function takeSecureForm(needs: PagesNeeds, form: SecureForm, visit: Visit): Promise<void> {
  const sent = await readForm(visit.asked.request, needs)
  if (sent.kind !== 'form') return trouble(needs, visit, 403, 'foreign-form')
  if (visit.unreachable) return trouble(needs, visit, 503, 'unreachable')
  const seconds = await tooFast(needs, visit)
  if (seconds !== undefined) return trouble(needs, visit, 429, 'busy', seconds)
  const typed = (sent.fields.get('number') ?? '').slice(0, LONGEST)
  const conversation = conversationOf(visit)
  const taken = sent.fields.has('no')
    ? await form.decline(wordOf(visit), conversation)
    : await form.answer(wordOf(visit), conversation, typed)
  if ('line' in taken) return redirect(visit.asked, hereAgain(visit, { to: taken.line }))
  await sendTaken(needs, visit, taken, typed)
}

const LONGEST = 30

async function sendTaken(needs: PagesNeeds, visit: Visit, taken: Shown, typed = ''): Promise<void> {
  const status = taken.is === 'open' ? 200 : taken.is === 'wrong' ? 400 : STATUS[taken.is]
  await send(needs, visit, status, securePageHtml(viewOf(needs, visit, typed), taken))
}

async function trouble(
  needs: PagesNeeds,
  visit: Visit,
  status: number,
  problem: Parameters<typeof secureTroubleHtml>[1],
  seconds?: number,
) {
  if (seconds !== undefined) visit.asked.response.setHeader('Retry-After', seconds)
  await send(needs, visit, status, secureTroubleHtml(viewOf(needs, visit, ''), problem, seconds))
}

const viewOf = (needs: PagesNeeds, visit: Visit, typed: string): SecureView => ({
  language: visit.language,
  framed: visit.framed,
  clientAssets: needs.clientAssets,
  t: needs.translate(visit.language),
  path: SECURE_PATH + encodeURIComponent(wordOf(visit)),
  typed,
})

const send = (needs: PagesNeeds, { asked }: Visit, status: number, html: string): Promise<void> =>
  sendPage(asked, needs, { status, html, nonce: newNonce() })

/** Whoever guesses is slowed down, by conversation. Without one there is no form. */
const tooFast = ({ rates, config, now, log }: PagesNeeds, { conversation }: Visit): Promise<number | undefined> =>
  secondsToWait(
    rates,
    { bucket: `secure:${conversation?.conversation ?? ''}`, limit: config.limits.messagesPerMinute, windowSeconds: 60 },
    now(),
    log,
  )
