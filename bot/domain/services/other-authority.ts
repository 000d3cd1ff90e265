import { z } from 'zod'
import { InEveryLanguage } from '../language.js'
import { PHONE_SURENESS, PhoneNumber } from './contact-point.js'
import { FINDABLE, HttpsUrl } from './service.js'

/** A matter that people ask the city about but somebody else handles. One file in content/other-authorities/. */
export const OtherAuthority = z.strictObject({
  ...FINDABLE,
  /** Who handles it, by the name people meet. */
  authority: InEveryLanguage,
  phones: z.array(PhoneNumber),
  phone_sure: z.enum(PHONE_SURENESS),
  link: HttpsUrl,
  source: z.strictObject({ urls: z.array(z.string()), kind: z.string() }),
})
export type OtherAuthority = z.infer<typeof OtherAuthority>
