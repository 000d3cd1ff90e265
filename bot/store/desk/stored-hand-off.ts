import { z } from 'zod'
import type { HandOff } from '../../domain/desk/hand-off.js'
import { AGENT_REASONS, OTHER_REASONS, RATINGS, TRANSFER_REASONS } from '../../domain/desk/hand-off.js'
import { URGENCIES } from '../../domain/desk/queue.js'
import type { Pledge } from '../../domain/desk/promises.js'
import type { Briefing, HandOffRow, ShownWait } from '../../domain/desk/ports.js'

/** Every field of a type, the optional ones too: one that the domain gains cannot be forgotten here, and lost when it is read. */
type Fields<Of> = { [Field in keyof Required<Of>]: z.ZodType<Of[Field]> }

const When = z.iso.datetime().transform((text) => new Date(text))

const lease = z.strictObject({ holder: z.string(), term: z.number().int(), since: When, until: When })

const made = {
  id: z.string(),
  queue: z.string(),
  madeAt: When,
  dueAt: When,
  stepsTaken: z.number().int(),
  attempts: z.number().int(),
}
const pledge: z.ZodType<Pledge> = z.discriminatedUnion('kind', [
  z.strictObject({ ...made, kind: z.literal('answer-here') }),
  z.strictObject({ ...made, kind: z.literal('call-back'), contact: z.string() }),
  z.strictObject({ ...made, kind: z.literal('e-mail'), contact: z.string() }),
])

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('queue'), queue: z.string() }),
  z.strictObject({ kind: z.literal('agent'), agent: z.string() }),
])

const rated = z.enum(RATINGS).optional()
const situation = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('summary'), until: When }),
  z.strictObject({ status: z.enum(['waiting', 'unattended', 'call-back-promised', 'e-mail-promised']), pledge }),
  z.strictObject({ status: z.literal('offered'), pledge, to: z.string(), until: When }),
  z.strictObject({ status: z.literal('with-agent'), lease }),
  z.strictObject({ status: z.literal('transferring'), lease, to: target, reason: z.enum(TRANSFER_REASONS), until: When }),
  z.strictObject({ status: z.literal('keeping-promise'), pledge, lease }),
  z.strictObject({ status: z.literal('with-bot'), rated }),
  z.strictObject({ status: z.literal('closed'), reason: z.enum([...AGENT_REASONS, ...OTHER_REASONS]), rated }),
])

const place = z.strictObject({
  queue: z.string(),
  askedAt: When,
  urgency: z.enum(URGENCIES),
  language: z.string(),
  topic: z.string().optional(),
} satisfies Fields<HandOff['place']>)

const handOff = z.strictObject({
  id: z.string(),
  conversation: z.string(),
  place,
  situation,
  terms: z.number().int(),
  pledges: z.number().int(),
  isLongWaitTold: z.boolean(),
  isProtected: z.boolean(),
  passedBy: z.array(z.string()),
  lastAgent: z.string().optional(),
} satisfies Fields<HandOff>)

const briefing = z.strictObject({
  summary: z.string().optional(),
  about: z.strictObject({ kind: z.enum(['service', 'permit', 'plan']), id: z.string() }).optional(),
} satisfies Fields<Briefing>)

const shown = z.strictObject({
  at: When,
  ahead: z.number().int(),
  of: z.number().int(),
  interval: z.strictObject({ fromSeconds: z.number(), toSeconds: z.number() }).optional(),
  raw: z.strictObject({ middle: z.number(), below: z.number(), above: z.number() }).optional(),
} satisfies Fields<ShownWait>)

const body = z.strictObject({ v: z.literal(1), handOff, briefing })

/** What is stored of a hand-off, as the column takes it. */
export const bodyOf = ({ handOff, briefing }: Pick<HandOffRow, 'handOff' | 'briefing'>): string =>
  JSON.stringify({ v: 1, handOff, briefing })

/** A row of the table, in the columns of `HAND_OFF_COLUMNS`. */
export type StoredHandOff = { channel: string; conversation: string; version: number; body: unknown; shown: unknown }
export const HAND_OFF_COLUMNS = 'channel, conversation, version, body, shown'

/** The place and the wait as they were last shown, if they were. */
export const shownOf = (stored: Pick<StoredHandOff, 'shown'>): ShownWait | undefined =>
  stored.shown === null ? undefined : shown.parse(stored.shown)

/** The hand-off as the present code knows it. Throws when it cannot be read. */
export function rowOf(stored: StoredHandOff): HandOffRow {
  const { v: _version, ...read } = body.parse(stored.body)
  const wait = shownOf(stored)
  return {
    ...read,
    key: { channel: stored.channel, conversation: stored.conversation },
    ...(wait ? { shown: wait } : {}),
    version: stored.version,
  }
}
