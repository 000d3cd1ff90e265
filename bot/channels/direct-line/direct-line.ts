import type { Request, Response, Server } from 'restify'
import type { Door } from '../door.js'
import { readActivities, reconnect, startConversation } from './conversations.js'
import { problem, write, type HttpAnswer } from '../http-answer.js'
import { generateToken, refreshToken } from './issue-tokens.js'
import type { Asked, DirectLineNeeds, Routing } from './needs.js'
import { postActivity } from './post-activity.js'
import { streams } from './streams.js'
import { tokens } from './tokens.js'
import { readAttachment, upload } from './upload.js'
import { visitorToken, visitorTokenPreflight } from './visitor-token.js'
import { isRefused, whoAsks } from './who-asks.js'

export type { DirectLineNeeds } from './needs.js'

type Route = readonly ['get' | 'post' | 'opts', string, (routing: Routing, asked: Asked) => Promise<HttpAnswer>]

/** Direct Line 3.0, and the one call before it that gives a visitor of ours a token. */
const ROUTES: readonly Route[] = [
  ['post', '/api/token', visitorToken],
  ['opts', '/api/token', visitorTokenPreflight],
  ['post', '/v3/directline/tokens/generate', open(generateToken)],
  ['post', '/v3/directline/tokens/refresh', open(refreshToken)],
  ['post', '/v3/directline/conversations', open(startConversation)],
  ['get', '/v3/directline/conversations/:conversation', open(reconnect)],
  ['get', '/v3/directline/conversations/:conversation/activities', open(readActivities)],
  ['post', '/v3/directline/conversations/:conversation/activities', open(postActivity)],
  ['post', '/v3/directline/conversations/:conversation/upload', open(upload)],
  ['get', '/v3/directline/attachments/:file', open(readAttachment)],
  ['get', '/v3/directline/session/getsessionid', open(sessionId)],
  ['opts', '/v3/directline/*', open(preflight)],
]

export function directLine(needs: DirectLineNeeds): Door {
  const { config, tokenKey, now, log } = needs
  const { tokenSeconds, streamUrlSeconds } = config.directLine
  const seconds = { client: tokenSeconds, stream: streamUrlSeconds, file: config.keep.uploadHours * 3600 }
  const issued = tokens({ tokenKey, now, seconds })
  const listening = streams({ ...needs, tokens: issued })
  const routing: Routing = { ...needs, tokens: issued, streams: listening }

  const served = (route: Route[2]) => async (request: Request, response: Response) => {
    const query = new URLSearchParams((request.url ?? '').split('?')[1])
    try {
      write(response, await route(routing, { request, response, params: request.params as Record<string, string>, query }))
    } catch (error) {
      log.error({ error }, 'direct line failed')
      if (!response.headersSent)
        write(response, { ...problem(500, 'ServiceError', 'The service could not do that now.'), headers: ANYWHERE })
    }
  }

  return {
    mount: (server: Server) => ROUTES.forEach(([method, path, route]) => void server[method](path, served(route))),
    upgrade: listening.upgrade,
    close: listening.close,
  }
}

// A token is shown in a header that no browser adds by itself, so any page that has one may use it.
const ANYWHERE = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' }

function open(route: Route[2]): Route[2] {
  return async (routing, asked) => {
    const answer = await route(routing, asked)
    return { ...answer, headers: { ...answer.headers, ...ANYWHERE } }
  }
}

async function preflight(): Promise<HttpAnswer> {
  const allowed = {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, content-disposition, x-ms-bot-agent, x-requested-with',
    'access-control-max-age': '86400',
  }
  return { status: 204, headers: allowed }
}

/** Only cards that sign somebody in ask for it; we keep no sessions, so any id will do. */
async function sessionId(routing: Routing, { request }: Asked): Promise<HttpAnswer> {
  const asker = await whoAsks(request, routing.tokens, routing.secret)
  return isRefused(asker) ? asker : { status: 200, body: { sessionId: routing.newId() } }
}
