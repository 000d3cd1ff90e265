import { filesAllowed } from '../../../domain/file-text.js'
import { readUpload } from '../../direct-line/read-upload.js'
import { wrongFiles, type WrongFiles } from '../../direct-line/wrong-files.js'
import type { HttpAnswer } from '../../http-answer.js'
import { secondsToWait } from '../../rate-limit.js'
import type { Asked, Serve, StaffDeskNeeds } from './needs.js'

const WHY = {
  none: 'unreadable',
  empty: 'file-empty',
  'too-large': 'file-too-large',
  'wrong-type': 'file-type',
} as const satisfies Record<WrongFiles, string>
type Why = (typeof WHY)[WrongFiles] | 'file-often'

const Key = /^[\w-]{8,64}$/
const Term = /^[1-9]\d{0,8}$/

/**
 * POST /staff/api/chats/:id/attachments?term=&key=: one file for the citizen, under the claim by which the chat is held. The body is the file, or a
 * form with it. A refusal is an answer of 200, in words, as that of any act.
 */
export const sendFile: Serve = async (needs, asked, { member, language }) => {
  const { desk, config, translate } = needs
  const t = translate(language)
  const refusal = (why: string): HttpAnswer => ({
    status: 200,
    body: { kind: 'refused', why, message: t(`desk-refused.${why}`, { name: '', ...filesAllowed(config.limits, language) }) },
  })
  const about = aboutOf(asked)
  const sent = await readUpload(asked.request, config.limits.uploadBytes)
  if (!about || sent === 'broken') return refusal('unreadable')
  const why = sent === 'too-large' ? 'file-too-large' : await whyNot(needs, about.handOff, sent.files)
  if (why || sent === 'too-large') return refusal(why ?? 'file-too-large')
  const answer = await desk.sendFile(member, { ...about, ...sent.files[0]! })
  return answer.kind === 'done' ? { status: 200, body: answer } : refusal(answer.why)
}

function aboutOf({ params, query }: Asked): { handOff: string; term: number; key: string } | undefined {
  const term = Term.exec(query.get('term') ?? '')?.[0]
  const key = Key.exec(query.get('key') ?? '')?.[0]
  const { id: handOff } = params
  return term && key && handOff ? { handOff, term: Number(term), key } : undefined
}

/** Only one at a time, and of each chat as many as a citizen may send. */
async function whyNot(
  { config: { limits }, rates, now, log }: StaffDeskNeeds,
  handOff: string,
  files: Parameters<typeof wrongFiles>[0],
): Promise<Why | undefined> {
  const wrong = files.length > 1 ? 'none' : wrongFiles(files, limits)
  if (wrong) return WHY[wrong]
  const rate = { bucket: `staff-uploads:${handOff}`, limit: limits.uploadsPerHour, windowSeconds: 3600 }
  return (await secondsToWait(rates, rate, now(), log)) === undefined ? undefined : 'file-often'
}
