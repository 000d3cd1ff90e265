import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  DayText,
  dayAfter,
  dayOf,
  firstOfNextMonth,
  isWorkingDay,
  mondayOf,
  nthOfMonth,
  weekdayOf,
  workingDayFrom,
  workingDaysAfter,
  yearsAfter,
} from '../../../bot/domain/projects/calendar.js'

const aDay = fc.integer({ min: 0, max: 40_000 }).map((count) => dayAfter('1991-01-01', count))

describe('a day', () => {
  it.each(['2027-02-29', '2027-13-01', '27-01-01', '2027-1-1', '2027-01-01T00:00', '=1', '1989-12-31', ''])(
    '%s is none',
    (text) => {
      expect(DayText.safeParse(text).success).toBe(false)
    },
  )
  it('is the one in Stockholm, on both sides of midnight and of summer', () => {
    expect(dayOf(new Date('2027-01-11T22:59:00Z'))).toBe('2027-01-11')
    expect(dayOf(new Date('2027-01-11T23:00:00Z'))).toBe('2027-01-12')
    expect(dayOf(new Date('2027-07-11T22:00:00Z'))).toBe('2027-07-12')
  })
})

describe('working days', () => {
  it.each([
    ['2027-03-25', '2027-03-25'], // Maundy Thursday: short, not off
    ['2027-03-26', '2027-03-30'], // Good Friday to the Tuesday after
    ['2027-06-25', '2027-06-28'], // Midsummer Eve
    ['2027-12-24', '2027-12-27'],
    ['2027-05-06', '2027-05-07'], // Ascension Day
    ['2027-12-31', '2028-01-03'],
  ])('from %s is %s', (day, working) => expect(workingDayFrom(day)).toBe(working))

  it('are counted one by one, and only they', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 30 }), (day, count) => {
        const then = workingDaysAfter(day, count)
        expect(isWorkingDay(then)).toBe(true)
        let between = 0
        for (let one = dayAfter(workingDayFrom(day)); one <= then; one = dayAfter(one)) between += Number(isWorkingDay(one))
        expect(between).toBe(count)
      }),
    )
  })
})

describe('weeks, months and years', () => {
  it('weeks begin on Mondays', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const monday = mondayOf(day)
        expect(weekdayOf(monday)).toBe(1)
        expect(monday <= day && day <= dayAfter(monday, 6)).toBe(true)
      }),
    )
  })
  it('the nth weekday is in the month, on that weekday', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 4 }), (day, nth) => {
        const found = nthOfMonth(day, 'wednesday', nth)
        expect([found.slice(0, 7), weekdayOf(found), Math.ceil(Number(found.slice(8)) / 7)]).toEqual([day.slice(0, 7), 3, nth])
        expect(firstOfNextMonth(day) > found).toBe(true)
      }),
    )
  })
  it.each([
    ['2027-01-11', '2028-01-11'],
    ['2028-02-29', '2029-02-28'],
    ['2027-12-31', '2028-12-31'],
  ])('a year after %s is %s', (day, later) => expect(yearsAfter(day, 1)).toBe(later))
})
