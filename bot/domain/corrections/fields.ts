import type { z } from 'zod'
import { CrisisContact } from '../crisis/crisis-contact.js'
import { Hours } from '../desk/opening-hours.js'
import { Permit } from '../permits/permit.js'
import { ContactPoint, OtherWay } from '../services/contact-point.js'
import { OtherAuthority } from '../services/other-authority.js'
import { Service } from '../services/service.js'

/** How a value is written and shown: which form the page has for it, and how it is said what is wrong with it. */
export const FORMS = [
  'phone',
  'phones',
  'sureness',
  'emails',
  'address',
  'link',
  'words',
  'text',
  'week',
  'named-days',
  'exceptions',
] as const
export type Form = (typeof FORMS)[number]

/** `schema` is the content's own. `path` leads from the entry to the value. */
export type CorrectableField = { field: string; form: Form; schema: z.ZodType; path: readonly string[] }

type Row = readonly [field: string, form: Form, schema: z.ZodType, path?: readonly string[]]
const fields = (...rows: Row[]): readonly CorrectableField[] =>
  rows.map(([field, form, schema, path = [field]]) => ({ field, form, schema, path }))

const { shape: contact } = ContactPoint
const { shape: way } = OtherWay
const { shape: authority } = OtherAuthority

/** Everything that can be corrected on a page; what is not here is changed in its file. Nothing here is learned from, nor decides about a permit. */
export const CORRECTABLE = {
  contact: fields(
    ['phones', 'phones', contact.phones],
    ['phone_sure', 'sureness', contact.phone_sure],
    ['email', 'emails', contact.email],
    ['hours', 'words', contact.hours],
    ['visit', 'words', contact.visit],
    ['post', 'text', contact.post],
    ['web', 'address', contact.web],
  ),
  services: fields(['link', 'link', Service.shape.link]),
  queues: fields(
    ['weekly', 'week', Hours.shape.weekly, ['hours', 'weekly']],
    ['namedDays', 'named-days', Hours.shape.namedDays, ['hours', 'namedDays']],
    ['exceptions', 'exceptions', Hours.shape.exceptions, ['hours', 'exceptions']],
  ),
  ways: fields(['phones', 'phones', way.phones], ['phone_sure', 'sureness', way.phone_sure], ['web', 'address', way.web]),
  permits: fields(['link', 'link', Permit.shape.link]),
  'other-authorities': fields(
    ['phones', 'phones', authority.phones],
    ['phone_sure', 'sureness', authority.phone_sure],
    ['link', 'address', authority.link],
  ),
  crisis: fields(['phone', 'phone', CrisisContact.shape.phone], ['hours', 'words', CrisisContact.shape.hours]),
} as const satisfies Record<string, readonly CorrectableField[]>
export type CorrectableKind = keyof typeof CORRECTABLE
export const CORRECTABLE_KINDS = Object.keys(CORRECTABLE) as [CorrectableKind, ...CorrectableKind[]]

export const isCorrectable = (kind: string): kind is CorrectableKind => Object.hasOwn(CORRECTABLE, kind)

export const fieldsOf = (kind: string): readonly CorrectableField[] => (isCorrectable(kind) ? CORRECTABLE[kind] : [])

/** Whether an entry does without the field. */
export const mayBeLeftOut = ({ schema }: CorrectableField): boolean => {
  const parsed = schema.safeParse(undefined)
  return parsed.success && parsed.data === undefined
}
