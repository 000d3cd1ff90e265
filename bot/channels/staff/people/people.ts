import type { IncomingMessage } from 'node:http'
import type { Request, Response } from 'restify'
import type { Config } from '../../../config/config.js'
import { changePerson, type PeopleNeeds, REQUESTS } from '../../../desk/people/change-person.js'
import { staffIdOf, type StaffMember } from '../../../domain/desk/staff-member.js'
import type { WhyNotGiven } from '../../../domain/people/giving-roles.js'
import { write, type HttpAnswer } from '../../http-answer.js'
import { readJson } from '../../read-body.js'
import type { Door } from '../../door.js'
import type { StaffGate } from '../sign-in/gate.js'
import { languageOf } from '../sign-in/problems.js'
import type { PeopleView } from '../../../domain/people/people-view.js'
import { choicesIn, personShown, requestShown } from './shown.js'
import { ChangeSent, DismissSent, wantedBy } from './wanted.js'

export type PeopleDoorNeeds = PeopleNeeds & { config: Pick<Config, 'languages'>; gate: StaffGate }
type Asked = { needs: PeopleDoorNeeds; request: IncomingMessage; lead: StaffMember; language: string }
type Serve = (asked: Asked) => Promise<HttpAnswer>

const BODY_BYTES = 32 * 1024

const ROUTES: readonly { method: 'get' | 'post'; path: string; serve: Serve }[] = [
  { method: 'get', path: '/staff/api/people', serve: list },
  { method: 'post', path: '/staff/api/people/change', serve: change },
  { method: 'post', path: '/staff/api/people/dismiss', serve: dismiss },
]

/** Where leads say who works here, and as what. */
export const people = (needs: PeopleDoorNeeds): Door => ({
  mount: (server) => ROUTES.forEach(({ method, path, serve }) => void server[method](path, served(needs, serve))),
})

const served = (needs: PeopleDoorNeeds, serve: Serve) => {
  const mayManage = needs.gate.needs('staff.manage')
  return async (request: Request, response: Response): Promise<void> => {
    const passed = await mayManage(request)
    if ('refused' in passed) return write(response, passed.refused)
    const language = languageOf(request, { translate: needs.translate, languages: needs.config.languages })
    write(response, await serve({ needs, request, lead: passed.member, language }))
  }
}

/** Everybody, who has asked for access, and what there is to choose among. */
async function list({ needs, lead, language }: Asked): Promise<HttpAnswer> {
  const [all, asked] = await Promise.all([needs.people.people(), needs.people.requests(REQUESTS)])
  const body: PeopleView = {
    me: staffIdOf(lead),
    people: all.map(personShown),
    asked: asked.map((one) => requestShown(one, needs.newcomer(one.name), all)),
    choices: choicesIn(needs.content(), language),
  }
  return { status: 200, body }
}

async function change(asked: Asked): Promise<HttpAnswer> {
  const { needs, request, lead } = asked
  const sent = await readJson(request, BODY_BYTES)
  const parsed = typeof sent === 'string' ? undefined : ChangeSent.safeParse(sent.json).data
  const wanted = parsed && wantedBy(parsed, needs.content())
  if (!wanted) return refused(asked, 'unreadable')
  if (!needs.canSignIn(wanted.who.tenant)) return refused(asked, 'foreign-tenant')
  const given = await changePerson(needs, lead, wanted)
  needs.log.info({ outcome: given.kind === 'given' ? 'given' : given.why }, 'roles')
  return given.kind === 'refused' ? refused(asked, given.why) : { status: 200, body: { person: personShown(given.person) } }
}

/** Takes a request off the list. Who asks again is on it again. */
async function dismiss(asked: Asked): Promise<HttpAnswer> {
  const { needs, request, lead } = asked
  const sent = await readJson(request, BODY_BYTES)
  const parsed = typeof sent === 'string' ? undefined : DismissSent.safeParse(sent.json).data
  if (!parsed) return refused(asked, 'unreadable')
  await needs.people.dismiss(parsed.id)
  const entry = { at: needs.now(), by: staffIdOf(lead), action: 'people.request-dismissed', subject: staffIdOf(parsed.id) }
  await needs.store.log(entry)
  return { status: 200, body: {} }
}

const STATUS: Record<WhyNotGiven | 'unreadable' | 'foreign-tenant', number> = {
  'changed-meanwhile': 409,
  'own-last-lead': 409,
  'last-lead': 409,
  'no-name': 400,
  unreadable: 400,
  'foreign-tenant': 400,
}

const refused = ({ needs, language }: Asked, why: keyof typeof STATUS): HttpAnswer => ({
  status: STATUS[why],
  body: { error: { code: why, message: needs.translate(language)(`people.${why}`) } },
})
