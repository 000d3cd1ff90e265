import type { AnySkill } from './skill.js'
import type { Turn } from './turn.js'

/** Something that is true of every turn. It calls `next` at most once; not calling it ends the turn. */
export type Middleware = (turn: Turn, next: () => void) => void

/** Runs what always happens, in order, and then the first skill that has an answer. */
export function run(turn: Turn, always: readonly Middleware[], skills: readonly AnySkill[]): void {
  const step = (at: number): void => {
    const middleware = always[at]
    if (middleware) return middleware(turn, () => step(at + 1))
    if (!skills.some((skill) => skill.tryToAnswer(turn))) throw new Error('No skill matched: the last one must always match')
  }
  step(0)
}
