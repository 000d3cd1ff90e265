import type { ConversationKey } from './conversation.js'

/** Holds at most `burst`, and gets `perSecond` more: in any time of T seconds at most `burst + perSecond * T` are taken from it. */
export type Bucket = { name: string; burst: number; perSecond: number }

/** What Teams takes of one bot: so many messages in so many seconds. */
export const TEAMS_LIMITS = {
  thread: [
    { most: 7, seconds: 1 },
    { most: 8, seconds: 2 },
    { most: 60, seconds: 30 },
    { most: 1800, seconds: 3600 },
  ],
  tenant: [{ most: 30, seconds: 1 }],
} as const

// Two buckets keep a thread's four limits with one message to spare, since the way there bunches what left evenly. The first gives five at
// once and 1.4 a second (1 s: 6, 2 s: 7, 30 s: 47), the second keeps the hour (800 + 0.25 * 3600 = 1700).
const THREAD = [
  { name: 'thread', burst: 5, perSecond: 1.4 },
  { name: 'hour', burst: 800, perSecond: 0.25 },
]
const TENANT = { name: 'tenant', burst: 9, perSecond: 20 }

/** The buckets that one message is taken from. Other channels' limits are wider or not told: they are kept to the same. */
export const bucketsOf = ({ channel, conversation }: ConversationKey, tenant?: string): Bucket[] => [
  ...THREAD.map((bucket) => ({ ...bucket, name: `${bucket.name}|${channel}|${conversation}` })),
  ...(tenant === undefined ? [] : [{ ...TENANT, name: `${TENANT.name}|${tenant}` }]),
]

/** Buckets that all instances share. */
export interface SendBudget {
  /** Takes one from every bucket, or from none. Resolves to 0 when it was taken, otherwise to the milliseconds until it could be. */
  take(buckets: readonly Bucket[], at: Date): Promise<number>
  /** Deletes buckets that nobody has taken from since, which are full again. */
  deleteUnused(before: Date): Promise<void>
}

/** When every bucket is full again, however empty it was: the hour's takes the longest. */
export const FULL_AGAIN_SECONDS = Math.max(...[...THREAD, TENANT].map(({ burst, perSecond }) => burst / perSecond))
