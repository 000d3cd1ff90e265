import type { GivenFile } from '../../turn/turn.js'
import { secondsToWait } from '../rate-limit.js'
import { isAllowedFile } from './file-types.js'
import { problem, throttled, type HttpAnswer } from '../http-answer.js'
import { keyOf, type Asked, type Routing } from './needs.js'
import { allowedToSay, inboundOf, say, tooLarge, userOf } from './post-activity.js'
import { readUpload, type SentFile } from './read-upload.js'
import { SentActivity } from './sent-activity.js'
import { isRefused } from './who-asks.js'

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
  const attachments = await store(routing, asked, sent.files)
  const files: GivenFile[] = sent.files.map(({ name, contentType, bytes }) => ({ name, contentType, bytes: bytes.byteLength }))
  const said = { kind: 'files', text: (activity.text ?? '').trim(), files } as const
  return say(routing, asked, {
    ...inboundOf(routing, asked, allowed, { user, activity, meaning: { kind: 'said', said } }),
    attachments,
  })
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
  return {
    status: 200,
    body: file.bytes,
    headers: {
      'content-type': file.contentType,
      // Never shown as a page of ours, whatever is in it.
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    },
  }
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
  if (files.length === 0 || files.some(({ bytes }) => bytes.byteLength === 0))
    return problem(400, 'BadArgument', 'There is no file, or an empty one.')
  if (files.some(({ bytes }) => bytes.byteLength > uploadBytes)) return tooLarge(`A file may be ${uploadBytes} bytes.`)
  if (files.every(({ contentType, bytes }) => isAllowedFile(contentType, bytes, uploadTypes))) return undefined
  return problem(415, 'UnsupportedMediaType', `A file may be ${uploadTypes.join(', ')}, and must be what it says.`)
}

const tooLong = ({ text }: SentActivity, maxLength: number): HttpAnswer | undefined =>
  (text ?? '').trim().length > maxLength ? tooLarge(`A message may be ${maxLength} characters.`) : undefined

const store = (routing: Routing, { params }: Asked, files: readonly SentFile[]) =>
  Promise.all(
    files.map(async ({ name, contentType, bytes }) => {
      const id = routing.newId()
      await routing.uploads.save({ id, key: keyOf(params['conversation'] ?? ''), name, contentType, bytes, at: routing.now() })
      return { name, contentType, contentUrl: `/v3/directline/attachments/${id}?t=${await routing.tokens.forFile(id)}` }
    }),
  )
