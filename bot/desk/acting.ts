import type { ActAnswer, ActName, DeskAct } from '../domain/desk/acts.js'
import type { HandOffEvent } from '../domain/desk/hand-off-events.js'
import { leaseOf } from '../domain/desk/hand-off.js'
import type { AuditEntry, HandOffRow } from '../domain/desk/ports.js'
import type { StaffMember } from '../domain/desk/staff-member.js'
import type { Permission } from '../domain/people/permissions.js'
import { changeHandOff, type Changed, type Changing, type NotChanged } from './changing.js'
import type { DeskNeeds } from './needs.js'

export type ActOf<Name extends ActName> = Extract<DeskAct, { act: Name }>

/** Somebody does something at the desk. */
export type Acting = {
  needs: DeskNeeds
  member: StaffMember
  by: string
  /** The event that it is written down as. */
  audit: string
}

/** One thing that staff can do: who may, as what it is written down, and what is done. */
export type Doing<Name extends ActName> = {
  may: Permission
  /** Nothing is written down of what leaves no trace. */
  audit?: string
  run: (acting: Acting, act: ActOf<Name>) => Promise<ActAnswer>
}

/** Every reason that an act can be refused for; each has words, `desk-refused.<reason>`. */
export const WHY_REFUSED = [
  'taken',
  'not-now',
  'not-yours',
  'not-for-you',
  'nobody-there',
  'protected',
  'no-such-queue',
  'no-such-chat',
  'no-such-thing',
  'nobody-waits',
  'busy',
  'ended',
  'gone',
  'wrong-contact',
  'wrong-time',
  'no-address',
  'protected-shown',
  'no-form',
  'no-answer',
  'no-registrar',
  'registered',
  'not-set-up',
  'not-allowed',
  'too-long',
  'no-files-there',
  'file-empty',
  'file-type',
  'file-too-large',
  'file-often',
  'unreadable',
] as const
export type WhyRefused = (typeof WHY_REFUSED)[number]

export const refused = (why: WhyRefused, holder?: string): ActAnswer => ({
  kind: 'refused',
  why,
  ...(holder === undefined ? {} : { holder }),
})

export const entryOf = ({ needs, by, audit }: Acting, subject: string, detail?: AuditEntry['detail']): AuditEntry => ({
  at: needs.now(),
  by,
  action: audit,
  subject,
  ...(detail ? { detail } : {}),
})

/** An act that is one event of one hand-off. */
export const stepping =
  <Act extends DeskAct & { handOff: string }>(
    eventOf: (act: Act, by: string) => HandOffEvent,
    more: (act: Act) => Pick<Changing, 'detail'> = () => ({}),
  ) =>
  async (acting: Acting, act: Act): Promise<ActAnswer> => {
    const { needs, by, audit } = acting
    return answerTo(acting, await changeHandOff(needs, act.handOff, { event: eventOf(act, by), by, action: audit, ...more(act) }))
  }

/** A refusal names who holds the chat instead, by first name. */
export async function answerTo({ needs, by }: Acting, changed: Changed | NotChanged): Promise<ActAnswer> {
  if (changed.kind === 'moved') {
    const lease = leaseOf(changed.handOff.situation)
    return { kind: 'done', handOff: changed.handOff.id, ...(lease?.holder === by ? { term: lease.term } : {}) }
  }
  if (changed.why !== 'taken') return refused(changed.why)
  const [holder] = await needs.store.members(changed.holder === undefined ? [] : [changed.holder])
  return refused('taken', holder?.name ?? '')
}

/** Whether this member holds the chat, by whatever claim. */
export const isHeldBy = ({ handOff }: HandOffRow, by: string): boolean => leaseOf(handOff.situation)?.holder === by
