import { dayOf } from '../domain/projects/calendar.js'
import type { PortfolioGateway } from '../domain/projects/common-systems.js'
import type { ProjectStore } from '../domain/projects/ports.js'
import type { Log } from '../telemetry/log.js'

/** Gives the city's portfolio system the figures of all projects. */
export async function handOverPortfolio(needs: {
  store: Pick<ProjectStore, 'summaries'>
  portfolio: PortfolioGateway
  now: () => Date
  log: Log
}): Promise<void> {
  const projects = await needs.store.summaries({})
  await needs.portfolio({ day: dayOf(needs.now()), projects })
  needs.log.info({ projects: projects.length }, 'portfolio handed over')
}
