import type { IncomingMessage } from 'node:http'
import type { Request, Response } from 'restify'
import { staffIdOf, type StaffMember } from '../../../domain/desk/staff-member.js'
import { officeRolesIn, type Actor } from '../../../domain/projects/actor.js'
import type { Door } from '../../door.js'
import { write } from '../../http-answer.js'
import { storable } from '../../storable.js'
import { languageOf } from '../sign-in/problems.js'
import { doAct, dropDraft, keepDraft, registerProject, setFrame } from './doing.js'
import type { ProjectsDoorNeeds, Serve } from './needs.js'
import { readPaper } from './papers.js'
import { importPlan, readPortfolioSheet, readProjectSheet, readRecords } from './workbooks.js'
import {
  findPeople,
  readAudit,
  readDraft,
  readFiling,
  readMatter,
  readMine,
  readPortfolio,
  readProgressForm,
  readProject,
  readStatusForm,
} from './reading.js'

const ALL = '/staff/api/projects'
const ONE = `${ALL}/one/:id`

export const PROJECT_ROUTES: readonly { method: 'get' | 'post'; path: string; serve: Serve }[] = [
  { method: 'get', path: ALL, serve: readPortfolio },
  { method: 'post', path: ALL, serve: registerProject },
  { method: 'post', path: `${ALL}/frames`, serve: setFrame },
  { method: 'get', path: `${ALL}/mine`, serve: readMine },
  { method: 'get', path: `${ALL}/people`, serve: findPeople },
  { method: 'get', path: ONE, serve: readProject },
  { method: 'post', path: `${ONE}/acts`, serve: doAct },
  { method: 'get', path: `${ONE}/matters/:number`, serve: readMatter },
  { method: 'get', path: `${ONE}/filings/:kind/:number/:revision`, serve: readFiling },
  { method: 'get', path: `${ONE}/audit`, serve: readAudit },
  { method: 'get', path: `${ONE}/status-form`, serve: readStatusForm },
  { method: 'get', path: `${ONE}/progress-form`, serve: readProgressForm },
  { method: 'get', path: `${ALL}/papers/portfolio`, serve: readPortfolioSheet },
  { method: 'get', path: `${ONE}/papers/:paper`, serve: readPaper },
  { method: 'get', path: `${ONE}/sheets/:sheet`, serve: readProjectSheet },
  { method: 'get', path: `${ONE}/records`, serve: readRecords },
  { method: 'post', path: `${ONE}/import`, serve: importPlan },
  { method: 'get', path: `${ONE}/drafts/:kind`, serve: readDraft },
  { method: 'post', path: `${ONE}/drafts/:kind`, serve: keepDraft },
  { method: 'post', path: `${ONE}/drafts/:kind/drop`, serve: dropDraft },
]

/** Projects, for who has a seat in one and for those who follow all. What somebody may with each is asked of the project, at each request. */
export const staffProjects = (needs: ProjectsDoorNeeds): Door => ({
  mount: (server) => PROJECT_ROUTES.forEach(({ method, path, serve }) => void server[method](path, served(needs, serve))),
})

const served = (needs: ProjectsDoorNeeds, serve: Serve) => {
  const mayComeIn = needs.gate.needs('projects.use')
  return async (request: Request, response: Response): Promise<void> => {
    const passed = await mayComeIn(request)
    if ('refused' in passed) return write(response, passed.refused)
    const query = queryOf(request)
    const language = languageOf(request, { translate: needs.translate, languages: needs.config.languages })
    const params = storable(request.params) as Record<string, string>
    write(response, await serve({ needs, request, params, query, by: actorIn(passed.member, request), language }))
  }
}

/** Without what a database cannot keep: it is searched for, and asked by. */
const queryOf = ({ url }: IncomingMessage): URLSearchParams =>
  new URLSearchParams(storable([...new URL(url ?? '/', 'http://localhost').searchParams]) as [string, string][])

/** The page says that it is the page; everything else that calls is a program. */
const actorIn = (member: StaffMember, { headers }: IncomingMessage): Actor => ({
  kind: 'person',
  person: staffIdOf(member),
  office: officeRolesIn(member.roles),
  where: headers['x-lotsen-page'] === 'projects' ? 'tab' : 'api',
})
