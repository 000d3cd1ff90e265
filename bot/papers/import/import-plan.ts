import { setImmediate as lettingOthersGo } from 'node:timers/promises'
import type { z } from 'zod'
import { NAMES_OF_PARTS, PlanContent, type Part } from '../../domain/projects/plan.js'
import { editsBetween, type PlanEdit } from '../../domain/projects/plan-edits.js'
import type { Translate } from '../../i18n/translate.js'
import { labelsOf, type Named } from '../sheets/people-labels.js'
import { sheetKey } from '../sheets/plan-columns.js'
import type { ImportFault } from './import-fault.js'
import { faultsTogether } from './faults-together.js'
import { readItems, type ReadPart } from './read-items.js'
import { foundSheets, type Unread } from './read-rows.js'
import { readWorkbook } from './read-workbook.js'

export type ImportNeeds = {
  /** Every language that a workbook may be filled in with; the first is the reader's own. */
  words: readonly Translate[]
  /** Who may be named in the plan. Those whom `base` names may be named again. */
  people: readonly Named[]
  /** The plan as it is: parts that the workbook has no sheet for stay so, and the edits are those that make the one of the other. */
  base?: PlanContent
  /** Of the directive; used where the workbook has no sheet of them and there is no plan. */
  effectGoals?: PlanContent['effect-goals']
  /** The longest that a project of its profile may be. */
  mostMonths?: number
}

export type Imported =
  /** `unread` is what the workbook has beside the plan, and nobody has read. */
  | { kind: 'read'; content: PlanContent; edits: readonly PlanEdit[]; unread: readonly Unread[] }
  /** Nothing of it is used. `total` may be more than the faults that are told. */
  | { kind: 'faulty'; faults: readonly ImportFault[]; total: number }

/** More than so many faults are of one cause, and nobody reads them all. */
const MOST_FAULTS = 200

/** Reads a whole plan from an Excel workbook, or everything that is wrong with it, row by row. Never half of it. */
export async function importPlan(bytes: Uint8Array, needs: ImportNeeds): Promise<Imported> {
  const { words, base } = needs
  const sheets = await readWorkbook(bytes)
  if ('fault' in sheets) return faulty([sheets.fault])
  const { found, faults, unread } = foundSheets(sheets, words)
  if (faults.length > 0) return faulty(faults)
  // Ten thousand rows take the better part of a second each way: others go on in between.
  await lettingOthersGo()
  const parts = readItems(found, base, { words, personOf: personIn(needs) })
  await lettingOthersGo()
  const content = contentOf(parts, needs)
  const parsed = PlanContent.safeParse(content)
  const wrong = [
    ...countFaults(parts, parsed.error?.issues ?? [], needs),
    ...parts.flatMap((part) => part.faults),
    ...faultsTogether(parts, content, needs.mostMonths),
  ]
  if (wrong.length > 0 || !parsed.success) return faulty(wrong.length > 0 ? wrong : [{ fault: 'wrong' }])
  return { kind: 'read', content: parsed.data, edits: base ? editsBetween(base, parsed.data) : [], unread }
}

/** In the order of the workbook's sheets and rows, so that it can be gone through from the top. */
function faulty(faults: readonly ImportFault[]): Imported {
  const names = [...new Set(faults.map(({ sheet }) => sheet))]
  const inOrder = faults.toSorted(
    (one, other) => names.indexOf(one.sheet) - names.indexOf(other.sheet) || (one.row ?? 0) - (other.row ?? 0),
  )
  return { kind: 'faulty', faults: inOrder.slice(0, MOST_FAULTS), total: faults.length }
}

function personIn({ people, base }: ImportNeeds): ReturnType<typeof labelsOf>['personOf'] {
  const { personOf } = labelsOf(people)
  const inPlan = new Set(base ? [...base.activities.flatMap(({ who }) => who), ...ownersIn(base)] : [])
  return (label) => personOf(label) ?? (inPlan.has(label.trim()) ? label.trim() : undefined)
}
const ownersIn = (base: PlanContent): string[] =>
  [...base['effect-goals'], ...base.risks].flatMap(({ owner }) => (owner === undefined ? [] : [owner]))

/** As the workbook has it, part by part; a part without a sheet as it was. */
function contentOf(parts: readonly ReadPart[], { base, effectGoals }: ImportNeeds): PlanContent {
  const read = (part: Part) => parts.find(({ sheet }) => sheet.part === part)?.items.map(({ item }) => item)
  const before: Partial<PlanContent> = base ?? (effectGoals ? { 'effect-goals': effectGoals } : {})
  return Object.fromEntries(NAMES_OF_PARTS.map((part) => [part, read(part) ?? before[part] ?? []])) as PlanContent
}

/** Parts that must have something in them and have nothing, or have more than they may. */
function countFaults(parts: readonly ReadPart[], issues: readonly z.core.$ZodIssue[], { words }: ImportNeeds): ImportFault[] {
  return issues
    .filter(({ path }) => path.length === 1)
    .flatMap((issue): ImportFault[] => {
      const part = issue.path[0] as Part
      const read = parts.find(({ sheet }) => sheet.part === part)
      const sheet = read?.sheet.name ?? words[0]!(sheetKey(part))
      if (issue.code === 'too_big') return [{ fault: 'too-many-rows', sheet, values: { most: Number(issue.maximum) } }]
      // Each post by itself is possible; all together are not.
      if (issue.code === 'custom') return [{ fault: 'too-much', sheet }]
      // A row that cannot be read is there all the same, and its fault is told.
      if (read && read.sheet.rows.length > 0) return []
      return [{ fault: read ? 'sheet-empty' : 'sheet-missing', sheet }]
    })
}
