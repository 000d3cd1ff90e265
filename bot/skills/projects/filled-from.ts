import { kronorText } from '../../cards/projects/money-text.js'
import { touchables, type Touchable } from '../../cards/projects/forms/change-touches.js'
import type { Said } from '../../cards/projects/forms/field.js'
import type { FormAsk } from '../../cards/projects/forms/form.js'
import type { PlanContent } from '../../domain/projects/plan.js'
import { namedBy } from '../../understanding/project-change.js'
import { laterBy, type Later } from './later-by.js'
import type { ToldChange } from './start.js'

const ORE = 100

/** A change request as far as somebody's own words tell it. What they do not name is left for them to choose. */
export function filledFrom(change: ToldChange, ask: FormAsk): Said {
  const { kronor, words } = change
  const { t, language } = ask
  const later = laterBy(change, ask)
  const moved = later ? movedBy(change.about, later, ask) : []
  const posts = kronor === undefined ? [] : costing(change.about, kronor, ask)
  const amount = kronor === undefined ? '' : kronorText(Math.abs(kronor) * ORE, language)
  const what = [...moved, ...posts].map(({ one }) => one.name)[0]
  return {
    title: titleOf({ later: later?.title, kronor, amount, what }, t),
    why: words,
    touches: [...moved, ...posts].map(({ one }) => one.key).join(','),
    ...(later?.said ? { 'effect.time': later.said } : {}),
    ...(kronor === undefined
      ? {}
      : { 'effect.budget': t(kronor < 0 ? 'projects.filled.less' : 'projects.filled.more', { amount }) }),
    ...Object.fromEntries([...moved, ...posts].map(({ field, value }) => [field, value])),
  }
}

type Filled = { one: Touchable; field: string; value: string }
type Dated = Extract<Touchable, { kind: 'date' }>

/** What is named moves, and what cannot be before it where it then would be. */
function movedBy(about: readonly string[], { to, isEarlier }: Later, ask: FormAsk): Filled[] {
  const content = ask.project.plan?.content
  if (!content) return []
  const dated = touchables(ask.project, ask.t).filter((one) => one.kind === 'date')
  const moved = namedIn(about, dated, content).map((one) => ({ one, on: to(one.on) }))
  const pushed = isEarlier ? [] : pushedBy(moved, dated, content)
  return [...moved, ...pushed].map(({ one, on }) => ({ one, field: `date.${one.key}`, value: on }))
}

type Moved = { one: Dated; on: string }

function pushedBy(moved: readonly Moved[], dated: readonly Dated[], content: PlanContent): Moved[] {
  const keys = moved.map(({ one }) => one.key)
  const followers = after(content, keys).filter((key) => !keys.includes(key))
  const latest =
    moved
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? ''
  return dated.filter(({ key, on }) => followers.includes(key) && on < latest).map((one) => ({ one, on: latest }))
}

/** Only what the words fit best: "the first version" is not every version. With it the activity that is called the same and leads to it. */
function namedIn(about: readonly string[], dated: readonly Dated[], content: PlanContent): Dated[] {
  const [best] = namedBy(
    about,
    dated.filter(({ key }) => /^(milestones|deliveries)\./.test(key)),
  )
  const [one] = namedBy(about, content.activities)
  const activity = one && `activities.${one.id}`
  const isTogether = best === undefined || (activity !== undefined && after(content, [activity]).includes(best.key))
  const keys = isTogether ? [best?.key, activity] : [best.key]
  return dated.filter(({ key }) => keys.includes(key))
}

/** What cannot be before these: what an activity delivers, the milestone of that, the end of the project. */
function after(content: PlanContent, keys: readonly string[]): string[] {
  const activities = content.activities.filter(({ id }) => keys.includes(`activities.${id}`))
  const deliveries = content.deliveries.filter(
    ({ id }) => keys.includes(`deliveries.${id}`) || activities.some(({ delivery }) => delivery === id),
  )
  return [
    ...deliveries.map(({ id }) => `deliveries.${id}`),
    ...[...deliveries, ...activities].map(({ milestone }) => `milestones.${milestone}`),
    'frame.frame',
  ]
}

/** The one post that is named costs so much more, in the year that it is; several, or none, are left to be chosen. */
function costing(about: readonly string[], kronor: number, ask: FormAsk): Filled[] {
  const posts = touchables(ask.project, ask.t).filter((one) => one.kind === 'post')
  const [one, ...others] = namedBy(about, posts)
  if (!one || others.length > 0 || one.post.kind === 'internal') return []
  const years = Object.keys(one.post.amounts).sort()
  const year = years.find((each) => each === ask.today.slice(0, 4)) ?? years.at(-1)
  if (year === undefined) return []
  const amount = Math.max(0, (one.post.amounts[year] ?? 0) / ORE + kronor)
  return [{ one, field: `amount.${one.post.id}.${year}`, value: String(amount) }]
}

function titleOf(
  {
    later,
    kronor,
    amount,
    what,
  }: { later: string | undefined; kronor: number | undefined; amount: string; what: string | undefined },
  t: FormAsk['t'],
): string {
  const more =
    kronor === undefined ? [] : [t(kronor < 0 ? 'projects.filled.title-less' : 'projects.filled.title-more', { amount })]
  const change = [...(later ? [later] : []), ...more].join(', ')
  if (change === '') return what ?? ''
  return what ? t('projects.filled.title', { what, change }) : change
}
