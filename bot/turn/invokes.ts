import type { StaffIdentity } from '../domain/people/staff-identity.js'

/** What Teams asks for that is no turn: dialogs, and what a message extension shows. It has its answer at once, and nothing is said in the chat. */
export const INVOKES = [
  'task/fetch',
  'task/submit',
  'composeExtension/query',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
] as const
export type InvokeName = (typeof INVOKES)[number]

/** `value` is a stranger's word. `id` is the same when Teams asks again for the same thing. */
export type Invoke = {
  name: InvokeName
  value: unknown
  id: string
  who: StaffIdentity
  conversation: string
  locale?: string
}

/** The body of the answer, as Teams wants it for that name; undefined when it is nothing of ours. Rejects when it cannot be answered now. */
export type AnswerInvoke = (invoke: Invoke) => Promise<object | undefined>
