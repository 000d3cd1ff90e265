import type { DeskNotice } from '../domain/desk/ports.js'
import { staffIdOf, type StaffMember } from '../domain/desk/staff-member.js'

/** What leads and owners are told; everything else is seen at the desk. */
export const TOLD = ['long-wait', 'nobody-there', 'promise-late', 'threat', 'channel-gone'] as const
export type Told = (typeof TOLD)[number]

export type Recipient = { kind: 'member'; member: StaffMember } | { kind: 'owner'; address: string }

/** What one person is told of one kind of thing, all at once. */
export type Digest = { to: Recipient; what: Told; notices: readonly DeskNotice[] }

const isTold = (what: string): what is Told => TOLD.some((one) => one === what)

/** Notices gathered for whoever is to be told of them, one digest a person and kind. */
export function digestsOf(
  notices: readonly DeskNotice[],
  staff: readonly StaffMember[],
  ownerOf: (queue: string) => string | undefined,
  at: Date,
): Digest[] {
  const digests = new Map<string, { to: Recipient; what: Told; notices: DeskNotice[] }>()
  for (const notice of notices) {
    const { what } = notice
    if (!isTold(what)) continue
    for (const to of recipientsOf(notice, staff, ownerOf, at)) {
      const name = `${what}|${to.kind === 'member' ? staffIdOf(to.member) : to.address}`
      const digest = digests.get(name) ?? { to, what, notices: [] }
      digest.notices.push(notice)
      digests.set(name, digest)
    }
  }
  return [...digests.values()]
}

function recipientsOf(
  { to }: DeskNotice,
  staff: readonly StaffMember[],
  ownerOf: (queue: string) => string | undefined,
  at: Date,
): Recipient[] {
  if (to.kind === 'owner') {
    const address = ownerOf(to.queue)
    return address ? [{ kind: 'owner', address }] : []
  }
  if (to.kind !== 'lead') return []
  return leadsOf(to.queue, staff, at).map((member) => ({ kind: 'member', member }))
}

/** The leads of the queue who are at work; when none is, all of its leads; when it has none, all leads there are. */
export function leadsOf(queue: string, staff: readonly StaffMember[], at: Date): StaffMember[] {
  const leads = staff.filter(({ roles }) => roles.includes('lead'))
  const own = leads.filter(({ queues }) => queues.includes(queue))
  const atWork = own.filter((member) => isAtWork(member, at))
  return [atWork, own, leads].find((some) => some.length > 0) ?? []
}

const isAtWork = ({ presence, shift }: StaffMember, at: Date): boolean =>
  shift ? shift.from <= at && at < shift.until : presence !== 'off-shift'
