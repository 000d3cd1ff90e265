import busboy from 'busboy'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { bareType, safeName } from './file-types.js'
import { parseJson, readBytes } from '../read-body.js'

export type SentFile = { name: string; contentType: string; bytes: Uint8Array }
/** What came in an upload: files, perhaps the activity that carries them, unparsed, and the other fields of a form. */
export type SentUpload = { files: SentFile[]; activity?: unknown; fields: URLSearchParams }

const ACTIVITY = 'application/vnd.microsoft.activity'
const ACTIVITY_BYTES = 256 * 1024
const FILES = 5

/**
 * Reads one file, or multipart with up to five and an activity. `limit` is in bytes of one file: of a larger one in multipart so much is read that
 * it is seen to be larger, so that what was sent beside it is not lost.
 */
export function readUpload(request: IncomingMessage, limit: number): Promise<SentUpload | 'too-large' | 'broken'> {
  const isMultipart = bareType(request.headers['content-type']) === 'multipart/form-data'
  return isMultipart ? readMultipart(request, limit) : readSingle(request, limit)
}

async function readSingle(request: IncomingMessage, limit: number): Promise<SentUpload | 'too-large'> {
  const bytes = await readBytes(request, limit)
  if (bytes === 'too-large') return bytes
  const name = /filename="?([^";]+)"?/i.exec(request.headers['content-disposition'] ?? '')?.[1]
  return {
    files: [{ name: safeName(name), contentType: bareType(request.headers['content-type']), bytes }],
    fields: new URLSearchParams(),
  }
}

async function readMultipart(request: IncomingMessage, limit: number): Promise<SentUpload | 'too-large' | 'broken'> {
  const parser = parserOf(request, limit)
  if (!parser) return 'broken'
  const parts: Promise<SentFile>[] = []
  const fields = new URLSearchParams()
  const whole = new Promise<'whole' | 'too-large' | 'broken'>((resolve) => {
    parser.on('file', (_, stream, info) => parts.push(readPart(stream, info)))
    parser.on('field', (field, text, { mimeType, valueTruncated }) => {
      if (valueTruncated) resolve('too-large')
      else if (bareType(mimeType) !== ACTIVITY) fields.append(field, text)
      else parts.push(Promise.resolve({ name: '', contentType: ACTIVITY, bytes: Buffer.from(text) }))
    })
    for (const limited of ['filesLimit', 'partsLimit', 'fieldsLimit'] as const) parser.on(limited, () => resolve('too-large'))
    parser.on('close', () => resolve('whole'))
    parser.on('error', () => resolve('broken'))
    request.on('aborted', () => resolve('broken'))
  })
  request.pipe(parser)
  const ended = await whole
  // Whatever is left is dropped, so that the sender can read the answer.
  if (ended !== 'whole') return drop(request, parser, ended)
  return sorted(await Promise.all(parts), fields)
}

function parserOf({ headers }: IncomingMessage, limit: number): busboy.Busboy | undefined {
  try {
    const limits = {
      fileSize: Math.max(limit, ACTIVITY_BYTES) + 1,
      files: FILES + 1,
      fields: 5,
      parts: FILES + 6,
      fieldSize: ACTIVITY_BYTES,
    }
    return busboy({ headers, limits, defParamCharset: 'utf8' })
  } catch {
    // Busboy throws for a boundary that is missing: a mistake of the sender, and answered as one.
    return undefined
  }
}

const readPart = (stream: Readable, { filename, mimeType }: busboy.FileInfo): Promise<SentFile> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    // The parser says so too, and then nothing of it is used.
    stream.on('error', () => undefined)
    stream.on('close', () => {
      resolve({ name: safeName(filename), contentType: bareType(mimeType), bytes: Buffer.concat(chunks) })
    })
  })

function drop<T>(request: IncomingMessage, parser: busboy.Busboy, answer: T): T {
  request.unpipe(parser)
  request.resume()
  return answer
}

function sorted(parts: readonly SentFile[], fields: URLSearchParams): SentUpload | 'too-large' | 'broken' {
  const carrier = parts.find(({ contentType }) => contentType === ACTIVITY)
  const files = parts.filter((part) => part !== carrier)
  if (!carrier) return { files, fields }
  if (carrier.bytes.byteLength > ACTIVITY_BYTES) return 'too-large'
  const activity = parseJson(Buffer.from(carrier.bytes).toString('utf8'))
  return activity === 'broken' ? 'broken' : { files, fields, activity: activity.json }
}
