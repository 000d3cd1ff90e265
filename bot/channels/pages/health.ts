import type { Content } from '../../domain/content/content.js'
import type { Door } from '../door.js'

/** What the health page asks. `answers` fails or is false when the database does not answer. */
export type HealthNeeds = {
  content: () => Content
  index: () => string
  databaseAnswers: () => Promise<boolean>
  clockRuns: () => boolean
  /** What could not be sent and nobody has looked at, and mails that wait. */
  unsent: () => Promise<{ failures: number; mails: number }>
  mailConnected: boolean
}

/**
 * GET /health: 200 while questions can be answered and stored, otherwise 503. A content file that could not be accepted does not make
 * it unhealthy, since its last good version goes on, but is listed in `content.problems`; nor does a clock that does not run yet.
 * `rules.from` tells whether permits are planned by the rules in the files or by the last good rule set, and `rules.remarks` how much in
 * them should be looked at. `mail.waiting` mails are kept until a server takes them, and `notSent` things were given up that nobody has seen.
 */
export const health = ({ content, index, databaseAnswers, clockRuns, unsent, mailConnected }: HealthNeeds): Door => ({
  mount(server) {
    server.get('/health', async (_request, response) => {
      const database = await databaseAnswers().catch(() => false)
      const waiting = database ? await unsent().catch(() => undefined) : undefined
      const { version, services, problems, rulesVersion, rulesFrom, permits, remarks } = content()
      response.header('Cache-Control', 'no-store')
      response.send(database ? 200 : 503, {
        ok: database && problems.length === 0,
        database: database ? 'answers' : 'does not answer',
        content: { version, services: services.size, problems },
        rules: { version: rulesVersion, permits: permits.size, from: rulesFrom, remarks: remarks.length },
        index: index(),
        mail: { server: mailConnected ? 'connected' : 'not connected', waiting: waiting?.mails },
        notSent: waiting?.failures,
        clockwork: clockRuns() ? 'runs' : 'does not run',
      })
    })
  },
})
