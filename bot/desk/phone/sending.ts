import { z } from 'zod'
import { cardLines } from '../../cards/phone/card-lines.js'
import { cardsOf } from '../../cards/phone/call-form.js'
import { letterOf, type Chosen, type Letter } from '../../cards/phone/letter.js'
import { mailHtml } from '../../cards/phone/letter-html.js'
import { letterSms, letterText } from '../../cards/phone/letter-text.js'
import { plainLines } from '../../cards/phone/plain-lines.js'
import { thingWords } from '../../cards/phone/thing-words.js'
import { wallClock } from '../../domain/desk/stockholm-time.js'
import type { CallItem } from '../../domain/phone/call.js'
import { mobileNumber, SMS_LENGTH } from '../../domain/phone/sms.js'
import type { PhoneNeeds } from './needs.js'
import { planOf, type OpenCall } from './open-call.js'
import { callProblem, type CallProblem } from './problems.js'

/** `key` is made once by the page: the same twice is sent once. `language` (BCP 47) is that of the letter. */
export type ToSend = { key: string; to: string; items: readonly CallItem[]; language: string }

const Address = z.email().max(254)

/** Stored first, and sent from there. The address goes with the mail: it is deleted when the mail has been sent. */
export async function sendByMail(
  needs: PhoneNeeds,
  call: OpenCall,
  { key, to, items, language }: ToSend,
): Promise<'sent' | CallProblem> {
  const address = Address.safeParse(to)
  if (!address.success) return callProblem('wrong-address')
  const letter = await letterFor(needs, call, items, language)
  if ('problem' in letter) return letter
  const t = needs.translate(language)
  const last = t('phone.mail.privacy', { days: needs.mailDays })
  await needs.mails.put(
    {
      key: `phone|${call.call}|${key}`,
      to: address.data,
      subject: t('phone.mail.subject'),
      text: letterText(letter, last),
      html: mailHtml(letter, last),
    },
    needs.now(),
  )
  return 'sent'
}

/** Handed on at once: nothing of it is kept, so a failure is told and may be tried again. */
export async function sendBySms(
  needs: PhoneNeeds,
  call: OpenCall,
  { key, to, items, language }: ToSend,
): Promise<'sent' | CallProblem> {
  if (!needs.sms) return callProblem('no-sms')
  const number = mobileNumber(to)
  if (number === undefined) return callProblem('wrong-number')
  const letter = await letterFor(needs, call, items, language)
  if ('problem' in letter) return letter
  const text = letterSms(letter, phonesOf(needs, items, language), needs.translate(language))
  if (text.length > SMS_LENGTH) return callProblem('sms-too-long')
  const sent = await needs.sms({ key: `phone|${call.call}|${key}`, to: number, text })
  return sent === 'sent' ? sent : callProblem('sms-failed')
}

/** What was chosen of a call as a letter, in the language that was wished for. */
export async function letterFor(
  needs: PhoneNeeds,
  call: OpenCall,
  items: readonly CallItem[],
  language: string,
): Promise<Letter | CallProblem> {
  const { content, translate, planDays, publicOrigin, now } = needs
  const chosen = (await Promise.all(items.map((item) => chosenOf(needs, call, item)))).flatMap((one) => one ?? [])
  const letter = letterOf(chosen, {
    content: content(),
    language,
    t: translate(language),
    today: wallClock(now()).day,
    planDays,
    ...(publicOrigin === undefined ? {} : { publicOrigin }),
  })
  return letter.parts.length === items.length ? letter : callProblem('nothing-chosen')
}

async function chosenOf(needs: PhoneNeeds, call: OpenCall, item: CallItem): Promise<Chosen | undefined> {
  if (item.kind === 'thing') return item
  if (item.kind === 'plan') {
    const plan = await planOf(needs, call)
    return plan && { kind: 'plan', plan }
  }
  const activity = call.activities.find(({ id, from }) => id === item.id && from.role === 'bot')
  if (!activity) return undefined
  const [title = '', ...lines] = plainLines(activity.text ?? '')
  return { kind: 'answer', title, lines: [...lines, ...cardsOf(activity).flatMap(({ card }) => cardLines(card))] }
}

/** Whom to call about each, for a message that has no room for more. */
const phonesOf = ({ content, translate }: PhoneNeeds, items: readonly CallItem[], language: string) =>
  items.map((item) =>
    item.kind === 'thing' ? thingWords(item.id, { content: content(), language, t: translate(language) })?.phones[0] : undefined,
  )
