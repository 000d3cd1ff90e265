import { pino, type DestinationStream, type Logger } from 'pino'

/** Ids, outcomes, durations and error classes only: never text, card inputs, names, tokens or addresses. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>

// An error's message may quote what somebody wrote, so only its class, code and our own stack lines are kept.
const describeError = (error: unknown) =>
  error instanceof Error
    ? { class: error.name, code: (error as { code?: unknown }).code, at: error.stack?.split('\n').slice(1, 6).join(' | ') }
    : { class: typeof error }

// A write for every line costs an eighth of all that answering takes. What is waiting is written before the process ends by itself.
const inBlocks = (): DestinationStream => pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 200 })

/** One JSON line each, to standard output, at most 0.2 s later, unless another `destination` is given. */
export const createLog = (level: string, destination: DestinationStream = inBlocks()): Log =>
  pino({ level, base: undefined, serializers: { error: describeError, err: describeError } }, destination)

/** For tests and scripts that want to see nothing. */
export const silentLog: Log = pino({ level: 'silent' })
