import type { Request, Response, Server } from 'restify'
import type { Door } from '../../door.js'
import { write, type HttpAnswer } from '../../http-answer.js'
import { beginInBrowser, endInBrowser } from './browser.js'
import type { Asked, Routing, SignInNeeds } from './needs.js'
import { isFirstUse } from './once.js'
import { explained } from './problems.js'
import { giveTicket, renew, signIn } from './sessions.js'
import { signedWords } from './signed-words.js'
import { troublePage } from './trouble-page.js'
import { SIGN_IN, SIGNED_IN, tellWays } from './ways.js'

type Serve = (routing: Routing, asked: Asked) => Promise<HttpAnswer>
/** `page`: a person looks at what is answered, rather than a script. */
type Route = { method: 'get' | 'post'; path: string; serve: Serve; page?: true }

const ROUTES: readonly Route[] = [
  { method: 'get', path: '/staff/api/sign-in/ways', serve: tellWays },
  { method: 'post', path: '/staff/api/sign-in', serve: signIn },
  { method: 'post', path: '/staff/api/session', serve: renew },
  { method: 'post', path: '/staff/api/ticket', serve: giveTicket },
  { method: 'get', path: SIGN_IN, serve: beginInBrowser, page: true },
  { method: 'get', path: SIGNED_IN, serve: endInBrowser, page: true },
]

/** How staff come in: from a tab in Teams, from a plain browser, and on a machine of one's own while developing. */
export function staffSignIn(needs: SignInNeeds): Door {
  const routing: Routing = {
    ...needs,
    languages: needs.config.languages,
    words: signedWords(needs),
    isFirstUse: isFirstUse(needs.rates),
  }
  const served = (route: Route) => async (request: Request, response: Response) =>
    write(response, await answered(routing, route, { request, response }))
  return {
    mount: (server: Server) => ROUTES.forEach((route) => void server[route.method](route.path, served(route))),
  }
}

/** Nobody is let in when the database cannot be asked. */
async function answered(routing: Routing, { serve, page }: Route, asked: Asked): Promise<HttpAnswer> {
  try {
    return await serve(routing, asked)
  } catch (error) {
    routing.log.error({ error }, 'staff sign-in failed')
    const problem = { problem: 'Unreachable' } as const
    return page ? troublePage(routing, asked, problem) : explained(problem, asked.request, routing)
  }
}
