import { LEASE_SECONDS } from './claim.js'

/** `away`: at work, but not at the desk; sees the queue. */
export const PRESENCES = ['available', 'away', 'break', 'off-shift'] as const
export type Presence = (typeof PRESENCES)[number]

/** An agent as routing sees one. Not what they have done: no statistics per person are kept here. */
export type Agent = {
  id: string
  queues: readonly string[]
  /** BCP 47 */
  languages: readonly string[]
  /** Those that the agent knows best; none is all. */
  topics: readonly string[]
  presence: Presence
  /** When the desk was last heard of. */
  heardAt: Date
  /** How many chats at once, and how many there are. */
  capacity: number
  chats: number
  /** Since when the agent is away or on a break. */
  awaySince?: Date
  /** By the roster, if there is one. */
  shift?: { from: Date; until: Date }
  /** When the last chat was taken; whoever has rested longest is next. */
  lastTakenAt?: Date
}

/** Whether chats stay with an agent who now is this. Whoever goes home lets go of them; nobody waits for the next morning. */
export const keepsChats = (presence: Presence): boolean => presence !== 'off-shift'

/** Whether somebody sits there: the desk is open in a browser that has been heard of within a minute. */
export const isThere = ({ presence, heardAt }: Agent, at: Date): boolean =>
  presence !== 'off-shift' && at.getTime() - heardAt.getTime() < LEASE_SECONDS * 1000

export const hasRoom = (agent: Agent, at: Date): boolean =>
  isThere(agent, at) && agent.presence === 'available' && agent.chats < agent.capacity
