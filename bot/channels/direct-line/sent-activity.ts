import { z } from 'zod'
import type { PressData } from '../../domain/conversations/message.js'
import type { Said } from '../../turn/turn.js'

/** An activity as a client sends it. Only what we use is read; everything else a stranger may say is dropped. */
export const SentActivity = z.object({
  type: z.string(),
  from: z.object({ id: z.string().max(200).optional() }).optional(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  name: z.string().max(200).nullish(),
  locale: z.string().max(35).nullish().catch(undefined),
  channelData: z
    .object({ clientActivityID: z.string().min(1).max(200).optional().catch(undefined) })
    .nullish()
    .catch(undefined),
})
export type SentActivity = z.infer<typeof SentActivity>

/** What a client meant: something for a turn, nothing that needs an answer, or a mistake of its own. */
export type Meaning =
  | { kind: 'said'; said: Said; line?: string }
  | { kind: 'typing' }
  | { kind: 'empty' }
  | { kind: 'too-long' }
  | { kind: 'unknown-type' }

/** `maxLength` is in UTF-16 units, as text fields in browsers count. */
export function meaningOf(activity: SentActivity, maxLength: number): Meaning {
  if (activity.type === 'typing') return { kind: 'typing' }
  if (activity.type === 'event') return eventOf(activity)
  if (activity.type !== 'message') return { kind: 'unknown-type' }
  const text = (activity.text ?? '').trim()
  if (text.length > maxLength) return { kind: 'too-long' }
  const press = pressOf(activity.value)
  if (press) return { kind: 'said', said: { kind: 'press', press, trigger: 'manual' }, ...(text ? { line: text } : {}) }
  if (text) return { kind: 'said', said: { kind: 'text', text } }
  return activity.value === undefined || activity.value === null
    ? { kind: 'empty' }
    : { kind: 'said', said: { kind: 'unreadable-press' } }
}

const eventOf = ({ name, value }: SentActivity): Meaning =>
  name ? { kind: 'said', said: { kind: 'event', name, value } } : { kind: 'empty' }

const Press = z.looseObject({ verb: z.string().min(1).max(100) })
// Action.Execute in a client that keeps the action whole.
const Executed = z.object({
  action: z.object({ verb: z.string().min(1).max(100), data: z.record(z.string(), z.unknown()).optional() }),
})

function pressOf(value: unknown): PressData | undefined {
  const press = Press.safeParse(value).data
  if (press) return press
  const executed = Executed.safeParse(value).data?.action
  return executed && { ...executed.data, verb: executed.verb }
}
