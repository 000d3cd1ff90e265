import { z } from 'zod'
import { InEveryLanguage } from '../language.js'

/** Words that agents send as they are: the citizen gets them in the citizen's language. One file in content/canned-answers/. */
export const CannedAnswer = z.strictObject({
  id: z.string().min(1),
  /** What agents find it by. */
  name: InEveryLanguage,
  text: InEveryLanguage,
  /** Ids of queues; none is all. */
  queues: z.array(z.string()).default([]),
})
export type CannedAnswer = z.infer<typeof CannedAnswer>
