import type { z } from 'zod'
import { DeskAct } from '../../../domain/desk/acts.js'
import { readJson } from '../../read-body.js'
import type { HttpAnswer } from '../../http-answer.js'
import type { Serve } from './needs.js'

const BODY_BYTES = 64 * 1024

/** POST /staff/api/acts: what a member of staff does. A refusal is an answer of 200, in words, and gives back what was written. */
export const doAct: Serve = async ({ desk, translate }, { request }, { member, language }) => {
  const t = translate(language)
  const sent = await readJson(request, BODY_BYTES)
  if (sent === 'too-large') return refusal(413, 'too-long', t('desk-refused.too-long', { limit: 4000 }))
  const act = sent === 'broken' ? undefined : DeskAct.safeParse(sent.json)
  if (!act?.success) {
    const limit = limitIn(act?.error)
    const json = sent === 'broken' ? undefined : sent.json
    if (limit !== undefined) return refusal(200, 'too-long', t('desk-refused.too-long', { limit }), textIn(json))
    return refusal(400, 'unreadable', t('desk-refused.unreadable'))
  }
  const answer = await desk.act(member, act.data)
  if (answer.kind === 'done') return { status: 200, body: answer }
  const message = t(`desk-refused.${answer.why}`, { name: answer.holder ?? '' })
  return { status: 200, body: { ...answer, message, ...textIn(act.data) } }
}

const refusal = (status: number, why: string, message: string, given: object = {}): HttpAnswer => ({
  status,
  body: { kind: 'refused', why, message, ...given },
})

/** How long a text may be, when that is what is wrong. */
function limitIn(error: z.ZodError | undefined): number | undefined {
  const issue = error?.issues.find(({ code }) => code === 'too_big')
  return issue?.code === 'too_big' ? Number(issue.maximum) : undefined
}

function textIn(json: unknown): { text?: string } {
  const text: unknown = typeof json === 'object' && json !== null && 'text' in json ? json.text : undefined
  return typeof text === 'string' ? { text } : {}
}
