import type { IncomingMessage } from 'node:http'
import type { HttpAnswer } from '../http-answer.js'
import { readBytes } from '../read-body.js'
import { storable } from '../storable.js'
import { BotActivity } from './bot-activity.js'
import { problem } from './problem.js'

const LARGEST_BODY_BYTES = 256 * 1024

/** `raw` is the whole of what was sent, for botbuilder; `activity` is what we use of it. */
export type ReadActivity = { activity: BotActivity; raw: object } | { problem: HttpAnswer }

export async function readActivity(request: IncomingMessage): Promise<ReadActivity> {
  // A page of another site can send any other type without asking its browser's leave.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    return { problem: problem(415, 'UnsupportedMediaType', 'The body must be application/json.') }
  const bytes = await readBytes(request, LARGEST_BODY_BYTES)
  if (bytes === 'too-large')
    return { problem: problem(413, 'MessageSizeTooBig', `The body is larger than ${LARGEST_BODY_BYTES} bytes.`) }
  const raw = parsed(bytes.toString('utf8'))
  if (raw === undefined) return { problem: problem(400, 'BadSyntax', 'The body is not readable as a JSON object.') }
  const { data, error } = BotActivity.safeParse(raw)
  if (data) return { activity: data, raw }
  const [issue] = error.issues
  return { problem: problem(400, 'BadArgument', `The activity is not readable: ${issue?.path.join('.') ?? ''}.`) }
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    // What a database cannot keep arrives in JSON as an escape only, so nearly no body need be copied.
    return text.includes('\\u') ? (storable(value) as object) : value
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}
