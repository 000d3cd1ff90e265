import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { brokenAt } from '../../../bot/domain/projects/audit.js'
import { dayOf } from '../../../bot/domain/projects/calendar.js'
import { inUrgency } from '../../../bot/domain/projects/portfolio.js'
import { isLate } from '../../../bot/domain/projects/summary.js'
import { seedDemo } from '../../../bot/projects/demo/seed-demo.js'
import { silentLog } from '../../../bot/telemetry/log.js'
import { projectFolder } from '../../fixtures/content.js'
import { memoryStores } from '../../fixtures/memory-stores.js'

const read = (name: string): unknown => JSON.parse(readFileSync(`${projectFolder}scripts/seed-demo/${name}.json`, 'utf8'))
const seeding = (today: Date) => {
  const { projects: store, desk } = memoryStores()
  const member = (tenant: string, oid: string) => desk.member(tenant, oid)
  const texts = { social: read('social-systems'), madeUp: read('made-up') }
  const needs = { store, member, saveMember: desk.saveMember, texts, languages: ['sv', 'en'], today, log: silentLog }
  return { store, seed: () => seedDemo(needs) }
}

describe('the demo portfolio', () => {
  it.each(['2026-11-23', '2027-02-28', '2028-07-05', '2029-01-01'])('can be made on %s, by the rules', async (day) => {
    const today = new Date(`${day}T09:00:00Z`)
    const { store, seed } = seeding(today)
    expect(await seed()).toMatchObject({ projects: 40, kept: 0 })
    const all = await store.summaries({})
    const on = dayOf(today)
    expect(all.filter((one) => isLate(one, on)).length).toBeGreaterThanOrEqual(3)
    expect(all.filter(({ light }) => light === 'red').length).toBeGreaterThanOrEqual(3)
    expect(all.filter(({ isWaiting }) => isWaiting).length).toBeGreaterThanOrEqual(4)
    expect(new Set(all.map(({ phase }) => phase))).toEqual(
      new Set(['idea', 'pre-study', 'initiation', 'planning', 'execution', 'closing', 'closed', 'ended']),
    )
    expect(isLate(inUrgency(all, on)[0]!, on)).toBe(true)
    expect(await store.untold(10, new Date('2999-01-01'))).toEqual([])
    const rows = await store.audit('sociala-system')
    expect(brokenAt(rows, (await store.auditEnd('sociala-system'))!.hash)).toBeUndefined()
  })

  it('made twice is as once, and leaves what people have done', async () => {
    const { store, seed } = seeding(new Date('2026-11-23T09:00:00Z'))
    await seed()
    const before = await store.find('sociala-system')
    expect(await seed()).toEqual({ projects: 0, deeds: 0, kept: 40 })
    expect(await store.find('sociala-system')).toEqual(before)
  })

  it('has the real project with its budget, risks and decision points', async () => {
    const { store, seed } = seeding(new Date('2026-11-23T09:00:00Z'))
    await seed()
    const { project } = (await store.find('sociala-system'))!
    const { content } = project.plan!
    expect([project.name, project.recordNumber]).toEqual(['Modernisering av sociala system', '2016-0999'])
    expect((await store.summaries({ text: '2016-0999' }))[0]!.budget).toBe(290_000_000_00)
    expect([content.risks.length, content.milestones.length, content.budget.length]).toEqual([14, 3, 6])
    expect(project.decisions.slice(0, 4).map(({ subject }) => 'point' in subject && subject.point)).toEqual([
      'BA',
      'B0',
      'B1',
      'B2',
    ])
  })
})
