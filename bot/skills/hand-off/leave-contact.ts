import { z } from 'zod'
import { contactCard, type ContactKind } from '../../cards/desk/contact-card.js'
import { whenText } from '../../cards/desk/when-text.js'
import { FRONT_DOOR } from '../../domain/content/content.js'
import { dueAfter } from '../../domain/desk/promises.js'
import { emailOf, phoneOf } from '../../domain/desk/reachable-by.js'
import { shownPhones } from '../../domain/services/contact-point.js'
import { maskPersonalData } from '../../understanding/personal-data.js'
import type { SkillNeeds } from '../needs.js'
import { decide, tell, wordsOf, type About } from './desk-turn.js'

type Before = { value: string; name: string }

/** Asks for a number or an address. Not of somebody whose identity is protected. */
export function askForContact({ fill, contactDays }: SkillNeeds, about: About, kind: ContactKind, before?: Before): void {
  const { turn, seen, row } = about
  const queue = seen.now.queues.get(row.handOff.place.queue)
  if (row.handOff.isProtected || !queue) return tell(turn, seen, row, { what: 'phone-and-letter' })
  const words = wordsOf(turn)
  const due = whenText(dueAfter(queue, seen.now.at, queue.promiseMinutes[kind]), turn.at, words)
  const front = turn.content.contact.get(FRONT_DOOR)
  const ask = front ? [front.name[turn.language === 'sv' ? 'sv' : 'en'], ...shownPhones(front).slice(0, 1)].join(', ') : ''
  const card = contactCard(fill, { handOff: row.handOff.id, kind, due, days: contactDays, ask, before, ...words })
  turn.reply({ outcome: before ? 'refused' : 'contact', text: '', speak: card.speak ?? '', cards: [card] })
}

const Left = z.object({
  kind: z.enum(['call-back', 'e-mail']),
  phone: z.string().max(200).default(''),
  address: z.string().max(200).default(''),
  name: z.string().max(40).default(''),
})

/** A number or an address was left: a promise is made, and the place in the queue is kept. What is wrong is said, and nothing typed is lost. */
export function leaveContact(needs: SkillNeeds, about: About, press: unknown): void {
  const { turn, row, seen } = about
  const parsed = Left.safeParse(press)
  if (!parsed.success) return void turn.reply({ outcome: 'refused', text: turn.t('errors.old-card') })
  const { kind, phone, address, name } = parsed.data
  const typed = kind === 'call-back' ? phone : address
  const value = kind === 'call-back' ? phoneOf(phone) : emailOf(address)
  // What was typed in the wrong place may be somebody's personal number, and the card is kept.
  if (value === undefined) return askForContact(needs, about, kind, { value: maskPersonalData(typed).text, name })
  const id = turn.id
  const contact = { id, handOff: row.handOff.id, kind, value, ...(name ? { name } : {}), at: seen.now.at }
  decide(about, { kind: 'contact-left', leave: { kind, contact: id } }, { contact })
}
