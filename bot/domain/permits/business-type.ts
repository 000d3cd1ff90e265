import { z } from 'zod'
import { FINDABLE } from '../services/service.js'

/** A kind of undertaking, with the permits it tends to need. One file in content/business-types/. */
export const BusinessType = z.strictObject({
  ...FINDABLE,
  /** Ids of permits that nearly everybody of this kind needs, in the order they are best taken. */
  usually: z.array(z.string()),
  /** Ids of permits that some need: it depends on what is sold, built or used. */
  depending: z.array(z.string()),
})
export type BusinessType = z.infer<typeof BusinessType>
