import type { ActAnswer } from '../domain/desk/acts.js'
import { pledgeOf } from '../domain/desk/hand-off.js'
import { answerTo, entryOf, isHeldBy, refused, type Acting, type ActOf } from './acting.js'
import { changeHandOff } from './changing.js'

const LOOKS_RIGHT = {
  'call-back': (value: string) => /^\+?[\d\s()/-]{6,25}$/.test(value) && value.replace(/\D/g, '').length >= 6,
  'e-mail': (value: string) => /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]{2,}$/.test(value),
}

/** Makes a promise to call or to write of a chat. The number or the address is kept apart from what was said. */
export async function convert(acting: Acting, { handOff, term, to }: ActOf<'convert'>): Promise<ActAnswer> {
  const { needs, by, audit } = acting
  const value = to.value.trim()
  if (!LOOKS_RIGHT[to.kind](value)) return refused('wrong-contact')
  const contact = { id: needs.newId(), handOff, kind: to.kind, value, at: needs.now() }
  const event = { kind: 'converted', leave: { kind: to.kind, contact: contact.id }, by, term } as const
  return answerTo(acting, await changeHandOff(needs, handOff, { event, by, action: audit, detail: { to: to.kind }, contact }))
}

/** Only for whoever keeps the promise. It is written down before it is shown. */
export async function readContact(acting: Acting, { handOff }: ActOf<'read-contact'>): Promise<ActAnswer> {
  const { needs, by } = acting
  const row = await needs.store.find(handOff)
  if (!row) return refused('no-such-chat')
  const pledge = pledgeOf(row.handOff.situation)
  if (!isHeldBy(row, by)) return refused('not-yours')
  const contact = pledge && 'contact' in pledge ? await needs.store.contact(pledge.contact) : undefined
  if (!contact) return refused('no-address')
  await needs.store.log(entryOf(acting, handOff, { kind: contact.kind }))
  return { kind: 'done', handOff, value: contact.value }
}
