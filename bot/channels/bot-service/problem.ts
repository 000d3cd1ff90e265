import type { HttpAnswer } from '../http-answer.js'

/** An error for machines: the code is stable, the message is for whoever reads a log. */
export const problem = (status: number, code: string, message: string, headers?: Record<string, string>): HttpAnswer => ({
  status,
  body: { error: { code, message } },
  ...(headers ? { headers } : {}),
})
