import { z } from 'zod'
import { FINDABLE } from '../services/service.js'

/** A kind of undertaking, with the permits it tends to need. One file in content/business-types/. */
export const BusinessType = z.strictObject({
  ...FINDABLE,
  /** What is true of every undertaking of this kind, by the fact's id; a person's own answer goes before it. */
  given: z.record(z.string(), z.union([z.boolean(), z.string(), z.number()])).default({}),
  /** Given facts that it would still be the same undertaking without: a restaurant with alcohol may do without that. "What if" changes no others. */
  optional: z.array(z.string()).optional(),
  /** The share that say yes among this kind, by the fact's id, or by option for a choice; instead of the fact's own. */
  common: z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())])).default({}),
  /** Ids of permits that nearly everybody of this kind needs, in the order they are best taken. */
  usually: z.array(z.string()),
  /** Ids of permits that some need: it depends on what is sold, built or used. */
  depending: z.array(z.string()),
})
export type BusinessType = z.infer<typeof BusinessType>
