import { describe, expect, it } from '@jest/globals'
import { byDue, dueAfter, escalated, nextStepAt, triedInVain, type Pledge } from '../../../bot/domain/desk/promises.js'
import { at, later, MONDAY, officeHours } from '../../fixtures/desk.js'

const schedule = { hours: officeHours(), changes: [] }
const aPledge = (some: Partial<Omit<Pledge, 'kind'>> = {}): Pledge => ({
  id: 'h1:1',
  queue: 'contact-centre',
  madeAt: MONDAY,
  dueAt: later(MONDAY, 4 * 3600),
  stepsTaken: 0,
  attempts: 0,
  kind: 'call-back',
  contact: 'c1',
  ...some,
})

describe('a promise', () => {
  it.each([
    ['2026-06-15 10:00', 240, '2026-06-15 14:00'],
    ['2026-06-15 15:30', 240, '2026-06-16 11:00'],
    ['2026-06-18 15:30', 240, '2026-06-22 11:00'],
  ])('made at %s for %d minutes of open time is due at %s', (made, minutes, due) => {
    expect(dueAfter(schedule, at(made), minutes)).toEqual(at(due))
  })

  it.each([
    ['for five weeks, is due when it has opened again', '2026-07-19', '2026-07-20 09:00'],
    ['for as long as can be seen, is due in a fortnight, and then late', '2027-06-30', '2026-06-29 10:00'],
  ])('of a queue that is closed %s', (_, to, due) => {
    const closed = { hours: officeHours({ exceptions: [{ from: '2026-06-15', to, open: [] }] }), changes: [] }
    expect(dueAfter(closed, MONDAY, 60)).toEqual(at(due))
  })

  it.each([
    [3 * 3600, []],
    [3.5 * 3600, ['team']],
    [4 * 3600, ['team', 'lead']],
    [5 * 3600, ['team', 'lead', 'owner']],
    [50 * 3600, ['team', 'lead', 'owner']],
  ])('after %d seconds has told %j, each once', (seconds, who) => {
    const { pledge, told } = escalated(aPledge(), later(MONDAY, seconds))
    expect(told).toEqual(who)
    expect(escalated(pledge, later(MONDAY, seconds)).told).toEqual([])
  })

  it('says when to look again', () => {
    expect(nextStepAt(aPledge({ stepsTaken: 1 }))).toEqual(later(MONDAY, 4 * 3600))
    expect(nextStepAt(aPledge({ stepsTaken: 3 }))).toBeUndefined()
  })

  it('is tried three times, an hour of open time apart', () => {
    const second = triedInVain(aPledge(), schedule, at('2026-06-15 16:00'))!
    expect(second).toMatchObject({ attempts: 1, dueAt: at('2026-06-16 08:30'), stepsTaken: 0 })
    const third = triedInVain(second, schedule, at('2026-06-16 08:30'))!
    expect(triedInVain(third, schedule, at('2026-06-16 10:00'))).toBeUndefined()
  })

  it('stands in the list by when it is due', () => {
    const pledges = [aPledge({ id: 'b' }), aPledge({ id: 'a' }), aPledge({ id: 'c', dueAt: MONDAY })]
    expect(byDue(pledges).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  })
})
