import type { Received } from '../../turn/receive.js'
import type { Inbound } from '../../turn/turn.js'
import { addressBucket, clientAddress } from '../client-address.js'
import { userOf } from '../direct-line/visitor-token.js'
import { secondsToWait } from '../rate-limit.js'
import { giveVisitor } from '../visitor.js'
import { redirect } from './answer.js'
import { isBlank, readForm } from './form.js'
import type { PagesNeeds } from './needs.js'
import { show } from './show.js'
import { isCrisis, showOnce, showOnceMore } from './shown-once.js'
import { hereAgain } from './here-again.js'
import { isShared, keyOf, type Visit } from './visit.js'

const Id = /^[A-Za-z0-9_-]{8,64}$/

/** POST /say: what was written in the box. */
export async function say(needs: PagesNeeds, visit: Visit): Promise<void> {
  const sent = await readForm(visit.asked.request, needs)
  if (sent.kind === 'too-large') return show(needs, visit, { problem: { name: 'too-large', status: 413 } })
  if (sent.kind !== 'form') return show(needs, visit, { problem: { name: 'foreign', status: 403 } })
  return sayText(needs, visit, sent.fields)
}

/** What was written in the form's box. Browsers send line breaks of forms as two characters, and count one. */
export const textIn = (fields: URLSearchParams): string => (fields.get('text') ?? '').replace(/\r\n?/g, '\n')
export const idIn = (fields: URLSearchParams): string | undefined => Id.exec(fields.get('id') ?? '')?.[0]

/** Says the words of a form that was read. */
export async function sayText(needs: PagesNeeds, visit: Visit, fields: URLSearchParams): Promise<void> {
  const text = textIn(fields)
  const id = idIn(fields) ?? needs.newId()
  if (isBlank(text)) return sayNothing(needs, visit, Id.exec(fields.get('once') ?? '')?.[0])
  const count = text.length
  if (count > needs.config.limits.messageLength)
    return show(needs, visit, { problem: { name: 'too-long', status: 413, count }, text })
  return hand(needs, visit, { id, said: { kind: 'text', text }, channelData: { clientActivityID: id } }, text)
}

/** An empty box is a mistake, except below the answer to a crisis that the page showed: that one is shown again. */
async function sayNothing(needs: PagesNeeds, visit: Visit, once: string | undefined): Promise<void> {
  if (once === undefined) return show(needs, visit, { problem: { name: 'empty', status: 400 } })
  showOnceMore(visit, once)
  redirect(visit.asked, hereAgain(visit, { to: once }))
}

export type Something = Pick<Inbound, 'id' | 'said' | 'line' | 'channelData' | 'attachments'>

/** Hands what was said or pressed to the bot and leads to the answer. What is not taken stays in the box as `text`. */
export async function hand(needs: PagesNeeds, visit: Visit, something: Something, text?: string): Promise<void> {
  const seconds = await tooFast(needs, visit)
  if (seconds !== undefined)
    return show(needs, visit, { problem: { name: 'busy', status: 429, seconds }, text, id: something.id })
  const received = await receiveIn(needs, visit, something)
  if (received.kind !== 'answered') {
    const unstored = received.kind === 'failed' ? received.outgoing : []
    // Nothing stands in the way of an answer to a crisis: no trouble, no box that takes the focus, and nothing to be read from a database.
    if (unstored.some(isCrisis)) return show(needs, { ...visit, conversation: undefined }, { id: something.id, unstored })
    return show(needs, visit, { problem: { name: 'failed', status: 503 }, text, id: something.id, unstored })
  }
  const isFirst = visit.visitor === undefined
  showOnce(visit, received.outgoing)
  redirect(visit.asked, hereAgain(visit, { to: received.outgoing[0]?.id ?? received.inboundId, isFirst }))
}

async function receiveIn(needs: PagesNeeds, visit: Visit, something: Something): Promise<Received> {
  const { asked, framed, secure } = visit
  const visitor = giveVisitor(asked.request, asked.response, { secure, framed, sessionOnly: isShared(visit) })
  const receive = (conversation: string) => needs.receive(inboundOf(needs, visit, visitor, conversation, something))
  const received = await receive(visit.conversation?.conversation ?? needs.newId())
  // It was ended on another page between our looking and our asking: this is the beginning of the next.
  return received.kind === 'ended' ? receive(needs.newId()) : received
}

const inboundOf = (
  needs: PagesNeeds,
  { language }: Visit,
  visitor: string,
  conversation: string,
  something: Something,
): Inbound => ({
  ...something,
  key: keyOf(conversation),
  kind: 'personal',
  at: needs.now(),
  who: { citizen: visitor },
  locale: language,
  from: { id: userOf(visitor, needs.tokenKey) },
  visitor,
  inResponse: true,
})

/** Seconds to wait for one who goes too fast: by conversation, or by address where each post would begin a new one. */
async function tooFast(
  { rates, config, tokenKey, now, log }: PagesNeeds,
  { conversation, asked, unreachable }: Visit,
): Promise<number | undefined> {
  if (unreachable) return undefined
  const address = clientAddress(asked.request, config.trustedProxies)
  const rate = conversation
    ? { bucket: `messages:${conversation.conversation}`, limit: config.limits.messagesPerMinute }
    : { bucket: addressBucket('tokens', address, now(), tokenKey), limit: config.limits.tokensPerMinute }
  return secondsToWait(rates, { ...rate, windowSeconds: 60 }, now(), log)
}
