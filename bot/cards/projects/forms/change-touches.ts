import { amountsOf, frameOf, type BudgetPost, type PlanContent } from '../../../domain/projects/plan.js'
import { isApproved, type Project } from '../../../domain/projects/project.js'
import { workOn } from '../../../domain/projects/status-report.js'
import type { Translate } from '../../../i18n/translate.js'
import { dateText } from '../../plan-dates.js'
import { numberIn, type Field, type FieldChoice, type Said } from './field.js'

const ORE = 100
const MOST_KRONOR = 10_000_000_000
/** So many of each kind can be chosen among on one card: what is further off is for the tab. */
const MOST_DATES = 30
const MOST_ACTIVITIES = 10
const MOST_POSTS = 15
const LONGEST_NAME = 100

/** A thing with a date that a change may move, or a post that may cost another amount. `key` is its place in what is said. */
export type Touchable = { key: string; name: string } & ({ kind: 'date'; on: string } | { kind: 'post'; post: BudgetPost })

/** What a form lets somebody change: dates of what is not approved or done yet, the project's end, and the budget. */
export function touchables(project: Project, t: Translate): Touchable[] {
  const content = project.plan?.content
  if (!content) return []
  const posts = content.budget.map((post): Touchable => ({ kind: 'post', key: `budget.${post.id}`, name: post.name, post }))
  return [...datesOf(project, content, t), ...posts]
}

/** Those that a card lets one choose among: the nearest in time, and what has been chosen already. */
export function choosable(all: readonly Touchable[], said: Said): { choices: FieldChoice[]; isCut: boolean } {
  const dates = all.filter((one) => one.kind === 'date').toSorted((one, other) => (one.on < other.on ? -1 : 1))
  const near = new Set<Touchable>([
    ...all.filter(({ key }) => /^(points|frame)\./.test(key)),
    ...dates.filter(({ key }) => /^(milestones|deliveries)\./.test(key)).slice(0, MOST_DATES),
    ...dates.filter(isActivity).slice(0, MOST_ACTIVITIES),
    ...all.filter(({ kind }) => kind === 'post').slice(0, MOST_POSTS),
    ...touched(all, said),
  ])
  const shown = all.filter((one) => near.has(one))
  return { choices: shown.map(({ key, name }) => ({ title: shortened(name), value: key })), isCut: shown.length < all.length }
}
const isActivity = ({ key }: Touchable): boolean => key.startsWith('activities.')
const shortened = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).trimEnd()}…` : name)

const datesOf = (project: Project, content: PlanContent, t: Translate): Touchable[] => [
  ...content.milestones
    .filter(({ id }) => !isApproved(project, 'milestone', id))
    .map(({ id, name, on }) => ({
      kind: 'date' as const,
      key: `milestones.${id}`,
      name: t('projects.change.milestone', { name }),
      on,
    })),
  ...content.deliveries
    .filter(({ id }) => !isApproved(project, 'delivery', id))
    .map(({ id, name, on }) => ({
      kind: 'date' as const,
      key: `deliveries.${id}`,
      name: t('projects.change.delivery', { name }),
      on,
    })),
  ...content.activities
    .filter(({ id }) => workOn(project.work, id).mark !== 'done')
    .map(({ id, name, to }) => ({
      kind: 'date' as const,
      key: `activities.${id}`,
      name: t('projects.change.activity', { name }),
      on: to,
    })),
  ...content.points.map(({ id, on }) => ({
    kind: 'date' as const,
    key: `points.${id}`,
    name: t('projects.change.point', { point: id }),
    on,
  })),
  { kind: 'date', key: 'frame.frame', name: t('projects.change.end'), on: frameOf(content).to },
]

/** Those that have been chosen, in the order of the plan. */
export const touched = (all: readonly Touchable[], said: Said): Touchable[] => {
  const keys = new Set((said['touches'] ?? '').split(',').map((key) => key.trim()))
  return all.filter(({ key }) => keys.has(key))
}

/** What is filled in of one: its date, or what it may cost by year. */
export const fieldsOf = (one: Touchable, { t, language }: { t: Translate; language: string }): Field[] =>
  one.kind === 'date'
    ? [
        {
          kind: 'day',
          id: `date.${one.key}`,
          label: t('projects.change.new-date', { name: one.name, on: dateText(one.on, language) }),
          isRequired: true,
        },
      ]
    : Object.entries(amountsIn(one.post)).map(([year, was]) => ({
        kind: 'number',
        id: `amount.${one.post.id}.${year}`,
        label: t(`projects.change.new-${one.post.kind}`, { name: one.name, year, was }),
        least: 0,
        most: MOST_KRONOR,
        isRequired: true,
      }))

/** Those fields filled in with what the plan says. */
export const beginOf = (one: Touchable): Said =>
  one.kind === 'date'
    ? { [`date.${one.key}`]: one.on }
    : Object.fromEntries(Object.entries(amountsIn(one.post)).map(([year, was]) => [`amount.${one.post.id}.${year}`, String(was)]))

/** By year: kronor of an external post, hours of an internal one. */
const amountsIn = (post: BudgetPost): Record<string, number> =>
  post.kind === 'internal'
    ? post.hours
    : Object.fromEntries(Object.entries(amountsOf(post)).map(([year, ore]) => [year, ore / ORE]))

/** A plan with the dates and amounts that were said of what has been chosen. What says nothing new stays as it is. */
export const withSaid = (content: PlanContent, chosen: readonly Touchable[], said: Said): PlanContent =>
  chosen.reduce<PlanContent>((before, one) => {
    if (one.kind === 'post')
      return { ...before, budget: before.budget.map((post) => (post.id === one.post.id ? costing(post, said) : post)) }
    const on = (said[`date.${one.key}`] ?? '').trim()
    return on === '' ? before : movedTo(before, one.key, on)
  }, content)

function movedTo(content: PlanContent, key: string, on: string): PlanContent {
  const [part, id] = key.split('.')
  switch (part) {
    case 'frame':
      return { ...content, frame: content.frame.map((one) => ({ ...one, to: on })) }
    case 'activities':
      return { ...content, activities: content.activities.map((one) => (one.id === id ? { ...one, to: on } : one)) }
    case 'milestones':
    case 'deliveries':
    case 'points':
      return { ...content, [part]: content[part].map((one) => (one.id === id ? { ...one, on } : one)) }
    default:
      return content
  }
}

function costing(post: BudgetPost, said: Said): BudgetPost {
  const now = Object.fromEntries(
    Object.entries(amountsIn(post)).map(([year, was]) => [year, numberIn(said[`amount.${post.id}.${year}`] ?? '') ?? was]),
  )
  return post.kind === 'internal' ? { ...post, hours: rounded(now, 1) } : { ...post, amounts: rounded(now, ORE) }
}

const rounded = (amounts: Record<string, number>, times: number): Record<string, number> =>
  Object.fromEntries(Object.entries(amounts).map(([year, amount]) => [year, Math.round(amount * times)]))
