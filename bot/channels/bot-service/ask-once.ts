/** The part of Azure's client that we turn; botbuilder keeps it private and offers no option for it. */
type Pipeline = {
  removePolicy(options: { phase: 'Retry' }): unknown
  addPolicy(policy: {
    name: string
    sendRequest(request: { abortSignal?: AbortSignal }, next: (request: object) => Promise<unknown>): Promise<unknown>
  }): void
}

const TIMEOUT_MILLISECONDS = 15_000

/**
 * Makes a connector ask once and wait 15 seconds at most. By itself it sleeps as long as the other side says, three times over, while the
 * lease of the conversation runs out and somebody else sends the same message; trying again is the outbox's work.
 */
export function askOnce<T extends object>(connector: T): T {
  const { pipeline } = (connector as { client?: { pipeline?: Pipeline } }).client ?? {}
  if (!pipeline) throw new Error('The connector of this botbuilder has no pipeline: its retries cannot be switched off')
  pipeline.removePolicy({ phase: 'Retry' })
  pipeline.addPolicy({
    name: 'giveUpInTime',
    sendRequest(request, next) {
      // The client's own timeout leaves its timer running when nobody answers.
      request.abortSignal = AbortSignal.timeout(TIMEOUT_MILLISECONDS)
      return next(request)
    },
  })
  return connector
}
