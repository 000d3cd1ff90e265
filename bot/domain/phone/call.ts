import { z } from 'zod'

/** The channel that calls are conversations on. */
export const PHONE_CHANNEL = 'phone'

const Key = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
/** Characters of what a caller is said to have said, as in the chat. */
export const SAID_LENGTH = 2000
/** Answers that are sent together. */
const ITEMS = 20

export const CallStart = z.object({
  /** The caller's language (BCP 47), when the agent knows it; otherwise it follows what is written. */
  language: z.string().max(10).optional(),
  /** The call that this page had before: it is over, and what was said in it is deleted. */
  ends: z.string().max(100).optional(),
})

export const CallSaid = z.object({
  key: Key,
  text: z.string().trim().min(1).max(SAID_LENGTH),
  language: z.string().max(10).optional(),
})

/** The language (BCP 47) that the caller is answered in from now on. */
export const CallSpoken = z.object({ key: Key, language: z.string().max(10) })

/** A button of an answer. `at` is its place there; what it does is looked up, never believed. */
export const CallPress = z.object({
  key: Key,
  activity: z.string().max(100),
  at: z.string().regex(/^(?:s\d{1,2}|c\d{1,2}\.\d{1,2})$/),
  inputs: z.record(z.string().max(100), z.string().max(4000)).default({}),
})
export type CallPress = z.infer<typeof CallPress>

/** What of the call is sent: something that was found, by its key in the content; an answer as it was said; or the permit plan. */
export const CallItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('thing'), id: z.string().max(200) }),
  z.object({ kind: z.literal('answer'), id: z.string().max(100) }),
  z.object({ kind: z.literal('plan') }),
])
export type CallItem = z.infer<typeof CallItem>

const Items = z.array(CallItem).min(1).max(ITEMS)
export const CallMail = z.object({ key: Key, to: z.string().trim().max(254), items: Items, language: z.string().max(10) })
export const CallText = z.object({ key: Key, to: z.string().trim().max(30), items: Items, language: z.string().max(10) })
export const CallLetter = z.object({
  items: Items,
  language: z.string().max(10),
  /** The name and the address, a line each. They are on the paper and nowhere else. */
  to: z.string().max(400).default(''),
})
export type CallLetter = z.infer<typeof CallLetter>
