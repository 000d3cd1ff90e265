import { z } from 'zod'
import { InEveryLanguage } from '../language.js'
import { HttpsUrl } from './service.js'

/** How sure a phone number is. A `not-verified` one is never shown; `third-party` and `old` are shown with "check". */
export const PHONE_SURENESS = ['city-page', 'third-party', 'old', 'not-verified'] as const

/** A number as people write it: digits, spaces, one hyphen, or a short number. */
export const PhoneNumber = z.string().regex(/^\+?[0-9][0-9 -]{1,19}$/, 'a phone number: digits, spaces and hyphens')

/** Somebody at the city, or close to it, whom people can reach. One file in content/contact/. */
export const ContactPoint = z.strictObject({
  id: z.string(),
  name: InEveryLanguage,
  for: InEveryLanguage,
  phones: z.array(PhoneNumber),
  phone_sure: z.enum(PHONE_SURENESS),
  email: z.array(z.email()).default([]),
  visit: InEveryLanguage.optional(),
  post: z.string().optional(),
  web: HttpsUrl.optional(),
  hours: InEveryLanguage.optional(),
  note: InEveryLanguage.optional(),
  /** BCP 47 */
  languages: z.array(z.string()).optional(),
  source: z.strictObject({ urls: z.array(z.string()), reliability: z.string() }),
})
export type ContactPoint = z.infer<typeof ContactPoint>

/** The numbers that may be shown: none when nobody has verified them. */
export const shownPhones = (point: ContactPoint): readonly string[] => (point.phone_sure === 'not-verified' ? [] : point.phones)

/** A way for people who do not use e-services. One file in content/ways/. */
export const OtherWay = z.strictObject({
  id: z.string(),
  name: InEveryLanguage,
  what: InEveryLanguage,
  phones: z.array(PhoneNumber).default([]),
  phone_sure: z.enum(PHONE_SURENESS).optional(),
  web: HttpsUrl.optional(),
  source: z.strictObject({ urls: z.array(z.string()) }),
})
export type OtherWay = z.infer<typeof OtherWay>

/** A city district and the names of areas by which people know where they live. One file in content/districts/. */
export const District = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  areas: z.array(z.string().min(1)).min(1),
  source: z.string(),
  /** Somebody at the city is to look it over before launch. */
  check: z.boolean(),
})
export type District = z.infer<typeof District>

/** Every name by which people know a district: its own and those of its areas. */
export const namesOf = ({ name, areas }: District): readonly string[] => [name, ...areas]
