import type { Door } from '../door.js'
import { assetOf } from '../pages/client-assets.js'
import { sendAsset } from '../pages/answer.js'
import { answerPlan } from './answer-plan.js'
import { answerFacts } from './answer-facts.js'
import type { PlansNeeds } from './needs.js'
import { shownFile, showPlan } from './show-plan.js'
import { STYLE, STYLE_PATH } from './style.js'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** Permit plans on paper: the page, the PDF, the calendar and the picture of a stored plan, and plans for other systems that ask. */
export const plans = (needs: PlansNeeds): Door => ({
  mount(server) {
    const style = assetOf(Buffer.from(STYLE), STYLE_PATH, 'text/css; charset=utf-8')
    for (const method of ['get', 'head'] as const) {
      server[method](STYLE_PATH, async (request, response) => sendAsset({ request, response }, style, FOR_EVER))
      for (const path of ['/plans/:name', '/plans/:name/:picture'])
        server[method](path, async (request, response) => {
          const parts = request.params as Record<string, string>
          return showPlan(needs, { request, response }, shownFile(parts))
        })
    }
    server.get('/api/permit-plan/facts', async (request, response) => answerFacts(needs, { request, response }))
    server.post('/api/permit-plan', async (request, response) => answerPlan(needs, { request, response }))
  },
})
