import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dayAfter, momentOf, wallClock, weekdayOf } from '../../../bot/domain/desk/stockholm-time.js'

const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
const minute = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((at) => new Date(Math.floor(at.getTime() / 60_000) * 60_000))

describe('a clock on a wall in Stockholm', () => {
  it.each([
    ['2026-01-15', '08:00', '2026-01-15T07:00:00Z', 'in winter'],
    ['2026-07-15', '08:00', '2026-07-15T06:00:00Z', 'in summer'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00Z', 'before it is put forward'],
    ['2026-03-29', '02:30', '2026-03-29T01:00:00Z', 'in the hour that is left out, and shows 03:00'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00Z', 'after it is put forward'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00Z', 'in the hour that comes twice, the first time'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00Z', 'after it is put back'],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00Z', 'after it is put forward in 2027'],
    ['2027-10-31', '03:00', '2027-10-31T02:00:00Z', 'after it is put back in 2027'],
    ['2026-12-31', '24:00', '2026-12-31T23:00:00Z', 'at the midnight that ends the year'],
  ])('%s %s is %s: %s', (day, shown, utc) => expect(momentOf(day, clock(shown))).toEqual(new Date(utc)))

  it('shows each moment once, but for the hour that comes twice', () => {
    fc.assert(
      fc.property(minute, (at) => {
        const { day, minutes } = wallClock(at)
        const again = momentOf(day, minutes).getTime()
        const isSecondTime = again === at.getTime() - 3_600_000
        expect(isSecondTime || again === at.getTime()).toBe(true)
        if (isSecondTime) expect([weekdayOf(day), day.slice(5, 7), Math.floor(minutes / 60)]).toEqual([0, '10', 2])
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-06-01', 24],
  ])('%s has %d hours', (day, hours) => {
    expect((momentOf(dayAfter(day), 0).getTime() - momentOf(day, 0).getTime()) / 3_600_000).toBe(hours)
  })
})
