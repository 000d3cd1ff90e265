import { z } from 'zod'
import { PRESENCES } from './agent.js'
import { AGENT_REASONS, TRANSFER_REASONS } from './hand-off.js'

const Id = z.string().min(1).max(100)
/** Of one chat, under one claim. */
const held = { handOff: Id, term: z.number().int().positive() }
const Key = z.string().min(8).max(64)
const When = z.iso.datetime().transform((text) => new Date(text))

/** Everything that staff can do at the desk, as it comes from a page or a card: a stranger's word until parsed. */
export const DeskAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('take'), handOff: Id }),
  /** The next one whose turn it is. */
  z.strictObject({ act: z.literal('next') }),
  z.strictObject({ act: z.literal('decline'), handOff: Id }),
  z.strictObject({ act: z.literal('say'), ...held, key: Key, text: z.string().min(1).max(4000) }),
  z.strictObject({
    act: z.literal('push'),
    ...held,
    key: Key,
    /** A service's card, a canned answer in the citizen's language, or the beginning of the permit pilot for a kind of business. */
    what: z.strictObject({ kind: z.enum(['service', 'permit', 'canned', 'pilot']), id: Id }),
  }),
  z.strictObject({ act: z.literal('note'), handOff: Id, key: Key, text: z.string().min(1).max(4000) }),
  z.strictObject({ act: z.literal('typing'), handOff: Id }),
  z.strictObject({
    act: z.literal('transfer'),
    ...held,
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('queue'), queue: Id }),
      z.strictObject({ kind: z.literal('agent'), agent: Id }),
    ]),
    reason: z.enum(TRANSFER_REASONS),
  }),
  z.strictObject({ act: z.literal('withdraw-transfer'), ...held }),
  z.strictObject({ act: z.literal('let-go'), ...held }),
  z.strictObject({
    act: z.literal('convert'),
    ...held,
    to: z.strictObject({ kind: z.enum(['call-back', 'e-mail']), value: z.string().min(3).max(200) }),
  }),
  z.strictObject({ act: z.literal('not-reached'), ...held }),
  z.strictObject({ act: z.literal('finish'), ...held, reason: z.enum(AGENT_REASONS) }),
  z.strictObject({ act: z.literal('hand-back'), ...held }),
  z.strictObject({ act: z.literal('threat'), ...held }),
  z.strictObject({ act: z.literal('read-contact'), handOff: Id }),
  /** Asks the citizen to type a personal number again in a form that is not in the transcript. */
  z.strictObject({ act: z.literal('ask-securely'), ...held }),
  z.strictObject({ act: z.literal('read-secure'), handOff: Id }),
  /** Sends the chat, as it is stored, to the registrar. */
  z.strictObject({ act: z.literal('register'), ...held, as: z.enum(['complaint', 'application']) }),
  z.strictObject({
    act: z.literal('report'),
    handOff: Id,
    kind: z.enum(['bot-wrong', 'for-owner']),
    turn: Id.optional(),
    service: Id.optional(),
    note: z.string().max(1000).default(''),
  }),
  z.strictObject({ act: z.literal('presence'), presence: z.enum(PRESENCES) }),
  /** By the shift lead. */
  z.strictObject({ act: z.literal('move'), handOff: Id, queue: Id }),
  z.strictObject({
    act: z.literal('change-queue'),
    queue: Id,
    is: z.enum(['open', 'closed']),
    until: When,
    reason: z.string().min(1).max(200),
  }),
  z.strictObject({ act: z.literal('post-notice'), queue: Id.optional(), text: z.string().min(1).max(300), until: When }),
  z.strictObject({ act: z.literal('end-notice'), notice: Id }),
  /** What could not be sent has been seen to. */
  z.strictObject({ act: z.literal('seen-to'), failure: Id }),
])
export type DeskAct = z.infer<typeof DeskAct>
/** As a page sends it. */
export type DeskActSent = z.input<typeof DeskAct>
export type ActName = DeskAct['act']

/** What came of an act. `why` is a key of the words that explain it to staff. */
export type ActAnswer =
  { kind: 'done'; handOff?: string; term?: number; value?: string } | { kind: 'refused'; why: string; holder?: string }
