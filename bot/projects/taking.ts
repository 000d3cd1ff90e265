import type { Actor } from '../domain/projects/actor.js'
import type { FilingHead, ProjectRow, ProjectStore } from '../domain/projects/ports.js'
import type { Taken } from '../domain/projects/project-view.js'
import type { Projects, Read, Wanted } from '../domain/projects/projects.js'
import type { Filing } from '../domain/projects/stepped.js'
import type { ProjectNeeds } from './needs.js'
import { RECORD_KINDS } from '../papers/records/package.js'
import { newestOf, toldWith } from '../papers/records/told-with.js'
import { read, reading, refusal } from './reading.js'

type Asked = Parameters<Projects['take']>[1]
type Filed = Pick<ProjectStore, 'filings' | 'filing'>

/** What leaves as a paper, a workbook or a package: only for who may take things out, and written down with what it was. */
export const take = (needs: ProjectNeeds, project: string, asked: Asked, by: Actor): Promise<Read<Taken>> =>
  reading(needs, { project, by, permission: 'export', what: `paper ${asked.paper}` }, async (row): Promise<Read<Taken>> =>
    asked.isForRecords && needs.recordsAreElsewhere ? refusal('elsewhere') : read(await takenOf(needs.store, row, asked.wanted)),
  )

/** A project with what is wanted of what is filed of it, oldest first. */
export async function takenOf(store: Filed, row: ProjectRow, wanted: Wanted): Promise<Taken> {
  const { id } = row.project
  if ('kinds' in wanted) {
    const heads = wanted.kinds.length > 0 ? await store.filings(id, wanted.kinds) : []
    return { row, filings: await filingsOf(store, heads) }
  }
  return { row, filings: await paperAlone(store, id, wanted) }
}

/** One thing that is filed, as it is now, with what its paper is told with. */
async function paperAlone(
  store: Filed,
  project: string,
  { kind, number }: Extract<Wanted, { number: number }>,
): Promise<Filing[]> {
  const heads = await store.filings(project, RECORD_KINDS)
  const head = newestOf(heads, kind, number)
  const own = head && (await store.filing(head))
  if (own?.kind !== kind) return []
  return [...(await filingsOf(store, toldWith(own, heads))), own]
}

async function filingsOf(store: Filed, heads: readonly FilingHead[]): Promise<Filing[]> {
  const filings: Filing[] = []
  // One after another: a plan can be two megabytes, and there may be hundreds of them.
  for (const head of heads.toReversed()) {
    const filing = await store.filing(head)
    if (filing) filings.push(filing)
  }
  return filings
}
