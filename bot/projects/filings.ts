import type { Actor } from '../domain/projects/actor.js'
import { planDifference } from '../domain/projects/plan-edits.js'
import { mayDo, type ProjectPermission } from '../domain/projects/permissions.js'
import type { FilingHead, FilingKey } from '../domain/projects/ports.js'
import { reportDifference } from '../domain/projects/progress-report.js'
import { peopleOf, type Project } from '../domain/projects/project.js'
import type { FilingView, Names } from '../domain/projects/project-view.js'
import type { Read } from '../domain/projects/projects.js'
import { mayReadStatus } from '../domain/projects/reporting.js'
import type { Filing } from '../domain/projects/stepped.js'
import type { ProjectNeeds } from './needs.js'
import { GONE, read, reading, refusal } from './reading.js'

/** What it takes to read each kind. A status report is besides its author's and its manager's affair. */
const READ_BY: Record<Filing['kind'], ProjectPermission> = {
  plan: 'project.see',
  'change-request': 'project.see',
  decision: 'project.see',
  document: 'project.see',
  'follow-up': 'project.see',
  'status-report': 'project.see',
  'progress-report': 'progress-report.read',
  minutes: 'minutes.read',
}
/** Of members' weeks there are hundreds a year: they are not in the list. */
const LISTED = (Object.keys(READ_BY) as Filing['kind'][]).filter((kind) => kind !== 'status-report')

/** Those that this person may open, newest first. */
export async function filingsFor({ store }: ProjectNeeds, project: Project, by: Actor): Promise<FilingHead[]> {
  const people = peopleOf(project)
  return store.filings(
    project.id,
    LISTED.filter((kind) => mayDo(people, by, READ_BY[kind])),
  )
}

/** One filed thing, word for word, with what is new in it. */
export const filing = (
  needs: ProjectNeeds,
  key: FilingKey,
  by: Actor,
  whoIs: (project: Project) => Promise<Names>,
): Promise<Read<FilingView>> =>
  reading(
    needs,
    { project: key.project, by, permission: READ_BY[key.kind], what: nameOf(key) },
    async ({ project }): Promise<Read<FilingView>> => {
      const found = await needs.store.filing(key)
      if (!found) return GONE
      if (found.kind === 'status-report' && !(by.kind === 'person' && mayReadStatus(project, by.person, found.body)))
        return refusal('not-yours')
      return read({ filing: found, names: await whoIs(project), ...(await news(needs, key, found)) })
    },
  )

const nameOf = ({ kind, of, number, revision }: FilingKey): string =>
  [kind, of, number, revision].filter((part) => part !== undefined).join(' ')

async function news(needs: ProjectNeeds, key: FilingKey, found: Filing): Promise<Pick<FilingView, 'since' | 'changed'>> {
  const before = await filedBefore(needs, key)
  if (found.kind === 'progress-report' && before?.kind === 'progress-report')
    return { since: reportDifference(before.body, found.body) }
  if (found.kind === 'plan' && before?.kind === 'plan')
    return { changed: planDifference(before.body.content, found.body.content) }
  return {}
}

/** The report before, or the edition before; of a revision's first edition, the last of the revision before. */
async function filedBefore({ store }: ProjectNeeds, key: FilingKey): Promise<Filing | undefined> {
  if (key.kind === 'progress-report') return store.filing({ ...key, number: key.number - 1 })
  if (key.kind !== 'plan') return undefined
  if (key.revision > 1) return store.filing({ ...key, revision: key.revision - 1 })
  const editions = (await store.filings(key.project, ['plan'])).filter(({ number }) => number === key.number - 1)
  const last = editions.reduce((most, { revision }) => Math.max(most, revision), 0)
  return last > 0 ? store.filing({ ...key, number: key.number - 1, revision: last }) : undefined
}
