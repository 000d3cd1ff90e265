import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { editsBetween } from '../../../bot/domain/projects/plan-edits.js'
import { hashOf } from '../../../bot/domain/projects/canonical.js'
import { importPlan } from '../../../bot/papers/import/import-plan.js'
import { projectWorkbook } from '../../../bot/papers/sheets/project-sheets.js'
import { anyPlan } from '../../fixtures/any-plan.js'
import { PEOPLE, tellerIn, WORDS } from '../../fixtures/papers.js'
import { aPlan, EFFECT, registered } from '../../fixtures/project.js'

const TODAY = '2027-02-01'
const exported = (content: unknown, language: 'sv' | 'en' = 'sv'): Promise<Buffer> => {
  const plan = {
    revision: 1,
    edition: 1,
    content,
    hash: hashOf(content),
    at: new Date(0),
    because: { kind: 'point', decision: 1 },
  }
  return projectWorkbook({ project: { ...registered(), plan: plan as never }, people: PEOPLE }, TODAY, tellerIn(language))
}
const RUNS = { numRuns: Number(process.env['PAPER_PLANS'] ?? 60) }

describe('a plan that is exported and read again', () => {
  it('is the same plan, whatever is written in it, in either language', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, fc.constantFrom('sv' as const, 'en' as const), async (content, language) => {
        const read = await importPlan(await exported(content, language), { words: WORDS, people: PEOPLE })
        expect(read).toEqual({ kind: 'read', content, edits: [], unread: [] })
        expect(read.kind === 'read' && hashOf(read.content)).toBe(hashOf(content))
      }),
      RUNS,
    )
  }, 120_000)

  it('makes no edits of the plan that it came from, and those of what is changed otherwise', async () => {
    const before = { ...aPlan(), 'effect-goals': [EFFECT] }
    const after = { ...before, activities: before.activities.map((one) => (one.id === 'teach' ? { ...one, hours: 24.25 } : one)) }
    const same = await importPlan(await exported(before), { words: WORDS, people: PEOPLE, base: before })
    expect(same).toMatchObject({ kind: 'read', edits: [] })
    const changed = await importPlan(await exported(after), { words: WORDS, people: PEOPLE, base: before })
    expect(changed).toMatchObject({ kind: 'read', edits: editsBetween(before, after) })
    expect(editsBetween(before, after)).toHaveLength(1)
  })
})
