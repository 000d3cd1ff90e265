import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { plan } from '../../../bot/domain/permits/plan.js'
import { projectFolder } from '../../fixtures/content.js'
import { realRules } from '../../fixtures/permit-rules.js'

/** Undertakings as people describe them, with everything that the plan is to say of them. What is in none of the lists is not needed. */
const Undertaking = z.strictObject({
  name: z.string(),
  type: z.string().optional(),
  answers: z.record(z.string(), z.union([z.boolean(), z.string(), z.number()])),
  needed: z.array(z.string()),
  probably: z.array(z.string()),
  depends: z.array(z.string()),
})

const table = z.array(Undertaking).parse(parse(readFileSync(join(projectFolder, 'test/fixtures/undertakings.yaml'), 'utf8')))
const rules = await realRules()
const AT = '2026-06-01'

describe('undertakings', () => {
  it.each(table.map((row) => [row.name, row] as const))('%s', (_, { type, answers, needed, probably, depends }) => {
    const { items, offPath } = plan(rules, { type, answers }, AT)
    const having = (status: string): string[] => items.filter((item) => item.status === status).map(({ permit }) => permit)
    expect({ needed: having('needed'), probably: having('probably'), depends: having('depends'), offPath }).toEqual({
      needed: needed.toSorted(),
      probably: probably.toSorted(),
      depends: depends.toSorted(),
      offPath: [],
    })
  })

  it('are at least sixty, all different', () => {
    expect(table.length).toBeGreaterThanOrEqual(60)
    expect(new Set(table.map(({ name }) => name)).size).toBe(table.length)
  })

  it('name only facts, values, permits and kinds of business that exist', () => {
    for (const { name, type, answers, needed, probably, depends } of table) {
      const strange = [
        ...(type === undefined || rules.types.has(type) ? [] : [type]),
        ...Object.keys(answers).filter((fact) => !rules.facts.has(fact)),
        ...[...needed, ...probably, ...depends].filter((permit) => !rules.permits.has(permit)),
      ]
      expect([name, strange]).toEqual([name, []])
    }
  })

  it('need every permit at least once; where the law is unread, it depends with nothing more to answer', () => {
    const certain = new Set(
      table.flatMap(({ type, answers }) =>
        plan(rules, { type, answers }, AT)
          .items.filter(
            ({ status, hangsOn }) => ['needed', 'probably'].includes(status) || (status === 'depends' && hangsOn.length === 0),
          )
          .map(({ permit }) => permit),
      ),
    )
    expect([...rules.permits.keys()].filter((permit) => !certain.has(permit))).toEqual([])
  })

  it('are of every kind of business at least once', () => {
    const seen = new Set(table.map(({ type }) => type))
    expect([...rules.types.keys()].filter((type) => !seen.has(type))).toEqual([])
  })
})
