import { pino, type DestinationStream, type Logger } from 'pino'

/** Ids, outcomes, durations and error classes only: never text, card inputs, names, tokens or addresses. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>

// An error's message may quote what somebody wrote, so only its class, code and our own stack lines are kept.
const describeError = (error: unknown) =>
  error instanceof Error
    ? { class: error.name, code: (error as { code?: unknown }).code, at: error.stack?.split('\n').slice(1, 6).join(' | ') }
    : { class: typeof error }

/** One JSON line each, to standard output unless another `destination` is given. */
export const createLog = (level: string, destination?: DestinationStream): Log =>
  pino({ level, base: undefined, serializers: { error: describeError, err: describeError } }, destination)

/** For tests and scripts that want to see nothing. */
export const silentLog: Log = pino({ level: 'silent' })
