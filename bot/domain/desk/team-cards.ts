import type { HandOff } from './hand-off.js'
import { leaseOf, pledgeOf } from './hand-off.js'
import type { Urgency } from './queue.js'
import { turnOf } from './routing.js'
import type { StaffId } from './staff-member.js'

/** So many chats have a card of their own in a channel; the others are counted in one more. */
export const MOST_OPEN = 10
/** Whoever is taken so soon needs no card. */
export const UNSHOWN_SECONDS = 10
/** The summary follows so often at most: a thread of Teams takes 60 sends in 30 seconds, and the cards need them. */
export const SUMMARY_SECONDS = 15

/** Stands for the id of a hand-off at the card that counts the others. */
export const SUMMARY = 'summary'

/** What a card tells of a chat, or of those that have no card. Times are ISO texts. */
export type ChatFace =
  | { is: 'open'; since: string; language: string; urgency: Urgency; topic?: string; isUnattended: boolean }
  | { is: 'taken'; by: StaffId }
  | { is: 'promised'; kind: 'call-back' | 'e-mail'; dueAt: string }
  | { is: 'moved' | 'over' }
export type SummaryFace = { is: 'counted'; count: number; urgent: number; longestMinutes: number } | { is: 'none' }
export type Face = ChatFace | SummaryFace

/**
 * A card as it was sent last. `round` counts the cards of the same hand-off: a chat that comes back is a new card, since nobody notices that an
 * old one changed. `edits` counts the changes of this card, `seq` is its line in the channel's conversation.
 */
export type TeamCard = { handOff: string; round: number; edits: number; seq: number; face: Face; at: Date }

export type CardChange = { kind: 'send' | 'edit'; handOff: string; round: number; edits: number; face: Face }

/** What a channel of this queue should show of a hand-off; undefined for none that it ever showed (the citizen has not confirmed yet). */
export function faceOf({ situation, place }: HandOff, queue: string): ChatFace | undefined {
  const open: ChatFace = {
    is: 'open',
    since: place.askedAt.toISOString(),
    language: place.language,
    urgency: place.urgency,
    ...(place.topic ? { topic: place.topic } : {}),
    isUnattended: situation.status === 'unattended',
  }
  // A team that is asked to take over sees the chat as waiting, although somebody else still holds it.
  if (situation.status === 'transferring' && situation.to.kind === 'queue' && situation.to.queue === queue) return open
  if (place.queue !== queue) return { is: 'moved' }
  switch (situation.status) {
    case 'summary':
      return undefined
    case 'waiting':
    case 'unattended':
    case 'offered':
      return open
    case 'call-back-promised':
    case 'e-mail-promised': {
      const { kind, dueAt } = situation.pledge
      return { is: 'promised', kind: kind === 'e-mail' ? 'e-mail' : 'call-back', dueAt: dueAt.toISOString() }
    }
    case 'with-agent':
    case 'transferring':
    case 'keeping-promise':
      return { is: 'taken', by: leaseOf(situation)!.holder }
    case 'with-bot':
    case 'closed':
      return { is: 'over' }
  }
}

/** What a card that no longer waits may still go on to tell. Who took a chat is true for ever, also when it is over. */
const GOES_ON: Record<Exclude<ChatFace['is'], 'open'>, readonly ChatFace['is'][]> = {
  taken: ['taken', 'promised'],
  promised: ['taken', 'promised', 'over'],
  moved: [],
  over: [],
}

/**
 * What has to be sent and changed so that a channel shows what is true. Compared with what was sent, not told by events: nothing is missed
 * by a process that ends or by one that comes late, and asking again when it is done gives nothing.
 */
export function cardChanges(
  { queue, handOffs, cards }: { queue: string; handOffs: readonly HandOff[]; cards: readonly TeamCard[] },
  at: Date,
): CardChange[] {
  const byId = new Map(handOffs.map((handOff) => [handOff.id, handOff]))
  const sent = new Map(cards.map((card) => [card.handOff, card]))
  const chats = cards.filter(({ handOff }) => handOff !== SUMMARY)
  const edits = chats.flatMap((card) => edited(card, faceNow(byId.get(card.handOff), queue)))
  const closing = new Set(edits.filter(({ face }) => face.is !== 'open').map(({ handOff }) => handOff))
  const open = chats.filter(({ face, handOff }) => face.is === 'open' && !closing.has(handOff))

  const shown = new Set(open.map(({ handOff }) => handOff))
  const others = handOffs
    .filter((handOff) => !shown.has(handOff.id) && faceOf(handOff, queue)?.is === 'open' && isDue(handOff, at))
    .sort((one, other) => turnOf(one.place) - turnOf(other.place) || (one.id < other.id ? -1 : 1))
  const room = Math.max(0, MOST_OPEN - open.length)
  const fresh = others.slice(0, room).map((handOff): CardChange => {
    const round = (sent.get(handOff.id)?.round ?? 0) + 1
    return { kind: 'send', handOff: handOff.id, round, edits: 0, face: faceOf(handOff, queue)! }
  })
  return [...edits, ...fresh, ...summaryChange(sent.get(SUMMARY), others.slice(room), at)]
}

/** A hand-off that is not found any more ended so long ago that nobody asks for it. */
const faceNow = (handOff: HandOff | undefined, queue: string): ChatFace => (handOff && faceOf(handOff, queue)) ?? { is: 'over' }

function edited({ handOff, round, edits, face }: TeamCard, now: ChatFace): CardChange[] {
  if (isSame(face, now)) return []
  const mayTell = face.is === 'open' || (isClosed(face) && GOES_ON[face.is].includes(now.is))
  return mayTell ? [{ kind: 'edit', handOff, round, edits: edits + 1, face: now }] : []
}

const isClosed = (face: Face): face is Exclude<ChatFace, { is: 'open' }> => face.is in GOES_ON

/** Whether it has waited long enough to be told of. Whom somebody else holds has been waited for already. */
function isDue({ situation }: HandOff, at: Date): boolean {
  const pledge = pledgeOf(situation)
  return !pledge || at.getTime() - pledge.madeAt.getTime() >= UNSHOWN_SECONDS * 1000
}

function summaryChange(card: TeamCard | undefined, others: readonly HandOff[], at: Date): CardChange[] {
  const wanted = summaryOf(others, at)
  const had = card && card.face.is !== 'none' ? card : undefined
  if (!had) {
    if (wanted.is === 'none') return []
    return [{ kind: 'send', handOff: SUMMARY, round: (card?.round ?? 0) + 1, edits: 0, face: wanted }]
  }
  const isTooSoon = at.getTime() - had.at.getTime() < SUMMARY_SECONDS * 1000
  if (isSame(had.face, wanted) || isTooSoon) return []
  return [{ kind: 'edit', handOff: SUMMARY, round: had.round, edits: had.edits + 1, face: wanted }]
}

function summaryOf(others: readonly HandOff[], at: Date): SummaryFace {
  if (others.length === 0) return { is: 'none' }
  const longest = Math.max(...others.map(({ place }) => at.getTime() - place.askedAt.getTime()))
  return {
    is: 'counted',
    count: others.length,
    urgent: others.filter(({ place }) => place.urgency === 'urgent').length,
    longestMinutes: Math.max(0, Math.floor(longest / 60_000)),
  }
}

// Faces are flat, and come back from the database with their fields in another order.
const isSame = (one: Face, other: Face): boolean => written(one) === written(other)
const written = (face: Face): string => JSON.stringify(Object.entries(face).sort(([a], [b]) => (a < b ? -1 : 1)))
