import type { StaffMember } from './staff-member.js'

/** An external contact-centre system, as the desk sees it: one member of staff who may take everything and is never offered anything. */
export const HUB = { tenant: 'hub', oid: 'hub' } as const satisfies Pick<StaffMember, 'tenant' | 'oid'>
export const HUB_ID = `${HUB.tenant}|${HUB.oid}`

/** So long after the hub has said that it cannot take one of a queue, it is asked again. */
export const ASK_AGAIN_SECONDS = 300

/** What the hub has been told of one hand-off. */
export type HubNews = {
  /** As what it was handed over last, how often it had been claimed then, and when; undefined before the first time. */
  asked?: { as: 'chat' | 'promise'; terms: number; at: Date }
  /** Everything up to this number of the conversation's lines has been told. */
  seq: number
  /** Failures in a row, since when, and when it is tried next. */
  tries: number
  failingSince?: Date
  tryAt?: Date
}
export type HubRow = HubNews & {
  handOff: string
  queue: string
  /** When the hub said that it cannot take it. */
  failedAt?: Date
}

export const freshNews = (): HubNews => ({ seq: 0, tries: 0 })

export interface HubStore {
  /** What the hub knows, for one process at a time: undefined while another has it. */
  take(handOff: string, queue: string, at: Date, seconds: number): Promise<HubRow | undefined>
  /** Keeps what has been told meanwhile, and goes on holding it. */
  save(handOff: string, news: HubNews): Promise<void>
  release(handOff: string): Promise<void>
  /** The hub says that it cannot take it. */
  failed(handOff: string, at: Date): Promise<void>
  all(): Promise<HubRow[]>
  forget(handOff: string): Promise<void>
  /** False when a request with this signature has been heard before. */
  isFirst(signature: string, at: Date): Promise<boolean>
}

/** What came of telling the hub something. */
export type ToldHub =
  | { kind: 'sent' }
  /** It will never take this. */
  | { kind: 'refused' }
  /** It does not know the conversation, or not any more. */
  | { kind: 'unknown' }
  | { kind: 'retry'; afterSeconds?: number }

/** Hands one activity to the hub; `key` says which one it is, however often it is sent. Never throws. */
export type TellHub = (activity: Record<string, unknown>, key: string) => Promise<ToldHub>
