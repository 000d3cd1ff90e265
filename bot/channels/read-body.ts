import type { IncomingMessage } from 'node:http'
import { storable } from './storable.js'

/** The whole body, or 'too-large'. What is over the limit is taken off the wire and dropped, so that the sender can read the answer. */
export const readBytes = (request: IncomingMessage, limit: number): Promise<Buffer | 'too-large'> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size <= limit) chunks.push(chunk)
      else {
        chunks.length = 0
        resolve('too-large')
      }
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('aborted', () => reject(new Error('The request was cut off')))
  })

/** A body as JSON, without what a database cannot keep; an empty body is undefined. */
export async function readJson(request: IncomingMessage, limit: number): Promise<{ json: unknown } | 'too-large' | 'broken'> {
  const bytes = await readBytes(request, limit)
  if (bytes === 'too-large') return bytes
  return parseJson(bytes.toString('utf8'))
}

export function parseJson(text: string): { json: unknown } | 'broken' {
  if (text.trim() === '') return { json: undefined }
  try {
    return { json: storable(JSON.parse(text)) }
  } catch (error) {
    // Too deep a nesting is a RangeError, and just as unreadable as wrong syntax.
    if (error instanceof SyntaxError || error instanceof RangeError) return 'broken'
    throw error
  }
}
