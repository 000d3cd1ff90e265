import type { GivenFile } from '../../turn/turn.js'
import { secondsToWait } from '../rate-limit.js'
import { problem, throttled, type HttpAnswer } from '../http-answer.js'
import { storedFile } from '../stored-file.js'
import { fileAddress } from './file-address.js'
import { keepFiles, sizesOf } from './keep-files.js'
import type { Asked, Routing } from './needs.js'
import { allowedToSay, inboundOf, say, tooLarge, userOf } from './post-activity.js'
import { readUpload, type SentFile } from './read-upload.js'
import { SentActivity } from './sent-activity.js'
import { isRefused } from './who-asks.js'
import { wrongFiles } from './wrong-files.js'

/** POST /v3/directline/conversations/:id/upload: the files are stored first, then the message that carries them is taken. */
export async function upload(routing: Routing, asked: Asked): Promise<HttpAnswer> {
  const allowed = await allowedToSay(routing, asked)
  if (isRefused(allowed)) return allowed
  const wait = await uploadsToWait(routing, asked)
  if (wait !== undefined) return throttled(wait)
  const { limits } = routing.config
  const sent = await readUpload(asked.request, limits.uploadBytes)
  if (sent === 'too-large') return tooLarge(`A file may be ${limits.uploadBytes} bytes, and at most five are sent together.`)
  const activity = sent === 'broken' ? undefined : SentActivity.safeParse(sent.activity ?? { type: 'message' }).data
  if (sent === 'broken' || !activity || activity.type !== 'message')
    return problem(400, 'BadArgument', 'The upload cannot be read.')
  const user = userOf(allowed, { ...activity, from: { id: asked.query.get('userId') ?? undefined } })
  if (user === undefined) return problem(400, 'MissingProperty', 'The address needs a userId.')
  const refused = refusedFiles(sent.files, routing) ?? tooLong(activity, limits.messageLength)
  if (refused) return refused
  const files: GivenFile[] = sent.files.map(({ name, contentType, bytes }) => ({ name, contentType, bytes: bytes.byteLength }))
  const said = { kind: 'files', text: (activity.text ?? '').trim(), files } as const
  const inbound = inboundOf(routing, asked, allowed, { user, activity, meaning: { kind: 'said', said } })
  const attachments = await keepFiles({ ...routing, addressOf: (id) => fileAddress(routing.tokens, id) }, inbound.key, sent.files)
  return say(routing, asked, { ...inbound, attachments, channelData: { ...inbound.channelData, ...sizesOf(sent.files) } })
}

/** GET /v3/directline/attachments/:file: a file, for whoever has its whole address, until it is deleted. */
export async function readAttachment(routing: Routing, { params, query }: Asked): Promise<HttpAnswer> {
  const given = query.get('t')
  if (!given) return problem(401, 'Unauthorized', 'Missing token.')
  const claims = await routing.tokens.readFile(given)
  if (claims === 'expired') return problem(403, 'TokenExpired', 'The file is not kept any longer.')
  if (claims === 'unreadable' || claims.file !== params['file']) return problem(403, 'BadArgument', 'Invalid token.')
  const file = await routing.uploads.find(claims.file)
  if (!file) return problem(404, 'AttachmentNotFound', 'The file is not kept any longer.')
  return storedFile(file, { 'cross-origin-resource-policy': 'cross-origin' })
}

const uploadsToWait = ({ rates, config, now, log }: Routing, { params }: Asked): Promise<number | undefined> =>
  secondsToWait(
    rates,
    { bucket: `uploads:${params['conversation']}`, limit: config.limits.uploadsPerHour, windowSeconds: 3600 },
    now(),
    log,
  )

function refusedFiles(files: readonly SentFile[], { config }: Routing): HttpAnswer | undefined {
  const { uploadBytes, uploadTypes } = config.limits
  const wrong = wrongFiles(files, config.limits)
  if (!wrong) return undefined
  if (wrong === 'too-large') return tooLarge(`A file may be ${uploadBytes} bytes.`)
  if (wrong !== 'wrong-type') return problem(400, 'BadArgument', 'There is no file, or an empty one.')
  return problem(415, 'UnsupportedMediaType', `A file may be ${uploadTypes.join(', ')}, and must be what it says.`)
}

const tooLong = ({ text }: SentActivity, maxLength: number): HttpAnswer | undefined =>
  (text ?? '').trim().length > maxLength ? tooLarge(`A message may be ${maxLength} characters.`) : undefined
