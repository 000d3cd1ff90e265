import type { Request, Response } from 'restify'
import type { Door } from '../../door.js'
import { write } from '../../http-answer.js'
import { languageOf } from '../sign-in/problems.js'
import { findThings } from './find-things.js'
import type { CorrectionsNeeds, Serve } from './needs.js'
import { preview } from './preview.js'
import { publish } from './publish.js'
import { readOverview, readThing } from './reading.js'

const ROUTES: readonly { method: 'get' | 'post'; path: string; serve: Serve }[] = [
  { method: 'get', path: '/staff/api/corrections', serve: readOverview },
  { method: 'get', path: '/staff/api/corrections/found', serve: findThings },
  { method: 'get', path: '/staff/api/corrections/thing', serve: readThing },
  { method: 'post', path: '/staff/api/corrections/preview', serve: preview },
  { method: 'post', path: '/staff/api/corrections', serve: publish },
]

/** Where leads and editors correct a number, a link or an hour, look at what citizens will see, and go back. */
export const corrections = (needs: CorrectionsNeeds): Door => ({
  mount: (server) => ROUTES.forEach(({ method, path, serve }) => void server[method](path, served(needs, serve))),
})

const served = (needs: CorrectionsNeeds, serve: Serve) => {
  const mayCorrect = needs.gate.needs('content.correct')
  return async (request: Request, response: Response): Promise<void> => {
    const passed = await mayCorrect(request)
    if ('refused' in passed) return write(response, passed.refused)
    const { searchParams: query } = new URL(request.url ?? '/', 'http://localhost')
    const language = languageOf(request, { translate: needs.translate, languages: needs.config.languages })
    write(response, await serve({ needs, request, query, member: passed.member, language }))
  }
}
