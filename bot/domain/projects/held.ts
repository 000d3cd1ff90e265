import { isHolding, type ChangeRequest } from './change-request.js'
import type { Part, PlanContent } from './plan.js'
import { itemOf } from './plan-edits.js'

/** What must not go on while requests are undecided: everything, or these things. */
export type Held = { all: true } | { all: false; has: (part: Part, id: string) => boolean }

const NOTHING: Held = { all: false, has: () => false }
const EVERYTHING: Held = { all: true }
/** Everything in a project serves these. */
const ALL_DEPENDS_ON: readonly Part[] = ['frame', 'effect-goals']

/**
 * What depends on a request that affects goals, time or budget and is not decided: what it touches, and what serves, follows or is paid by
 * that. A request that does not say what it touches holds everything: nobody can know what does not depend on it.
 */
export function heldBy(requests: readonly ChangeRequest[], content: PlanContent | undefined): Held {
  const edits = requests.filter(isHolding).map(({ latest }) => latest.edits)
  if (edits.length === 0) return NOTHING
  if (!content || edits.some((one) => one.length === 0 || one.some(({ part }) => ALL_DEPENDS_ON.includes(part))))
    return EVERYTHING
  const held = dependents(
    content,
    edits.flat().map((edit) => keyOf(edit.part, itemOf(edit))),
  )
  return { all: false, has: (part, id) => held.has(keyOf(part, id)) }
}
export const isHeld = (held: Held, part: Part, id: string): boolean => held.all || held.has(part, id)

const keyOf = (part: Part, id: string): string => `${part} ${id}`

/** These, and all that depends on them by any number of steps. */
function dependents(content: PlanContent, first: readonly string[]): ReadonlySet<string> {
  const on = followersIn(content)
  const found = new Set<string>()
  const waiting = [...first]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (found.has(key)) continue
    found.add(key)
    waiting.push(...(on.get(key) ?? []))
  }
  return found
}

/** For each thing in the plan, what depends on it directly. */
function followersIn({ milestones, deliveries, activities }: PlanContent): ReadonlyMap<string, string[]> {
  const on = new Map<string, string[]>()
  const depends = (who: string, part: Part, ids: readonly (string | undefined)[]): void => {
    for (const id of ids.filter((one) => one !== undefined)) on.set(keyOf(part, id), [...(on.get(keyOf(part, id)) ?? []), who])
  }
  for (const { id, goals } of milestones) depends(keyOf('milestones', id), 'goals', goals)
  for (const { id, goals, milestone } of deliveries) {
    depends(keyOf('deliveries', id), 'goals', goals)
    depends(keyOf('deliveries', id), 'milestones', [milestone])
  }
  for (const { id, after, delivery, milestone, post } of activities) {
    const who = keyOf('activities', id)
    depends(who, 'activities', after)
    depends(who, 'deliveries', [delivery])
    depends(who, 'milestones', [milestone])
    depends(who, 'budget', [post])
  }
  return on
}
