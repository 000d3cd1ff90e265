import type { Actor } from '../domain/projects/actor.js'
import { dayOf, type Day } from '../domain/projects/calendar.js'
import { dutiesOn } from '../domain/projects/duties.js'
import { mayWith } from '../domain/projects/permissions.js'
import { hasEnded } from '../domain/projects/points.js'
import type { ProjectRow } from '../domain/projects/ports.js'
import { inUrgency } from '../domain/projects/portfolio.js'
import type { Project } from '../domain/projects/project.js'
import type { MineView, Names } from '../domain/projects/project-view.js'
import { isLate } from '../domain/projects/summary.js'
import { matterViewOf } from './matter-view-of.js'
import { looked } from './looking.js'
import type { ProjectNeeds } from './needs.js'

const NOTHING = { projects: [], late: [], duties: [], toDecide: [], drafts: [], mayRegister: false }

/** What somebody is in and has to do. */
export async function mine(needs: ProjectNeeds, by: Actor, whoIs: (project: Project) => Promise<Names>): Promise<MineView> {
  const { store, now } = needs
  const today = dayOf(now())
  if (by.kind === 'clock') return { ...NOTHING, today, me: '' }
  const [summaries, drafts] = await Promise.all([store.summaries({ person: by.person }), store.drafts(by.person)])
  const alive = summaries.filter((one) => !hasEnded(one.phase) || one.endedOn !== undefined)
  const rows = (await Promise.all(alive.map(({ id }) => store.find(id)))).filter((row) => row !== undefined)
  const toVote = (await Promise.all(rows.map((row) => toDecide(row, by, whoIs)))).flat()
  await looked(needs, by, 'mine', { projects: summaries.length, matters: toVote.length })
  return {
    today,
    me: by.person,
    projects: inUrgency(summaries, today),
    late: summaries.filter((one) => isLate(one, today)).map(({ id }) => id),
    duties: rows.flatMap((row) => dutiesOf(row, by.person, today)),
    toDecide: toVote,
    drafts,
    mayRegister: mayWith(by.office, 'project.register'),
  }
}

const dutiesOf = ({ project }: ProjectRow, person: string, today: Day): MineView['duties'] =>
  dutiesOn(project, today)
    .filter(({ who }) => who.includes(person))
    .map((duty) => ({ ...duty, number: project.number, name: project.name }))

async function toDecide(
  { project }: ProjectRow,
  by: Actor,
  whoIs: (project: Project) => Promise<Names>,
): Promise<MineView['toDecide']> {
  if (project.matters.length === 0) return []
  const names = await whoIs(project)
  return project.matters.map((matter) => matterViewOf(project, matter, by, names)).filter(({ mayVote, own }) => mayVote && !own)
}
