import { z } from 'zod'
import { InEveryLanguage } from '../language.js'
import { PhoneNumber } from '../services/contact-point.js'
import { CRISIS_KINDS, type CrisisKind } from './kinds.js'

/** A number for people in danger or distress. One file in content/crisis/. */
export const CrisisContact = z.strictObject({
  id: z.string().min(1),
  name: InEveryLanguage,
  phone: PhoneNumber,
  for: InEveryLanguage,
  hours: InEveryLanguage,
  /** BCP 47 */
  languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag: sv, en, ar')),
  /** Whether they call an interpreter for other languages. */
  interpreters: z.boolean().default(false),
  cost: InEveryLanguage,
  other: InEveryLanguage.optional(),
  /** The crises in which it is shown; with none it is known but not shown. */
  kinds: z.array(z.enum(CRISIS_KINDS)),
  /** The smaller stands first. */
  order: z.int().min(0),
  source: z.string().min(1),
  /** The day on which the city checked it (YYYY-MM-DD); null when nobody has. */
  checked: z.iso.date().nullable(),
})
export type CrisisContact = z.infer<typeof CrisisContact>

/** The emergency number, first in every answer to a crisis. */
export const EMERGENCY = '112'

/** The contacts to show in a crisis of that kind: the emergency number first, then by their order. */
export const contactsFor = (kind: CrisisKind, contacts: Iterable<CrisisContact>): CrisisContact[] =>
  [...contacts]
    .filter(({ id, kinds }) => id === EMERGENCY || kinds.includes(kind))
    .sort((one, other) => Number(other.id === EMERGENCY) - Number(one.id === EMERGENCY) || one.order - other.order)
