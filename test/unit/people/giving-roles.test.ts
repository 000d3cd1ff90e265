import { describe, expect, it } from '@jest/globals'
import { staffIdOf } from '../../../bot/domain/desk/staff-member.js'
import { giveRoles, type Giving } from '../../../bot/domain/people/giving-roles.js'
import type { Person, Profile } from '../../../bot/domain/people/people.js'
import { aMember } from '../../fixtures/sign-in-door.js'

const NOW = new Date('2026-03-02T10:00:00Z')
const aPerson = (change: Partial<Person> = {}): Person => ({ ...aMember({ oid: 'agneta' }), version: 3, ...change })
const lead = aPerson({ oid: 'the-lead', roles: ['lead'] })
const { name, team, queues, languages, topics, capacity } = aMember()
const newcomer: Profile = { name, team, roles: [], queues, languages, topics, capacity }

const giving = (change: Partial<Giving> = {}): Giving => ({
  by: staffIdOf(lead),
  who: { tenant: aPerson().tenant, oid: 'agneta' },
  expects: 3,
  change: {},
  otherwise: newcomer,
  canSignIn: () => true,
  at: NOW,
  ...change,
})
const given = (people: readonly Person[], change: Partial<Giving> = {}) => giveRoles(people, giving(change))

describe('giving roles', () => {
  it('changes what is said, leaves the rest, and writes down which roles there were and are', () => {
    const { outcome, save } = given([lead, aPerson()], { change: { roles: ['agent', 'editor'], team: 'Skola' } })
    expect(outcome).toMatchObject({
      kind: 'given',
      lost: false,
      person: { roles: ['agent', 'editor'], name: 'Robin', version: 4 },
    })
    expect(save?.profile).toMatchObject({ team: 'Skola', capacity: 3 })
    expect(save?.audit).toEqual({
      at: NOW,
      by: staffIdOf(lead),
      action: 'people.changed',
      subject: staffIdOf(aPerson()),
      detail: { had: 'agent', has: 'agent editor', changed: 'team roles' },
    })
  })

  it('gives somebody new what newcomers have, in one press', () => {
    const who = { tenant: 'city', oid: 'new' }
    const { outcome } = given([lead], { who, expects: undefined, change: { roles: ['agent'] } })
    expect(outcome).toMatchObject({ kind: 'given', person: { ...newcomer, ...who, roles: ['agent'], presence: 'off-shift' } })
  })

  it('tells who has read an older version, and stores nothing', () => {
    const { outcome, save } = given([lead, aPerson({ version: 4 })], { change: { roles: [] } })
    expect(outcome).toMatchObject({ kind: 'refused', why: 'changed-meanwhile', now: { version: 4 } })
    expect(save).toBeUndefined()
  })

  it.each([undefined, 2, 9])('takes the same change twice for one (read at version %s)', (expects) => {
    const { outcome, save } = given([lead, aPerson()], { expects, change: { roles: ['agent'], team: 'Kontaktcenter' } })
    expect(outcome).toMatchObject({ kind: 'given', person: { version: 3 } })
    expect(save).toBeUndefined()
  })

  it('takes an address away, which is not the same as leaving it', () => {
    const person = aPerson({ email: 'agneta@stad.example' })
    expect(given([lead, person], { change: { team: 'X' } }).save?.profile.email).toBe('agneta@stad.example')
    expect(given([lead, person], { change: { email: undefined } }).save?.profile.email).toBeUndefined()
  })

  it('asks for a first name, since citizens are told who comes', () => {
    const { outcome } = given([lead], { expects: undefined, otherwise: { ...newcomer, name: '' }, change: { roles: ['agent'] } })
    expect(outcome).toEqual({ kind: 'refused', why: 'no-name' })
  })

  describe('keeps a lead', () => {
    const own = { who: lead, change: { roles: ['agent' as const] } }
    const other = aPerson({ oid: 'other-lead', roles: ['lead'] })

    it('when it is oneself', () => {
      expect(given([lead, aPerson()], own).outcome).toMatchObject({ kind: 'refused', why: 'own-last-lead' })
    })
    it('when it is somebody else', () => {
      expect(given([lead, aPerson()], { ...own, by: 'city|gone' }).outcome).toMatchObject({ kind: 'refused', why: 'last-lead' })
    })
    it('of those who can sign in: an invented person is none outside development', () => {
      const canSignIn = (tenant: string) => tenant !== 'development'
      const invented = aPerson({ tenant: 'development', roles: ['lead'] })
      expect(given([lead, invented], { ...own, canSignIn }).outcome).toMatchObject({ why: 'own-last-lead' })
    })
    it('and lets oneself go when there is another', () => {
      expect(given([lead, other], own).outcome).toMatchObject({ kind: 'given', person: { roles: ['agent'] } })
    })
  })
})
