import { createHash } from 'node:crypto'
import { ADAPTIVE_CARD } from '../../cards/card-type.js'
import type { StoredActivity } from '../../domain/conversations/message.js'
import type { HandOffRow } from '../../domain/desk/ports.js'
import type { StaffMember } from '../../domain/desk/staff-member.js'
import { cardChanges, type CardChange, type Face, type TeamCard } from '../../domain/desk/team-cards.js'
import type { PlacedChannel } from '../../domain/desk/team-ports.js'
import { cardOf, takersIn } from './card-of.js'
import type { TeamCardsNeeds } from './needs.js'

const TEAMS = 'msteams'
// Longer than a pass over one channel takes; a process that ends in one lets the others wait so long.
const HELD_SECONDS = 30
// A card whose chat ended longer ago and was not changed meanwhile is changed all the same: what is not found is over.
const ENDED_MINUTES = 60

/**
 * Sends and changes cards until every channel shows what is true. The channel is held by one process while it is compared; the lines are
 * named for what they show, so a process that ends halfway is followed by one that sends nothing twice.
 */
export async function reconcileTeamCards(needs: TeamCardsNeeds): Promise<void> {
  const channels = (await needs.teams.channels()).filter(({ isParked }) => !isParked)
  if (channels.length === 0) return
  for (const channel of channels) {
    if (!(await needs.teams.hold(channel.conversation, needs.now(), HELD_SECONDS))) continue
    try {
      await reconcile(needs, channel)
    } finally {
      await needs.teams.letGo(channel.conversation)
    }
  }
}

async function reconcile(needs: TeamCardsNeeds, channel: PlacedChannel): Promise<void> {
  const at = needs.now()
  // Read while the channel is held: somebody who held it before may have shown something newer than was known here.
  const [rows, cards] = await Promise.all([
    needs.desk.live(new Date(at.getTime() - ENDED_MINUTES * 60_000)),
    needs.teams.cards(channel.conversation),
  ])
  const handOffs = rows.map(({ handOff }) => handOff)
  const changes = cardChanges({ queue: channel.queue, handOffs, cards }, at)
  if (changes.length === 0) return
  const staff = await needs.desk.members(takersIn(changes.map(({ face }) => face)))
  await needs.teams.makeReady(channel.conversation, at)
  const sent = new Map(cards.map((card) => [card.handOff, card]))
  for (const change of changes) await carryOut(needs, { channel, change, at, rows, staff, had: sent.get(change.handOff) })
}

type Change = {
  channel: PlacedChannel
  change: CardChange
  at: Date
  rows: readonly HandOffRow[]
  staff: readonly StaffMember[]
  had?: TeamCard
}

async function carryOut(needs: TeamCardsNeeds, { channel, change, at, rows, staff, had }: Change): Promise<void> {
  const { handOff, face, round, edits } = change
  const row = rows.find((one) => one.handOff.id === handOff)
  const activity = lineOf(change, cardOf(needs, { handOff, face, channel, row, staff }), channel, at)
  const line = { activity, ...(change.kind === 'edit' && had ? { edits: had.seq } : {}) }
  const appended = await needs.lines.append({ channel: TEAMS, conversation: channel.conversation }, [line], at)
  if (appended === 'gone')
    return needs.log.warn({ conversation: channel.conversation }, 'the conversation of a channel has ended')
  await needs.teams.saveCard(channel.conversation, { handOff, round, edits, seq: appended.seqs[0]!, face, at })
}

// A card alone, without text: Teams makes two messages of both, and then neither can be changed.
const lineOf = (change: CardChange, card: unknown, { language, since }: PlacedChannel, at: Date): StoredActivity => ({
  id: nameOf(change, since),
  type: 'message',
  timestamp: at.toISOString(),
  from: { id: 'lotsen', role: 'bot' },
  locale: language,
  attachments: [{ contentType: ADAPTIVE_CARD, content: card }],
})

// The same change of the same card has the same name; what is shown is part of it, since another may be true when it is tried again. A queue
// that is given its place anew begins its cards anew.
const nameOf = ({ handOff, round, edits, face }: CardChange, since: Date): string =>
  `team-${handOff}-${since.getTime().toString(36)}-${round}-${edits}-${hashOf(face)}`

const hashOf = (face: Face): string => createHash('sha256').update(JSON.stringify(face)).digest('hex').slice(0, 12)
