import type { Content } from '../../domain/content/content.js'
import type { Door } from '../door.js'

/** What the health page asks. `answers` fails or is false when the database does not answer. */
export type HealthNeeds = {
  content: () => Content
  index: () => string
  databaseAnswers: () => Promise<boolean>
  clockRuns: () => boolean
}

/**
 * GET /health: 200 while questions can be answered and stored, otherwise 503. A content file that could not be accepted does not make
 * it unhealthy, since its last good version goes on, but is listed in `content.problems`; nor does a clock that does not run yet.
 */
export const health = ({ content, index, databaseAnswers, clockRuns }: HealthNeeds): Door => ({
  mount(server) {
    server.get('/health', async (_request, response) => {
      const database = await databaseAnswers().catch(() => false)
      const { version, services, problems } = content()
      response.header('Cache-Control', 'no-store')
      response.send(database ? 200 : 503, {
        ok: database && problems.length === 0,
        database: database ? 'answers' : 'does not answer',
        content: { version, services: services.size, problems },
        index: index(),
        clockwork: clockRuns() ? 'runs' : 'does not run',
      })
    })
  },
})
