import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { brokenAt, chained, type AuditFact, type AuditRow } from '../../../bot/domain/projects/audit.js'
import { canonicalJson, hashOf } from '../../../bot/domain/projects/canonical.js'
import { auditOf, step } from '../../../bot/domain/projects/step.js'
import { as, running, START } from '../../fixtures/project.js'

const fact = (action: string, detail: object = {}): AuditFact => ({
  project: 'social',
  at: START,
  by: 's|manager',
  where: 'tab',
  action,
  detail: { ...detail },
})
const rows = (): AuditRow[] =>
  chained(
    undefined,
    ['voted', 'saw', 'point-put', 'saw'].map((action, n) => fact(action, { n })),
  )

describe('canonical JSON', () => {
  it('is the same for the same, however it was made, and is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        // Negative zero is zero in JSON.
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  it('minds neither the order of keys nor what is undefined', () => {
    expect(hashOf({ a: 1, b: { d: undefined, c: 2 } })).toBe(hashOf({ b: { c: 2 }, a: 1 }))
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]))
  })
  it.each([Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol('x')])('does not pretend to carry %p', (value) => {
    expect(() => canonicalJson({ value })).toThrow('JSON cannot carry')
  })
})

describe('the chain', () => {
  it('is whole as it was written, also in pieces', () => {
    const [first, second] = [rows().slice(0, 2), rows().slice(2)]
    const pieces = [...chained(undefined, first), ...chained(first.at(-1), second)]
    expect(pieces).toEqual(rows())
    expect(brokenAt(rows(), rows().at(-1)!.hash)).toBeUndefined()
  })

  it.each<[string, (all: AuditRow[]) => AuditRow[], number]>([
    ['a row is changed', (all) => all.with(1, { ...all[1]!, by: 's|other' }), 2],
    ['a detail is changed', (all) => all.with(2, { ...all[2]!, detail: { n: 9 } }), 3],
    ['a time is changed', (all) => all.with(0, { ...all[0]!, at: new Date(0) }), 1],
    ['a row is gone', (all) => all.toSpliced(1, 1), 2],
    ['two have changed places', (all) => [all[1]!, all[0]!, all[2]!, all[3]!], 1],
    ['one is put in', (all) => all.toSpliced(2, 0, ...chained(all[1], [fact('voted')])), 4],
    ['one is changed and hashed anew', (all) => all.with(1, chained(all[0], [fact('forged')])[0]!), 3],
    ['the last are gone', (all) => all.slice(0, 2), 3],
  ])('shows where it is broken when %s', (_, change, where) => {
    expect(brokenAt(change(rows()), rows().at(-1)!.hash)).toBe(where)
  })

  it('has what was refused too, with why', () => {
    const { project } = running()
    const event = { kind: 'point-put', point: 'B4' } as const
    const stepped = step(project, event, as('manager'), START)
    expect(auditOf(project, event, as('manager'), START, stepped)).toMatchObject({
      action: 'refused',
      where: 'tab',
      detail: { event: 'point-put', why: 'not-next' },
    })
  })
})
