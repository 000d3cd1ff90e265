import busboy from 'busboy'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { bareType, safeName } from './file-types.js'
import { parseJson, readBytes } from '../read-body.js'

export type SentFile = { name: string; contentType: string; bytes: Uint8Array }
/** What came in an upload: files, and perhaps the activity that carries them, unparsed. */
export type SentUpload = { files: SentFile[]; activity?: unknown }

const ACTIVITY = 'application/vnd.microsoft.activity'
const ACTIVITY_BYTES = 256 * 1024
const FILES = 5

/** Reads one file, or multipart with up to five and an activity. `limit` is in bytes of one file. */
export function readUpload(request: IncomingMessage, limit: number): Promise<SentUpload | 'too-large' | 'broken'> {
  const isMultipart = bareType(request.headers['content-type']) === 'multipart/form-data'
  return isMultipart ? readMultipart(request, limit) : readSingle(request, limit)
}

async function readSingle(request: IncomingMessage, limit: number): Promise<SentUpload | 'too-large'> {
  const bytes = await readBytes(request, limit)
  if (bytes === 'too-large') return bytes
  const name = /filename="?([^";]+)"?/i.exec(request.headers['content-disposition'] ?? '')?.[1]
  return { files: [{ name: safeName(name), contentType: bareType(request.headers['content-type']), bytes }] }
}

async function readMultipart(request: IncomingMessage, limit: number): Promise<SentUpload | 'too-large' | 'broken'> {
  const parser = parserOf(request, limit)
  if (!parser) return 'broken'
  const parts: Promise<Part>[] = []
  const whole = new Promise<'whole' | 'too-large' | 'broken'>((resolve) => {
    parser.on('file', (_, stream, info) => parts.push(readPart(stream, info)))
    parser.on('field', (_, text, { mimeType, valueTruncated }) => {
      if (valueTruncated) resolve('too-large')
      else parts.push(Promise.resolve({ name: '', contentType: bareType(mimeType), bytes: Buffer.from(text) }))
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
  const read = await Promise.all(parts)
  return read.includes('too-large') ? 'too-large' : sorted(read.filter((part) => part !== 'too-large'))
}

type Part = SentFile | 'too-large'

function parserOf({ headers }: IncomingMessage, limit: number): busboy.Busboy | undefined {
  try {
    const limits = {
      fileSize: Math.max(limit, ACTIVITY_BYTES),
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

const readPart = (stream: Readable & { truncated?: boolean }, { filename, mimeType }: busboy.FileInfo): Promise<Part> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('error', () => resolve('too-large'))
    stream.on('close', () => {
      const file = { name: safeName(filename), contentType: bareType(mimeType), bytes: Buffer.concat(chunks) }
      resolve(stream.truncated ? 'too-large' : file)
    })
  })

function drop<T>(request: IncomingMessage, parser: busboy.Busboy, answer: T): T {
  request.unpipe(parser)
  request.resume()
  return answer
}

function sorted(parts: readonly SentFile[]): SentUpload | 'broken' {
  const carrier = parts.find(({ contentType }) => contentType === ACTIVITY)
  const files = parts.filter((part) => part !== carrier && part.name !== '')
  if (!carrier) return { files }
  const activity = parseJson(Buffer.from(carrier.bytes).toString('utf8'))
  return activity === 'broken' ? 'broken' : { files, activity: activity.json }
}
