import type { ReturnAddress } from '../conversations/conversation.js'
import type { StaffId } from './staff-member.js'
import type { TeamCard } from './team-cards.js'

/** A channel of a team in Teams that is the place of a queue. */
export type TeamChannel = {
  /** The channel's own id, without the thread that somebody wrote in: what is sent there begins a thread of its own. */
  conversation: string
  queue: string
  /** BCP 47, of the cards: that of the lead who gave the queue this place. */
  language: string
  by: StaffId
  since: Date
}

/** `isParked`: Teams refuses what is sent there (403), until somebody gives the queue its place anew. */
export type PlacedChannel = TeamChannel & { isParked: boolean; isParkingTold: boolean }

type Person = { tenant: string; oid: string }

/** Where a member of staff is reached in Teams: the personal chat with the bot. */
export type StaffReference = Person & { conversation: string; address: ReturnAddress }

/** What is kept of Teams for the desk. */
export interface TeamStore {
  channels(): Promise<PlacedChannel[]>
  /** Gives a queue its place; what the channel was before is forgotten, its being parked too. */
  place(channel: TeamChannel, address: ReturnAddress): Promise<void>
  /** False when there was nothing to remove. */
  remove(conversation: string): Promise<boolean>
  /** One process at a time compares a channel with what it should show. False while another does. */
  hold(conversation: string, at: Date, seconds: number): Promise<boolean>
  letGo(conversation: string): Promise<void>
  parkingTold(conversation: string, at: Date): Promise<void>
  /** The newest card of each hand-off in this channel, and of the summary. */
  cards(conversation: string): Promise<TeamCard[]>
  /** Also takes the words out of earlier lines of a card that is no longer open. */
  saveCard(conversation: string, card: TeamCard): Promise<void>
  /** Sees to it that lines can be sent there, also when the conversation was deleted because nothing was said for long. */
  makeReady(conversation: string, at: Date): Promise<void>
  keepReference(reference: StaffReference, at: Date): Promise<void>
  forgetReference(person: Person): Promise<void>
  /** Of those who are reached: who has removed or blocked the bot is not among them. */
  reachable(people: readonly Person[]): Promise<StaffReference[]>
  /** Deletes cards of chats from before, and what was said in channels and with staff; a card that waits for a decision stays. */
  deleteExpired(before: Date): Promise<void>
}
