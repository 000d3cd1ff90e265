import type { IncomingMessage } from 'node:http'
import type { IdentityFault } from '../../../domain/people/identity-provider.js'
import type { Translate } from '../../../i18n/translate.js'
import type { HttpAnswer } from '../../http-answer.js'
import { preferredLanguage } from '../../pages/preferred-language.js'

/** Everything that can stop somebody of the staff at the door: the status it is answered with, and the words of locales/<language>/staff-sign-in.json that explain it. */
const PROBLEMS = {
  Unreadable: { status: 400, words: 'unreadable' },
  RoundLost: { status: 400, words: 'round-lost' },
  TokenRefused: { status: 401, words: 'token-refused' },
  TokenExpired: { status: 401, words: 'token-expired' },
  TokenTooEarly: { status: 401, words: 'token-too-early' },
  CodeSpent: { status: 401, words: 'code-spent' },
  SessionMissing: { status: 401, words: 'session-missing' },
  SessionEnded: { status: 401, words: 'session-ended' },
  TicketSpent: { status: 401, words: 'ticket-spent' },
  Cancelled: { status: 403, words: 'cancelled' },
  ForeignTenant: { status: 403, words: 'foreign-tenant' },
  NoRole: { status: 403, words: 'no-role' },
  NotAllowed: { status: 403, words: 'not-allowed' },
  NotLocal: { status: 403, words: 'not-local' },
  UnknownPerson: { status: 403, words: 'unknown-person' },
  WayClosed: { status: 404, words: 'way-closed' },
  Throttled: { status: 429, words: 'throttled' },
  Unreachable: { status: 503, words: 'unreachable' },
} as const
export type ProblemCode = keyof typeof PROBLEMS

/** `values` fill the places of its words; `seconds` until it is worth trying again. */
export type Problem = { problem: ProblemCode; values?: Record<string, string | number>; seconds?: number }

export const PROBLEM_OF_FAULT: Record<IdentityFault, ProblemCode> = {
  refused: 'TokenRefused',
  expired: 'TokenExpired',
  'too-early': 'TokenTooEarly',
  'foreign-tenant': 'ForeignTenant',
  unreachable: 'Unreachable',
}

export const statusOf = ({ problem }: Problem): number => PROBLEMS[problem].status
export const sentenceOf = ({ problem, values }: Problem, t: Translate): string =>
  t(`staff-sign-in.${PROBLEMS[problem].words}`, values)

export const headersOf = (problem: Problem): Record<string, string> => ({
  ...(statusOf(problem) === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  ...(problem.seconds === undefined ? {} : { 'retry-after': String(problem.seconds) }),
})

export type Speaking = { translate: (language: string) => Translate; languages: readonly string[] }

export const languageOf = (request: IncomingMessage, { languages }: Speaking): string =>
  preferredLanguage(request.headers['accept-language'], languages)

/** `{ error: { code, message } }`; the code is for the page, the message for the person. */
export function explained(problem: Problem, request: IncomingMessage, speaking: Speaking): HttpAnswer {
  const t = speaking.translate(languageOf(request, speaking))
  const body = { error: { code: problem.problem, message: sentenceOf(problem, t) } }
  return { status: statusOf(problem), body, headers: headersOf(problem) }
}
