import type { Card } from '../../domain/conversations/message.js'
import type { FillCard } from '../templates.js'
import type { ToldWords } from './told-words.js'

export type ContactKind = 'call-back' | 'e-mail'
/** What is asked for of each: the field that it is typed in, and what a browser lets through. The skill looks at it again. */
export const CONTACT_FIELDS = {
  'call-back': { field: 'phone', style: 'Tel', pattern: '[+0][0-9 ()\\-]{6,24}' },
  'e-mail': { field: 'address', style: 'Email', pattern: '[^@\\s]+@[^@\\s]+\\.[^@\\s]+' },
} as const satisfies Record<ContactKind, { field: string; style: string; pattern: string }>

export type ContactCard = ToldWords & {
  handOff: string
  kind: ContactKind
  /** When the answer is promised by, as one says it. */
  due: string
  /** Days that the number or address is kept, and whom to ask about it. */
  days: number
  ask: string
  /** What was typed before, and was not right. */
  before?: { value: string; name: string }
}

/** Asks for a number or an address, with what it is used for. Nothing else is asked, and the name need not be given. */
export function contactCard(fill: FillCard, { handOff, kind, due, days, ask, before, t, language }: ContactCard): Card {
  const { field, style, pattern } = CONTACT_FIELDS[kind]
  const error = t(`desk.contact.error.${field}`)
  return fill('desk-form', language, {
    speak: t(`desk.contact.speak.${kind}`),
    title: t(`desk.contact.${kind}`),
    ...(before ? { problem: error } : {}),
    paragraphs: [
      { text: t(`desk.contact.due.${kind}`, { due }) },
      { text: t('desk.contact.protected-instead') },
      { text: t('desk.contact.data', { days, ask }) },
    ],
    fields: [
      {
        kind: 'address',
        id: field,
        label: t(`desk.contact.${field}`),
        style,
        longest: 200,
        pattern,
        error,
        value: before?.value ?? '',
      },
      { kind: 'name', id: 'name', label: t('desk.contact.name'), longest: 40, value: before?.name ?? '' },
    ],
    send: { id: 'send', title: t('desk.contact.send'), press: { verb: 'desk.leave', handOff, kind } },
    buttons: [
      { id: 'wait', title: t('desk.contact.keep-waiting'), press: { verb: 'desk.place', handOff } },
      { id: 'protected', title: t('desk.button.protected'), press: { verb: 'desk.protected', handOff } },
    ],
  })
}
