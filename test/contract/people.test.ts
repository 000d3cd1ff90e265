import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { staffIdOf } from '../../bot/domain/desk/staff-member.js'
import { giveRoles, type Given } from '../../bot/domain/people/giving-roles.js'
import type { Profile, Who } from '../../bot/domain/people/people.js'
import type { Stores } from '../../bot/store/stores.js'
import { aMember } from '../fixtures/sign-in-door.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

const AT = new Date('2026-03-02T10:00:00Z')
const { name, team, queues, languages, topics, capacity } = aMember()
const newcomer: Profile = { name, team, roles: [], queues, languages, topics, capacity }

describe.each(everyKindOfStores)('those who work here, in $name', ({ open }) => {
  let opened: OpenStores
  let stores: Stores
  let who: Who
  beforeAll(async () => {
    opened = await open()
    stores = opened.stores
  })
  afterAll(() => opened.close())
  beforeEach(() => void (who = { tenant: 'city', oid: randomUUID() }))

  const give = (of: Who, change: Partial<Profile>, expects?: number): Promise<Given> =>
    stores.people.settle((people) =>
      giveRoles(people, {
        ...{ by: 'city|somebody', who: of, expects, change, otherwise: newcomer, at: AT },
        // Leads of other tests are none here.
        canSignIn: (tenant) => tenant === of.tenant,
      }),
    )
  const found = async (of = who) => (await stores.people.people()).find((one) => staffIdOf(one) === staffIdOf(of))
  const asked = async () => (await stores.people.requests(100)).find((one) => staffIdOf(one) === staffIdOf(who))

  it('are stored with who did it, and counted', async () => {
    await give(who, { roles: ['agent'], shift: { from: AT, until: new Date(AT.getTime() + 3_600_000) }, email: 'a@stad.example' })
    expect(await found()).toMatchObject({ ...who, ...newcomer, roles: ['agent'], shift: { from: AT }, version: 0 })
    await give(who, { roles: [] }, 0)
    expect(await found()).toMatchObject({ roles: [], version: 1, email: 'a@stad.example' })
    const audit = await stores.desk.audit(staffIdOf(who))
    expect(audit.map(({ action, detail }) => [action, detail?.['has']])).toEqual([
      ['people.changed', 'agent'],
      ['people.changed', ''],
    ])
  })

  it('are changed by one lead at a time: the second is told', async () => {
    await give(who, { roles: ['agent'] })
    const both = await Promise.all([give(who, { team: 'Skola' }, 0), give(who, { capacity: 5 }, 0)])
    expect(both.map((one) => (one.kind === 'given' ? 'given' : one.why)).sort()).toEqual(['changed-meanwhile', 'given'])
    expect((await found())?.version).toBe(1)
  })

  it('do not lose what their own desk has said meanwhile', async () => {
    await give(who, { roles: ['agent'] })
    await stores.desk.heard(who.tenant, who.oid, AT, 'available')
    await give(who, { team: 'Skola' }, 0)
    expect(await found()).toMatchObject({ presence: 'available', heardAt: AT, team: 'Skola' })
  })

  it('keep a lead when two take the role from each other at the same moment', async () => {
    const tenant = randomUUID()
    const leads = ['one-lead', 'other-lead'].map((oid) => ({ tenant, oid }))
    for (const lead of leads) await give(lead, { roles: ['lead'] })
    for (let round = 0; round < 10; round++) {
      const now = (await stores.people.people()).filter((one) => one.tenant === tenant)
      const outcomes = await Promise.all(now.map((lead) => give(lead, { roles: [] }, lead.version)))
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['given', 'refused'])
      const after = (await stores.people.people()).filter((one) => one.tenant === tenant)
      expect(after.filter(({ roles }) => roles.includes('lead'))).toHaveLength(1)
      for (const one of after.filter(({ roles }) => roles.length === 0)) await give(one, { roles: ['lead'] }, one.version)
    }
  })

  it('wake every desk when one is changed', async () => {
    const woken = new Promise<void>((resolve) => {
      const stop = stores.waking.onDesk(({ kind }) => {
        if (kind !== 'staff') return
        stop()
        resolve()
      })
    })
    await give(who, { roles: ['agent'] })
    await woken
  })

  describe('who have asked to be let in', () => {
    it('are kept once, with the newest time and a name if one was ever told', async () => {
      const later = new Date(AT.getTime() + 60_000)
      await stores.people.ask({ ...who, name: 'Exempel, Kim' }, AT)
      await stores.people.ask(who, later)
      expect(await asked()).toEqual({ ...who, name: 'Exempel, Kim', at: later })
      expect((await stores.people.requests(100)).filter((one) => one.oid === who.oid)).toHaveLength(1)
    })

    it('are off the list when they have a role, and on it again when it is gone and they ask', async () => {
      await stores.people.ask(who, AT)
      await give(who, { roles: ['reader'] })
      expect(await asked()).toBeUndefined()
      await give(who, { roles: [] }, 0)
      expect(await asked()).toBeUndefined()
      await stores.people.ask(who, AT)
      expect(await asked()).toEqual({ ...who, at: AT })
    })

    it('are forgotten when a lead says so, and after their time', async () => {
      await stores.people.ask(who, AT)
      await stores.people.dismiss(who)
      expect(await asked()).toBeUndefined()
      await stores.people.ask(who, AT)
      await stores.people.deleteExpired(AT)
      expect(await asked()).toBeDefined()
      await stores.people.deleteExpired(new Date(AT.getTime() + 1))
      expect(await asked()).toBeUndefined()
    })
  })
})
