import { describe, expect, it } from '@jest/globals'
import Holidays from 'date-holidays'
import { easterDay, NAMED_DAYS, NAMES_OF_DAYS, nameOf, type NamedDay } from '../../../bot/domain/desk/named-days.js'
import { weekdayOf } from '../../../bot/domain/desk/stockholm-time.js'

const CALENDAR: Record<NamedDay, readonly [string, string]> = {
  'new-years-day': ['2026-01-01', '2027-01-01'],
  epiphany: ['2026-01-06', '2027-01-06'],
  'good-friday': ['2026-04-03', '2027-03-26'],
  'easter-day': ['2026-04-05', '2027-03-28'],
  'easter-monday': ['2026-04-06', '2027-03-29'],
  'first-of-may': ['2026-05-01', '2027-05-01'],
  'ascension-day': ['2026-05-14', '2027-05-06'],
  'whit-sunday': ['2026-05-24', '2027-05-16'],
  'national-day': ['2026-06-06', '2027-06-06'],
  'midsummer-day': ['2026-06-20', '2027-06-26'],
  'all-saints-day': ['2026-10-31', '2027-11-06'],
  'christmas-day': ['2026-12-25', '2027-12-25'],
  'boxing-day': ['2026-12-26', '2027-12-26'],
  'easter-eve': ['2026-04-04', '2027-03-27'],
  'midsummer-eve': ['2026-06-19', '2027-06-25'],
  'christmas-eve': ['2026-12-24', '2027-12-24'],
  'new-years-eve': ['2026-12-31', '2027-12-31'],
  'eve-of-epiphany': ['2026-01-05', '2027-01-05'],
  'maundy-thursday': ['2026-04-02', '2027-03-25'],
  'walpurgis-eve': ['2026-04-30', '2027-04-30'],
  'eve-of-all-saints': ['2026-10-30', '2027-11-05'],
}

describe('days with a name', () => {
  it.each(NAMES_OF_DAYS)('%s is when the calendars of 2026 and 2027 say', (name) => {
    const { rule } = NAMED_DAYS[name]
    expect([rule(2026), rule(2027)]).toEqual(CALENDAR[name])
    expect(CALENDAR[name].map(nameOf)).toEqual([name, name])
  })

  it('are the same as those of the library that knows the holidays of the world, for a century', () => {
    const sweden = new Holidays('SE', { types: ['public', 'bank', 'optional', 'observance'] })
    for (let year = 2005; year < 2105; year++) {
      const theirs = new Set(sweden.getHolidays(year).map(({ date }) => date.slice(0, 10)))
      for (const name of NAMES_OF_DAYS) expect(theirs).toContain(NAMED_DAYS[name].rule(year))
    }
  })

  it('close by law when that library says so, for a century', () => {
    const sweden = new Holidays('SE', { types: ['public'] })
    const byLaw = NAMES_OF_DAYS.filter((name) => NAMED_DAYS[name].kind === 'public')
    for (let year = 2005; year < 2105; year++) {
      const theirs = sweden.getHolidays(year).filter(({ type }) => type === 'public')
      expect([...new Set(byLaw.map((name) => NAMED_DAYS[name].rule(year)))].sort()).toEqual(
        [...new Set(theirs.map(({ date }) => date.slice(0, 10)))].sort(),
      )
    }
  })

  it.each([
    [2000, '04-23'],
    [2008, '03-23'],
    [2011, '04-24'],
    [2019, '04-21'],
    [2024, '03-31'],
    [2025, '04-20'],
    [2028, '04-16'],
    [2029, '04-01'],
    [2030, '04-21'],
    [2038, '04-25'],
    [2049, '04-18'],
    [2076, '04-19'],
    [2285, '03-22'],
  ])('Easter of %d is on %s', (year, date) => expect(easterDay(year)).toBe(`${year}-${date}`))

  it('that move fall on their weekday within their dates, for a century', () => {
    for (let year = 2000; year < 2100; year++) {
      expect(weekdayOf(easterDay(year))).toBe(0)
      const midsummer = NAMED_DAYS['midsummer-day'].rule(year)
      const allSaints = NAMED_DAYS['all-saints-day'].rule(year)
      expect([weekdayOf(midsummer), weekdayOf(allSaints)]).toEqual([6, 6])
      expect(midsummer >= `${year}-06-20` && midsummer <= `${year}-06-26`).toBe(true)
      expect(allSaints >= `${year}-10-31` && allSaints <= `${year}-11-06`).toBe(true)
    }
  })

  it('are told by the one that closes most where two meet', () => expect(nameOf('2285-04-30')).toBe('ascension-day'))
  it('are few', () => expect(nameOf('2026-02-14')).toBeUndefined())
})
