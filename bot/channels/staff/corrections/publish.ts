import type { Asked } from '../../../domain/corrections/decide.js'
import { auditOf } from '../../../domain/corrections/decide.js'
import type { Content } from '../../../domain/content/content.js'
import type { Correction } from '../../../domain/corrections/correction.js'
import { isAsWhole } from '../../../domain/corrections/whole.js'
import { isSame } from '../../../domain/corrections/held.js'
import type { HttpAnswer } from '../../http-answer.js'
import { decided, PublishAsked, sentAs } from './asked.js'
import { fieldsShown } from './names.js'
import type { Asking, Serve } from './needs.js'
import { refused, refusedSo } from './refused.js'

/** POST /staff/api/corrections: makes a correction live, here before it is answered and on all instances at once; or says why not. */
export const publish: Serve = async (asking) => {
  const asked = await sentAs(asking, PublishAsked)
  if (typeof asked === 'string') return refused(asking, asked, {}, asked === 'no-reason' ? 200 : 400)
  const { why, ...field } = asked
  const found = decided(asking, field, why)
  if ('why' in found) return found.why === 'changed-meanwhile' ? tooLate(asking, field, why) : refusedSo(asking, found, field)
  const { correction } = found
  if (!isWhole(asking, correction)) return refused(asking, 'does-not-fit')

  const { needs } = asking
  const stored = await needs.corrections.append(correction, auditOf(correction))
  await needs.knowledge.look()
  if (stored === 'conflict') return tooLate(asking, field, why)
  needs.log.info({ kind: correction.kind, entry: correction.entry, field: correction.field }, 'content corrected')
  return done(asking, correction)
}

function isWhole({ needs }: Asking, correction: Correction): boolean {
  let after: Content
  try {
    after = needs.knowledge.tried(correction)
  } catch (error) {
    needs.log.error({ error }, 'nothing could answer with a correction: it was refused')
    return false
  }
  return isAsWhole(needs.content(), after, correction.kind, needs.now().toISOString().slice(0, 10))
}

/** Somebody else was first, or this is the same request again, whose answer was lost on its way. */
async function tooLate(asking: Asking, asked: Asked, why: string): Promise<HttpAnswer> {
  const { corrections } = asking.needs.knowledge.sources()
  const newest = corrections.findLast(
    ({ kind, entry, field }) => kind === asked.kind && entry === asked.entry && field === asked.field,
  )
  if (newest && isOwn(asking, newest, asked, why)) return done(asking, newest)
  const found = decided(asking, asked, why)
  return 'why' in found ? refusedSo(asking, found, asked) : refused(asking, 'changed-meanwhile')
}

function isOwn({ member }: Asking, newest: Correction, { seen, wanted }: Asked, why: string): boolean {
  const isTheirs = newest.by === `${member.tenant}|${member.oid}` && newest.why === why && newest.version === seen.version + 1
  return (
    isTheirs &&
    (wanted.is !== 'value' || (newest.after.is === 'value' && isSame(newest.after, { is: 'value', value: wanted.value })))
  )
}

async function done(asking: Asking, { kind, entry, field, version }: Correction): Promise<HttpAnswer> {
  const fields = await fieldsShown(asking, kind, entry)
  return { status: 200, body: { kind: 'done', version, field: fields.find((one) => one.field === field) } }
}
