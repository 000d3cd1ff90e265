import type { Request, Response } from 'restify'
import type { Permission } from '../../../domain/people/permissions.js'
import type { Door } from '../../door.js'
import { write } from '../../http-answer.js'
import { storable } from '../../storable.js'
import { languageOf } from '../sign-in/problems.js'
import { doAct } from './do-act.js'
import { hub } from './hub.js'
import { listCanned, searchCatalogue } from './looking-up.js'
import type { Serve, StaffDeskNeeds } from './needs.js'
import { readAttachment, readLines, readView } from './reading.js'
import { sendFile } from './send-file.js'

/** Whoever has a role may send an act: what they may do is asked for each act, and a refusal is explained. */
type Route = { method: 'get' | 'post'; path: string; may?: Permission; serve: Serve }

const ROUTES: readonly Route[] = [
  { method: 'get', path: '/staff/api/desk', may: 'desk.see', serve: readView },
  { method: 'post', path: '/staff/api/acts', serve: doAct },
  { method: 'get', path: '/staff/api/chats/:id/lines', may: 'transcript.read', serve: readLines },
  { method: 'get', path: '/staff/api/chats/:id/attachments/:file', may: 'transcript.read', serve: readAttachment },
  { method: 'post', path: '/staff/api/chats/:id/attachments', may: 'desk.write', serve: sendFile },
  { method: 'get', path: '/staff/api/catalogue', may: 'desk.see', serve: searchCatalogue },
  { method: 'get', path: '/staff/api/canned-answers', may: 'desk.see', serve: listCanned },
]

/** The desk, for the page that staff work at: what there is to see, what they do, and a socket that tells them at once. */
export function staffDesk(needs: StaffDeskNeeds): Door {
  const sockets = hub(needs)
  return {
    mount: (server) => ROUTES.forEach((route) => void server[route.method](route.path, served(needs, route))),
    upgrade: sockets.upgrade,
    close: sockets.close,
  }
}

const served =
  (needs: StaffDeskNeeds, { may, serve }: Route) =>
  async (request: Request, response: Response): Promise<void> => {
    const passed = await (may ? needs.gate.needs(may)(request) : needs.gate.anyone(request))
    if ('refused' in passed) return write(response, passed.refused)
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
    // No id of ours holds what a database cannot ask for.
    const params = storable(request.params) as Record<string, string>
    const asked = { request, params, query: searchParams }
    const language = languageOf(request, { translate: needs.translate, languages: needs.config.languages })
    write(response, await serve(needs, asked, { ...passed, language }))
  }
