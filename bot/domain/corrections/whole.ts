import type { Content } from '../content/content.js'
import { brokenReferences } from '../content/references.js'
import { faultsIn, makesPlansWrong } from '../permits/faults.js'
import { rulesOf } from '../permits/rules.js'
import type { CorrectableKind } from './fields.js'

/** Whether the content is as whole after a correction as before: what the files are checked for at the start. `today` is an ISO date. */
export function isAsWhole(before: Content, after: Content, kind: CorrectableKind, today: string): boolean {
  const had = new Set(brokenReferences(before))
  if (brokenReferences(after).some((broken) => !had.has(broken))) return false
  return kind !== 'permits' || !faultsIn(rulesOf(after), today).some(makesPlansWrong)
}
