import type { Aspect, Light, ProgressSaid, Trend } from '../../../../bot/domain/projects/progress-report.js'
import { ASPECT_NAMES } from '../project/aspects.js'
import { oreIn } from '../texts.js'

export type TypedLight = { light: Light; trend: Trend; comment: string }
export type TypedCost = { post: string; spent: string; expected: string }
/** The progress report as it has been typed. */
export type TypedProgress = {
  done: string
  next: string
  lights: Record<Aspect, TypedLight>
  costs: readonly TypedCost[]
  decisionsWanted: readonly string[]
  withRisks: boolean
}

/** What must be put right before it can be published: a comment for what is not green, texts, amounts. */
export type Missing = { comments: readonly Aspect[]; texts: readonly ('done' | 'next')[]; costs: readonly string[] }

const isCostGiven = ({ spent, expected }: TypedCost): boolean => spent.trim() !== '' || expected.trim() !== ''
export const missingIn = ({ lights, done, next, costs }: TypedProgress): Missing => ({
  comments: ASPECT_NAMES.filter((aspect) => lights[aspect].light !== 'green' && lights[aspect].comment.trim() === ''),
  texts: (['done', 'next'] as const).filter((name) => ({ done, next })[name].trim() === ''),
  costs: costs
    .filter((cost) => isCostGiven(cost) && (oreIn(cost.spent) === undefined || oreIn(cost.expected) === undefined))
    .map(({ post }) => post),
})

/** What is sent; undefined while something is missing. */
export function progressSaid(typed: TypedProgress): ProgressSaid | undefined {
  const { comments, texts, costs } = missingIn(typed)
  if (comments.length + texts.length + costs.length > 0) return undefined
  return {
    done: typed.done.trim(),
    next: typed.next.trim(),
    lights: typed.lights,
    costs: typed.costs
      .filter(isCostGiven)
      .map(({ post, spent, expected }) => ({ post, spent: oreIn(spent)!, expected: oreIn(expected)! })),
    decisionsWanted: typed.decisionsWanted.map((text) => text.trim()).filter((text) => text !== ''),
    withRisks: typed.withRisks,
  }
}
