/** `answer-here`: somebody answers in the chat. It is what waiting in a queue is, whatever happens to those who work there. */
export const PROMISE_KINDS = ['answer-here', 'call-back', 'e-mail'] as const
export type PromiseKind = (typeof PROMISE_KINDS)[number]
