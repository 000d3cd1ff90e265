import type { Item, Part, PlanContent } from '../../../../bot/domain/projects/plan.js'
import type { PlanDifference, PlanEdit } from '../../../../bot/domain/projects/plan-edits.js'
import { changedFields } from '../parts/changed-fields.js'

export const PART_NAMES: readonly Part[] = [
  'frame',
  'goals',
  'effect-goals',
  'points',
  'milestones',
  'deliveries',
  'budget',
  'activities',
  'risks',
]

export const idOf = (edit: PlanEdit): string => ('put' in edit ? edit.put.id : edit.drop)
const isAbout =
  (part: Part, id: string) =>
  (edit: PlanEdit): boolean =>
    edit.part === part && idOf(edit) === id

/** A thing of the plan as it is after the edits; undefined when it is not there. */
export function itemAfter(content: PlanContent, edits: readonly PlanEdit[], part: Part, id: string): Item | undefined {
  const last = edits.findLast(isAbout(part, id))
  if (last) return 'put' in last ? last.put : undefined
  return (content[part] as readonly Item[]).find((item) => item.id === id)
}

/**
 * The edits with one more. Only the last of a thing counts; one that brings it back to what it is in the plan, or takes away what was only
 * put in here, is no edit at all.
 */
export function withEdit(content: PlanContent, edits: readonly PlanEdit[], edit: PlanEdit): PlanEdit[] {
  const others = edits.filter((one) => !isAbout(edit.part, idOf(edit))(one))
  const was = itemAfter(content, [], edit.part, idOf(edit))
  const is = 'put' in edit ? edit.put : undefined
  const isNothing = was === is || (was !== undefined && is !== undefined && changedFields(was, is).length === 0)
  return isNothing ? others : [...others, edit]
}

/** What the edits change in the plan, thing by thing. */
export const differencesOf = (content: PlanContent, edits: readonly PlanEdit[]): PlanDifference[] =>
  edits.map((edit) => ({
    part: edit.part,
    id: idOf(edit),
    before: itemAfter(content, [], edit.part, idOf(edit)),
    after: itemAfter(content, edits, edit.part, idOf(edit)),
  }))

/** What differs in one part: what is new or changed, then what is gone. */
export function differencesIn(part: Part, before: readonly Item[], after: readonly Item[]): PlanDifference[] {
  const was = new Map(before.map((item) => [item.id, item]))
  const is = new Map(after.map((item) => [item.id, item]))
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((id): PlanDifference => ({ part, id, before: was.get(id), after: is.get(id) }))
    .filter((one) => !one.before || !one.after || changedFields(one.before, one.after).length > 0)
}

/** Everything that differs between two plans, part by part. */
export const differencesBetween = (before: PlanContent, after: PlanContent): PlanDifference[] =>
  PART_NAMES.flatMap((part) => differencesIn(part, before[part], after[part]))
