import { actorIdOf } from '../../../domain/projects/actor.js'
import { staffIdOf } from '../../../domain/desk/staff-member.js'
import { readAnswer, refused } from './answered.js'
import { About, DraftKind, FilingAsked, NumberAsked, portfolioAsked, WeekAsked } from './asked.js'
import type { Asked, Serve } from './needs.js'

const idOf = ({ params }: Asked): string => params['id'] ?? ''

export const readPortfolio: Serve = async (asked) => {
  const wanted = portfolioAsked(asked.query, actorIdOf(asked.by))
  return wanted ? readAnswer(asked, await asked.needs.projects.portfolio(asked.by, wanted)) : refused(asked, 'unreadable')
}

export const readMine: Serve = async ({ needs, by }) => ({ status: 200, body: await needs.projects.mine(by) })

const MOST_FOUND = 20

/** Whom one may put in a seat, by what they are called. */
export const findPeople: Serve = async ({ needs, query }) => {
  const wanted = (query.get('text') ?? '').trim()
  const found = wanted === '' ? [] : await needs.named(wanted, MOST_FOUND)
  const people = found.map((member) => ({ id: staffIdOf(member), name: member.name }))
  return { status: 200, body: { people } }
}

export const readProject: Serve = async (asked) => readAnswer(asked, await asked.needs.projects.view(idOf(asked), asked.by))

export const readMatter: Serve = async (asked) => {
  const number = NumberAsked.safeParse(asked.params['number']).data
  return number === undefined
    ? refused(asked, 'unreadable')
    : readAnswer(asked, await asked.needs.projects.matter(idOf(asked), number, asked.by))
}

export const readFiling: Serve = async (asked) => {
  const { kind, number, revision } = asked.params
  const key = FilingAsked.safeParse({ kind, number, revision, of: asked.query.get('of') ?? undefined }).data
  return key
    ? readAnswer(asked, await asked.needs.projects.filing({ project: idOf(asked), ...key }, asked.by))
    : refused(asked, 'unreadable')
}

export const readAudit: Serve = async (asked) => {
  const before = NumberAsked.optional().safeParse(asked.query.get('before') ?? undefined)
  return before.success
    ? readAnswer(asked, await asked.needs.projects.audit(idOf(asked), asked.by, before.data))
    : refused(asked, 'unreadable')
}

export const readStatusForm: Serve = async (asked) => {
  const week = WeekAsked.safeParse(asked.query.get('week') ?? undefined)
  return week.success
    ? readAnswer(asked, await asked.needs.projects.statusForm(idOf(asked), asked.by, week.data))
    : refused(asked, 'unreadable')
}

export const readProgressForm: Serve = async (asked) =>
  readAnswer(asked, await asked.needs.projects.progressForm(idOf(asked), asked.by))

/** The draft that an address names; undefined when it names none. */
export function draftIn(asked: Asked) {
  const kind = DraftKind.safeParse(asked.params['kind']).data
  const about = About.safeParse(asked.query.get('about') ?? undefined).data
  return kind === undefined || about === undefined ? undefined : { project: idOf(asked), kind, about }
}

export const readDraft: Serve = async (asked) => {
  const of = draftIn(asked)
  if (!of) return refused(asked, 'unreadable')
  return { status: 200, body: { draft: (await asked.needs.projects.draft(of, asked.by)) ?? null } }
}
