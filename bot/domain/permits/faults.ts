import type { Rules } from './rules.js'
import { datesHold } from './faults/dates.js'
import type { Check, Fault } from './faults/fault.js'
import { factsOnce, factsUsed } from './faults/facts-used.js'
import { givenFits } from './faults/given.js'
import { orderWithoutCircles, permitsExist, questionsWithoutCircles } from './faults/order.js'
import { numbersPossible, rangesMeet } from './faults/ranges.js'
import { conditionsDecide, unreadFindOut, usualPermitsPossible } from './faults/reachable.js'
import { sharesAddUp } from './faults/shares.js'
import { testsFit } from './faults/tests-fit.js'
import { wordsInEveryLanguage } from './faults/words.js'

export { makesPlansWrong, type Fault, type FaultKind } from './faults/fault.js'

/** What must hold before answers can be tried out: every fact that is tested exists, once, and its question hangs on other answers only. */
const FOUNDATIONS: readonly Check[] = [testsFit, factsOnce, numbersPossible, questionsWithoutCircles]

/** What is looked for in rules that stand. */
const CHECKS: readonly Check[] = [
  permitsExist,
  orderWithoutCircles,
  conditionsDecide,
  givenFits,
  usualPermitsPossible,
  rangesMeet,
  factsUsed,
  unreadFindOut,
  sharesAddUp,
  wordsInEveryLanguage,
  datesHold,
]

/**
 * Everything that is wrong with a rule set on a day (ISO date), in the order of the checks. While its foundations are wrong only those are told:
 * one missing fact would otherwise come back as a dozen rules that can never be so.
 */
export function faultsIn(rules: Rules, today: string): Fault[] {
  const run = (checks: readonly Check[]) => checks.flatMap((check) => check(rules, today))
  const unsound = run(FOUNDATIONS)
  return unsound.length > 0 ? unsound : run(CHECKS)
}
