import { filesAllowed } from '../../domain/file-text.js'
import { fileAddresses } from '../direct-line/file-address.js'
import { keepFiles, sizesOf } from '../direct-line/keep-files.js'
import { readUpload, type SentFile } from '../direct-line/read-upload.js'
import { wrongFiles, type WrongFiles } from '../direct-line/wrong-files.js'
import { secondsToWait } from '../rate-limit.js'
import { isOurOwn } from './form.js'
import type { PagesNeeds } from './needs.js'
import { hand, idIn, sayText, textIn } from './say.js'
import { show, type Problem } from './show.js'
import { keyOf, type Visit } from './visit.js'

/** POST /file: what was written in the box, and a file with it. Without a file it is the same as /say. */
export async function sendFile(needs: PagesNeeds, visit: Visit): Promise<void> {
  const { config } = needs
  if (!isOurOwn(visit.asked.request, needs)) return show(needs, visit, { problem: { name: 'foreign', status: 403 } })
  const sent = await readUpload(visit.asked.request, config.limits.uploadBytes)
  // So much more than a file that nothing of it was read.
  if (sent === 'too-large') return show(needs, visit, { problem: problemOf(needs, visit, 'too-large') })
  if (sent === 'broken') return show(needs, visit, { problem: problemOf(needs, visit, 'empty') })
  const fields = new URLSearchParams(
    [...sent.fields].map(([name, value]): [string, string] => [name, value.replaceAll('\0', '')]),
  )
  const files = sent.files.filter(isChosen)
  const key = visit.conversation && keyOf(visit.conversation.conversation)
  if (files.length === 0 || !key) return sayText(needs, visit, fields)
  const text = textIn(fields).trim()
  const problem = await whyNot(needs, visit, files, text)
  const id = idIn(fields) ?? needs.newId()
  if (problem) return show(needs, visit, { problem, text, id })
  const attachments = await keepFiles({ ...needs, addressOf: addressesOf(needs) }, key, files)
  const given = files.map(({ name, contentType, bytes }) => ({ name, contentType, bytes: bytes.byteLength }))
  const channelData = { clientActivityID: id, ...sizesOf(files) }
  return hand(needs, visit, { id, said: { kind: 'files', text, files: given }, attachments, channelData }, text)
}

// A field in which nothing was chosen is sent as a file without a name and without content.
const isChosen = ({ name, bytes }: SentFile): boolean => name !== 'file' || bytes.byteLength > 0

async function whyNot(needs: PagesNeeds, visit: Visit, files: readonly SentFile[], text: string): Promise<Problem | undefined> {
  const { config, rates, now, log } = needs
  const wrong = wrongFiles(files, config.limits)
  if (wrong) return problemOf(needs, visit, wrong)
  if (text.length > config.limits.messageLength) return { name: 'too-long', status: 413, count: text.length }
  const bucket = `uploads:${visit.conversation?.conversation}`
  const seconds = await secondsToWait(rates, { bucket, limit: config.limits.uploadsPerHour, windowSeconds: 3600 }, now(), log)
  return seconds === undefined ? undefined : { name: 'file-often', status: 429, seconds, minutes: Math.ceil(seconds / 60) }
}

const PROBLEMS = {
  none: { name: 'file-empty', status: 400 },
  empty: { name: 'file-empty', status: 400 },
  'too-large': { name: 'file-too-large', status: 413 },
  'wrong-type': { name: 'file-type', status: 415 },
} as const satisfies Record<WrongFiles, { name: string; status: number }>

const problemOf = ({ config }: PagesNeeds, { language }: Visit, wrong: WrongFiles): Problem => ({
  ...PROBLEMS[wrong],
  ...filesAllowed(config.limits, language),
})

const addressesOf = ({ tokenKey, now, config }: PagesNeeds) => fileAddresses({ tokenKey, now, hours: config.keep.uploadHours })
