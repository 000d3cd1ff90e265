import { finderOf, type Described, type Finder, type Trained } from '../understanding/find.js'
import { understoodBefore } from '../understanding/understood-before.js'

/** The finder, which remembers what whole questions came to; what is left out after a "not that" differs each time. */
export function finderWithMemory(things: readonly Described[], trained: Trained | undefined): Finder {
  const { version, weigh: weighAnew } = finderOf(things, trained)
  const before = understoodBefore((question, language) => weighAnew(question, [], language || undefined))
  const weigh: Finder['weigh'] = (question, excluded = [], language) =>
    excluded.length > 0 ? weighAnew(question, excluded, language) : before(question, language)
  return { version, weigh, find: (...asked) => weigh(...asked).found }
}
