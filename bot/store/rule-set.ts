import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { AcceptedEntry, ContentStore } from '../domain/content/accepted.js'
import { KINDS, type Kind } from '../domain/content/content.js'
import type { BusinessType } from '../domain/permits/business-type.js'
import type { QuestionCard } from '../domain/permits/facts.js'
import { faultsIn, makesPlansWrong, type Fault, type FaultKind } from '../domain/permits/faults.js'
import type { Permit } from '../domain/permits/permit.js'
import { rulesOf, type Rules } from '../domain/permits/rules.js'
import { lineIn, readContentFile, type ContentFile, type Good, type Read, type Wrong } from './content-files.js'

// A plan is made of these together, so they are also accepted together.
const RULE_KINDS: readonly Kind[] = ['permits', 'permit-questions', 'business-types']
export const isRuleKind = (kind: string): boolean => RULE_KINDS.some((rule) => rule === kind)
export const isRuleFile = ({ file }: { file: string }): boolean => isRuleKind(file.split('/')[0] ?? '')

/** A fault with its line. `refuses`: the rule set is not taken with it; the others call for care. */
export type RuleFault = Wrong & { kind: FaultKind | 'unreadable'; refuses: boolean }

/** The rule set as it stands in files: whole only when every file of it could be read. */
export type CheckedRules = { entries: readonly Good[]; rules?: Rules; faults: readonly RuleFault[] }

/** Reads the files of the rule set and looks for faults among them all. Faults between files are looked for when every file can be read. */
export function checkRules(
  files: readonly ContentFile[],
  today: string,
  read: (file: ContentFile) => Read = readContentFile,
): CheckedRules {
  const ruleFiles = files.filter(({ kind }) => isRuleKind(kind))
  const all = ruleFiles.map(read)
  const entries = all.flatMap((one) => ('entry' in one ? [one] : []))
  const unreadable = all.flatMap((one) => ('wrong' in one ? [{ ...one.wrong, kind: 'unreadable' as const, refuses: true }] : []))
  if (unreadable.length > 0) return { entries, faults: unreadable }
  const rules = rulesFrom(entries)
  const byName = new Map(ruleFiles.map((file) => [file.file, file]))
  return { entries, rules, faults: faultsIn(rules, today).map((fault) => withLine(fault, byName.get(fault.file))) }
}

const withLine = (fault: Fault, file: ContentFile | undefined): RuleFault => ({
  file: fault.file,
  line: file ? lineIn(file, fault.path) : 1,
  field: fault.path.join('.'),
  reason: fault.reason,
  kind: fault.kind,
  refuses: makesPlansWrong(fault),
})

/** The rules that these entries make together. */
function rulesFrom(entries: readonly Good[]): Rules {
  const of = <Value>(kind: Kind) =>
    new Map(entries.flatMap(({ entry, value }) => (entry.kind === kind ? [[entry.id, value as Value] as const] : [])))
  return rulesOf({
    rulesVersion: versionOf(entries),
    permits: of<Permit>('permits'),
    permitQuestions: of<QuestionCard>('permit-questions'),
    businessTypes: of<BusinessType>('business-types'),
  })
}

/** Short hash of entries, in their order. */
export const versionOf = (entries: readonly Good[]): string => hashOf(entries).slice(0, 12)

function hashOf(entries: readonly Good[]): string {
  const hash = createHash('sha256')
  for (const { entry } of entries) hash.update(entry.hash)
  return hash.digest('hex')
}

// An accepted set is a row of its own, which names its entries by their hashes. Its own hash begins with the version of the rules.
const SET = { kind: 'rule-set', id: 'rules' } as const
const SetRow = z.array(z.strictObject({ kind: z.string(), id: z.string(), hash: z.string() }))

/** Writes a good set down with those of its entries that are new, unless it is the newest already. */
export async function acceptRules(
  entries: readonly Good[],
  isNew: (entry: AcceptedEntry) => boolean,
  contents: ContentStore,
  at: Date,
) {
  const hash = hashOf(entries)
  if ((await contents.newestOf(SET.kind, SET.id))?.hash === hash) return
  const named = entries.map(({ entry: { kind, id, hash } }) => ({ kind, id, hash }))
  // In one statement with its entries, so that there is never a set that is not whole.
  await contents.accept([...entries.map(({ entry }) => entry).filter(isNew), { ...SET, hash, value: named }], at)
}

/** The newest rule set that was accepted; undefined when there is none, or none that this release can use. */
export async function lastGoodRules(contents: ContentStore, today: string): Promise<readonly Good[] | undefined> {
  const newest = SetRow.safeParse((await contents.newestOf(SET.kind, SET.id))?.value)
  if (!newest.success) return undefined
  const stored = new Map((await contents.byHashes(newest.data.map(({ hash }) => hash))).map((entry) => [keyOf(entry), entry]))
  const entries = newest.data.map((named) => goodOf(stored.get(keyOf(named))))
  if (!entries.every((entry) => entry !== undefined)) return undefined
  return faultsIn(rulesFrom(entries), today).some(makesPlansWrong) ? undefined : entries
}

const keyOf = ({ kind, id, hash }: Omit<AcceptedEntry, 'value'>): string => `${kind}/${id} ${hash}`

/** An accepted entry as this release reads it; what an older one accepted may not fit its schema any more. */
export function goodOf(entry: AcceptedEntry | undefined): Good | undefined {
  const parsed = entry && KINDS[entry.kind as Kind]?.safeParse(entry.value)
  return entry && parsed?.success ? { entry, value: parsed.data } : undefined
}
