import { actorIdOf, type Actor } from '../domain/projects/actor.js'
import { dayOf } from '../domain/projects/calendar.js'
import { mayDo, mayWith } from '../domain/projects/permissions.js'
import type { SummaryFilter } from '../domain/projects/ports.js'
import { peopleOf } from '../domain/projects/project.js'
import type { Frame } from '../domain/projects/portfolio.js'
import type { Names, PortfolioView, Refusal } from '../domain/projects/project-view.js'
import type { PortfolioAsked, Read } from '../domain/projects/projects.js'
import { isLate, type Summary } from '../domain/projects/summary.js'
import { refusedFact } from './acting.js'
import { looked } from './looking.js'
import type { ProjectNeeds } from './needs.js'
import { read, refusal } from './reading.js'

/** All projects for the office and for who reads all; for everybody else those that are theirs. */
const within = (filter: Omit<SummaryFilter, 'lateOn'>, by: Actor): SummaryFilter =>
  by.kind === 'person' && by.office.length > 0 ? filter : { ...filter, person: actorIdOf(by) }

export async function portfolio(
  needs: ProjectNeeds,
  by: Actor,
  asked: PortfolioAsked,
  whoIs: (people: readonly string[]) => Promise<Names>,
): Promise<Read<PortfolioView>> {
  if (needs.portfolioIsElsewhere) return refusal('elsewhere')
  const { store, now } = needs
  const today = dayOf(now())
  const year = asked.year ?? today.slice(0, 4)
  const own = within(asked.filter, by)
  const filter = asked.isLate ? { ...own, lateOn: today } : own
  const isOffice = by.kind === 'person' && by.office.length > 0
  const [page, use] = await Promise.all([
    store.portfolio(filter, today, { from: asked.from, limit: asked.limit }),
    isOffice ? store.use(year, today) : [],
  ])
  const mayKeep = by.kind === 'person' && mayWith(by.office, 'project.register')
  const shown = asked.as === undefined || isOffice ? page.summaries : await takeable(store, page.summaries, by)
  const [names] = await Promise.all([
    whoIs(shown.flatMap(({ manager }) => (manager ? [manager] : []))),
    looked(needs, by, 'portfolio', { of: page.of, ...(asked.as ? { as: asked.as } : {}) }),
  ])
  return read({
    ...{ today, year, from: asked.from, of: page.of, use },
    counts: { late: page.late, red: page.red, waiting: page.waiting },
    projects: shown.map((summary) => ({ ...summary, isLate: isLate(summary, today) })),
    names,
    mayRegister: mayKeep,
    maySetFrames: mayKeep,
  })
}

/** Of their own projects, those that this person may take something out of. */
async function takeable(store: ProjectNeeds['store'], summaries: readonly Summary[], by: Actor): Promise<Summary[]> {
  const rows = await Promise.all(summaries.map(({ id }) => store.find(id)))
  return summaries.filter((_, at) => {
    const project = rows[at]?.project
    return project !== undefined && mayDo(peopleOf(project), by, 'export')
  })
}

/** Those that this person may see and whose name, number or record number has the text, most urgent first. */
export async function find(needs: ProjectNeeds, text: string, by: Actor, limit: number): Promise<Summary[]> {
  const { store, now } = needs
  const trimmed = text.trim()
  const filter = within(trimmed === '' ? {} : { text: trimmed }, by)
  const { summaries } = await store.portfolio(filter, dayOf(now()), { from: 0, limit })
  await looked(needs, by, 'found', { of: summaries.length })
  return summaries
}

/** What a portfolio may cost in a year: the office's to say. */
export async function setFrame(needs: ProjectNeeds, frame: Frame, by: Actor): Promise<{ kind: 'done' } | Refusal> {
  const at = needs.now()
  const project = `portfolio:${frame.portfolio}`
  const why = needs.portfolioIsElsewhere ? 'elsewhere' : mayFrame(by) ? undefined : 'not-yours'
  if (why) {
    await needs.store.note(refusedFact(project, 'frame-set', why, by, at))
    return refusal(why)
  }
  const where = by.kind === 'person' ? by.where : 'clock'
  await needs.store.setFrame(frame, { project, at, by: actorIdOf(by), where, action: 'frame-set', detail: { ...frame } })
  return { kind: 'done' }
}
const mayFrame = (by: Actor): boolean => by.kind === 'person' && mayWith(by.office, 'project.register')
