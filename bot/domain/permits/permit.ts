import { z } from 'zod'
import { InEveryLanguage } from '../language.js'
import { APPLICABLE, FINDABLE, Note, SOURCE_KINDS } from '../services/service.js'

/** What the law calls it. A notification may be enough to begin, a permit must be granted first. */
export const PERMIT_KINDS = [
  'permit',
  'notification',
  'registration',
  'duty',
  'rule',
  'agreement',
  'decision',
  'test',
  'condition',
] as const

/** Something that an undertaking may need before it begins, whoever decides it. One file in content/permits/. */
export const Permit = z.strictObject({
  ...FINDABLE,
  ...APPLICABLE,
  kind: z.enum(PERMIT_KINDS),
  responsible: z.strictObject({
    name: InEveryLanguage,
    /** Decided by the City of Stockholm itself; otherwise by somebody else, which is then said. */
    cityOwn: z.boolean(),
  }),
  fee: Note.optional(),
  time: Note.optional(),
  /** The act and chapter in Swedish, as it is cited. `weak` when nobody has read the act for it. */
  law: z.strictObject({ text: z.string().min(1), weak: z.boolean() }).optional(),
  /** Ids of permits that come first: before applying, before the decision or before opening. */
  first: z.array(z.string()).default([]),
  source: z.strictObject({
    urls: z.array(z.string()),
    kind: z.enum([...SOURCE_KINDS, 'other-municipality']),
    /** The remark of who collected the facts. For editors, not shown. */
    remark: z.string().optional(),
  }),
})
export type Permit = z.infer<typeof Permit>
