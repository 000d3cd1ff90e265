import type { Day } from './calendar.js'
import { daysBetween } from './calendar.js'
import { isWithin, sum, type Ore } from './money.js'
import { budgetOf, costOf, mustBeDoneBy, type BudgetPost, type PlanContent } from './plan.js'
import { workOn, type WorkByActivity } from './status-report.js'

/** What the manager reports of a post: spent until now, and expected when all is done. */
export type PostCost = { post: string; spent: Ore; expected: Ore }
export type PostOutlook = { post: string; budget: Ore; expected: Ore }
export type Outlook = { posts: readonly PostOutlook[]; budget: Ore; expected: Ore }

/** How the project leaves its plan. `post` is missing for the budget as a whole. */
export type Deviation =
  | { kind: 'budget'; post?: string; budget: Ore; expected: Ore }
  | { kind: 'time'; activity: string; by: Day; to: Day; days: number }

/**
 * What the project will cost, by all that is known: what the manager has reported, and for internal posts also the hours that members have
 * reported spent and left, whichever is more. What nobody has said anything of costs what was planned.
 */
export function outlookOf(content: PlanContent, work: WorkByActivity, reported: readonly PostCost[]): Outlook {
  const posts = content.budget.map((post) => {
    const said = reported.find((one) => one.post === post.id)?.expected
    const worked = workedCost(content, work, post)
    const known = [said, worked].filter((one) => one !== undefined)
    return { post: post.id, budget: costOf(post), expected: known.length > 0 ? Math.max(...known) : costOf(post) }
  })
  return { posts, budget: budgetOf(content), expected: sum(posts.map(({ expected }) => expected)) }
}

/** The hours of a post's activities, spent and left, at its rate; undefined when none has been reported on. */
function workedCost(content: PlanContent, work: WorkByActivity, post: BudgetPost): Ore | undefined {
  const activities = content.activities.filter((activity) => activity.post === post.id)
  if (post.kind !== 'internal' || !activities.some(({ id }) => work[id])) return undefined
  const hours = activities.map(({ id, hours: planned }) => workOn(work, id).spent + (workOn(work, id).left ?? planned))
  return Math.ceil(hours.reduce((total, one) => total + one, 0) * post.rate)
}

/** Where cost leaves the budget by more than the tolerance (percent), post by post and as a whole. */
export function budgetDeviations(outlook: Outlook, tolerance: number): Deviation[] {
  const rows = [...outlook.posts, { post: undefined, budget: outlook.budget, expected: outlook.expected }]
  return rows
    .filter(({ budget, expected }) => !isWithin(expected, budget, tolerance))
    .map(({ post, budget, expected }) => ({ kind: 'budget', post, budget, expected }))
}

/** Activities that are said to end after their delivery, their milestone or the project. */
export const timeDeviations = (content: PlanContent, work: WorkByActivity): Deviation[] =>
  content.activities.flatMap((activity) => {
    const by = mustBeDoneBy(content, activity)
    const { to, mark } = workOn(work, activity.id)
    if (to === undefined || to <= by || mark === 'done') return []
    return [{ kind: 'time' as const, activity: activity.id, by, to, days: daysBetween(by, to) }]
  })
