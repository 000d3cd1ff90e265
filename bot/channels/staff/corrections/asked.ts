import { z } from 'zod'
import { Asked, decide, LONGEST_REASON, type Decided, type Refused } from '../../../domain/corrections/decide.js'
import { staffIdOf } from '../../../domain/desk/staff-member.js'
import { readJson } from '../../read-body.js'
import type { Asking } from './needs.js'

export const BODY_BYTES = 64 * 1024

/** What is sent to be looked at: without a reason, in the language of a citizen. */
export const PreviewAsked = z.strictObject({ ...Asked.shape, language: z.string().max(20) })
/** What is sent to be published. A reason is short, and says why and not who. */
export const PublishAsked = z.strictObject({ ...Asked.shape, why: z.string().trim().min(3).max(LONGEST_REASON) })

/** What was sent; a word for what kept it from being read. */
export async function sentAs<Sent>(
  { request }: Asking,
  schema: z.ZodType<Sent>,
): Promise<Sent | 'too-large' | 'no-reason' | 'broken'> {
  const sent = await readJson(request, BODY_BYTES)
  if (typeof sent === 'string') return sent
  const parsed = schema.safeParse(sent.json)
  if (parsed.success) return parsed.data
  return parsed.error.issues.every(({ path }) => path[0] === 'why') ? 'no-reason' : 'broken'
}

/** What comes of it, by what stands on this instance now. */
export function decided({ needs, member }: Asking, asked: Asked, why = ''): Decided | Refused {
  const { entries, corrections } = needs.knowledge.sources()
  return decide(entries, corrections, asked, { by: staffIdOf(member), at: needs.now(), why })
}
