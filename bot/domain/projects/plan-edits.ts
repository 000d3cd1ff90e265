import { z } from 'zod'
import { canonicalJson } from './canonical.js'
import { NAMES_OF_PARTS, PARTS, PlanContent, type Item, type Part } from './plan.js'

const put = <P extends Part>(part: P) => z.strictObject({ part: z.literal(part), put: PARTS[part].element })

/**
 * One thing that changes in the plan: put in, replaced (by the whole of what it becomes), or taken out. A plan is never changed in any
 * other way, so a change can be shown before it is decided and is the same when it is.
 */
export const PlanEdit = z.union([
  put('frame'),
  put('goals'),
  put('effect-goals'),
  put('points'),
  put('milestones'),
  put('deliveries'),
  put('budget'),
  put('activities'),
  put('risks'),
  z.strictObject({ part: z.enum(NAMES_OF_PARTS), drop: z.string().min(1).max(40) }),
])
export type PlanEdit = z.infer<typeof PlanEdit>

export const itemOf = (edit: PlanEdit): string => ('put' in edit ? edit.put.id : edit.drop)

/** A plan's content after the edits, in order. The content is checked by `planFaults`, not here. */
export function edited(content: PlanContent, edits: readonly PlanEdit[]): PlanContent {
  return edits.reduce<PlanContent>((before, edit) => {
    const items = before[edit.part] as readonly Item[]
    const id = itemOf(edit)
    const at = items.findIndex((item) => item.id === id)
    const after =
      'put' in edit ? (at < 0 ? [...items, edit.put] : items.with(at, edit.put)) : items.filter((item) => item.id !== id)
    return { ...before, [edit.part]: after }
  }, content)
}

/** One thing that differs between two plans. `before` is missing when it is new, `after` when it is gone. */
export type PlanDifference = { part: Part; id: string; before?: Item; after?: Item }

/** Everything that differs, part by part, in the order of the newer plan, and then what is gone. */
export function planDifference(before: PlanContent, after: PlanContent): PlanDifference[] {
  return NAMES_OF_PARTS.flatMap((part) => {
    const was = new Map((before[part] as readonly Item[]).map((item) => [item.id, item]))
    const is = new Map((after[part] as readonly Item[]).map((item) => [item.id, item]))
    return [...new Set([...is.keys(), ...was.keys()])]
      .map((id) => ({ part, id, before: was.get(id), after: is.get(id) }))
      .filter((one) => canonicalJson(one.before ?? null) !== canonicalJson(one.after ?? null))
  })
}

/** The edits that make the one plan of the other. */
export const editsBetween = (before: PlanContent, after: PlanContent): PlanEdit[] =>
  planDifference(before, after).map(({ part, id, after: put }) => (put ? { part, put } : { part, drop: id }) as PlanEdit)

/** What is wrong with edits of this plan by themselves: something is taken out that is not there, or a part is left without what it needs. */
export const canBeEdited = (content: PlanContent, edits: readonly PlanEdit[]): boolean =>
  edits.every((edit) => 'put' in edit || content[edit.part].some(({ id }) => id === edit.drop)) &&
  PlanContent.safeParse(edited(content, edits)).success
