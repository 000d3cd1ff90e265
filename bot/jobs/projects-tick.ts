import { CLOCK } from '../domain/projects/actor.js'
import type { ProjectStore } from '../domain/projects/ports.js'
import type { Projects } from '../domain/projects/projects.js'
import type { Log } from '../telemetry/log.js'
import { allIds } from './projects-remind.js'

export type TickNeeds = { store: Pick<ProjectStore, 'idsAfter'>; projects: Pick<Projects, 'act'>; log: Log }

/** Lets time do to every project what time alone does. One that fails is said in the log, and the others go on. */
export async function tickProjects({ store, projects, log }: TickNeeds, ending?: AbortSignal): Promise<void> {
  for await (const project of allIds(store)) {
    ending?.throwIfAborted()
    try {
      await projects.act({ project, event: { kind: 'ticked' }, by: CLOCK })
    } catch (error) {
      log.error({ error, project }, 'time did nothing to a project')
    }
  }
}
