import { officeRolesIn, type Actor, type Surface } from '../domain/projects/actor.js'
import { dayOf } from '../domain/projects/calendar.js'
import { mayDo } from '../domain/projects/permissions.js'
import type { ProjectRow } from '../domain/projects/ports.js'
import { peopleOf, type Project } from '../domain/projects/project.js'
import type { MatterView, Names, ProjectView } from '../domain/projects/project-view.js'
import type { Projects, Read } from '../domain/projects/projects.js'
import { everybody } from '../domain/projects/telling.js'
import { act, register } from './acting.js'
import { audit } from './auditing.js'
import { draftOf, dropDraft, keepDraft } from './drafts.js'
import { filing, filingsFor } from './filings.js'
import { progressForm, statusForm } from './forms.js'
import { matterViewOf, peopleIn } from './matter-view-of.js'
import { mine } from './mine.js'
import type { ProjectNeeds } from './needs.js'
import { find, portfolio, setFrame } from './portfolio.js'
import { projectViewOf } from './project-view-of.js'
import { GONE, read, reading, seenFact } from './reading.js'
import { take } from './taking.js'
import { whoIs } from './who-is.js'

/** The one way to projects, from chat, cards, dialogs, the tab and the interface alike. */
export function projects(needs: ProjectNeeds): Projects {
  const named = whoIs(needs)
  const namesIn = (project: Project): Promise<Names> =>
    named([...everybody(project), ...project.matters.flatMap(peopleIn), ...project.decisions.flatMap(deciders)])
  return {
    act: (todo) => act(needs, todo),
    register: (registration, by) => register(needs, registration, by),
    view: (project, by) => view(needs, project, by, namesIn),
    row: (idOrNumber, by, shown) => row(needs, idOrNumber, by, shown),
    matter: (project, number, by) => matter(needs, project, number, by, namesIn),
    filing: (key, by) => filing(needs, key, by, namesIn),
    audit: (project, by, before) => audit(needs, { project, before }, by, named),
    mine: (by) => mine(needs, by, namesIn),
    find: (text, by, limit) => find(needs, text, by, limit),
    portfolio: (by, asked) => portfolio(needs, by, asked, named),
    setFrame: (frame, by) => setFrame(needs, frame, by),
    statusForm: (project, by, week) => statusForm(needs, project, by, week),
    progressForm: (project, by) => progressForm(needs, project, by),
    draft: (of, by) => draftOf(needs, of, by),
    keepDraft: (draft, by) => keepDraft(needs, draft, by),
    dropDraft: (of, by) => dropDraft(needs, of, by),
    actorOf: (who, where) => actorOf(needs, who, where),
    take: (project, asked, by) => take(needs, project, asked, by),
    toImport: (project, by) => toImport(needs, project, by),
    whoIs: named,
  }
}

const deciders = ({ votes }: Project['decisions'][number]): string[] => votes.map(({ by }) => by)

const view = (
  needs: ProjectNeeds,
  project: string,
  by: Actor,
  namesIn: (project: Project) => Promise<Names>,
): Promise<Read<ProjectView>> =>
  reading(needs, { project, by, permission: 'project.see', what: 'project' }, async (found) => {
    const [names, filings] = await Promise.all([namesIn(found.project), filingsFor(needs, found.project, by)])
    return read(projectViewOf(found, by, dayOf(needs.now()), { names, filings, off: needs }))
  })

const matter = (
  needs: ProjectNeeds,
  project: string,
  number: number,
  by: Actor,
  namesIn: (project: Project) => Promise<Names>,
): Promise<Read<MatterView>> =>
  reading<MatterView>(needs, { project, by, permission: 'project.see', what: `matter ${number}` }, async (found) => {
    const one = found.project.matters.find((open) => open.number === number)
    return one ? read(matterViewOf(found.project, one, by, await namesIn(found.project))) : GONE
  })

/** A plan is read from a workbook for who may propose one: what it says is compared with the plan as it is. */
const toImport = (needs: ProjectNeeds, project: string, by: Actor): Promise<Read<ProjectRow>> =>
  reading(needs, { project, by, permission: 'plan.propose', what: 'import' }, (found) => read(found))

/** For forms and cards, which are filled in from the whole project. What is shown of it is written down, when that is said. */
async function row({ store, now }: ProjectNeeds, idOrNumber: string, by: Actor, shown?: string) {
  const found = (await store.find(idOrNumber)) ?? (await store.findByNumber(idOrNumber))
  if (!found || !mayDo(peopleOf(found.project), by, 'project.see')) return undefined
  if (shown !== undefined) await store.note(seenFact(found.project.id, shown, by, now()))
  return found
}

/** Somebody who has proved who they are. What they are for all projects is told by their row with the staff; without one, nothing. */
async function actorOf(
  { member }: ProjectNeeds,
  { tenant, oid }: { tenant: string; oid: string },
  where: Surface,
): Promise<Actor> {
  const roles = (await member(tenant, oid))?.roles ?? []
  return { kind: 'person', person: `${tenant}|${oid}`, office: officeRolesIn(roles), where }
}
