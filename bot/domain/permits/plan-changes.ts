import type { Plan, Status } from './plan-types.js'

/** An item whose status is another than it was. `before` is missing when it is new, `now` when the rules no longer have it. */
export type PlanChange = { readonly permit: string; readonly before?: Status; readonly now?: Status }

// What was not needed and is not needed by other words is no news.
const CONCERNS: readonly (Status | undefined)[] = ['needed', 'probably', 'depends']

/** What has changed for somebody between two plans of the same answers. */
export function planChanges(before: Plan, now: Plan): PlanChange[] {
  const [was, is] = [statuses(before), statuses(now)]
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((permit) => {
    const change = { permit, before: was.get(permit), now: is.get(permit) }
    const isNews = change.before !== change.now && (CONCERNS.includes(change.before) || CONCERNS.includes(change.now))
    return isNews ? [change] : []
  })
}

const statuses = ({ items }: Plan): Map<string, Status> => new Map(items.map(({ permit, status }) => [permit, status]))
