import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { doorOf } from '../../../bot/domain/desk/door.js'
import { NAMES_OF_DAYS, NAMED_DAYS } from '../../../bot/domain/desk/named-days.js'
import {
  Hours,
  afterOpenMinutes,
  isOpen,
  openingsAfter,
  opensNext,
  type HoursChange,
} from '../../../bot/domain/desk/opening-hours.js'
import { aQueue, at, officeHours } from '../../fixtures/desk.js'

const lead = (is: HoursChange['is'], from: string, until: string): HoursChange => ({
  is,
  from: at(from),
  until: at(until),
  reason: 'because',
  by: 'lead',
})
const usual = { hours: officeHours(), changes: [] }

describe('opening hours', () => {
  it.each([
    ['2026-06-15 07:59', false, '2026-06-15 08:00'],
    ['2026-06-15 08:00', true, '2026-06-16 08:00'],
    ['2026-06-15 16:29', true, '2026-06-16 08:00'],
    ['2026-06-15 16:30', false, '2026-06-16 08:00'],
    ['2026-06-12 17:00', false, '2026-06-15 08:00'],
    ['2026-06-18 17:00', false, '2026-06-22 08:00'],
    ['2026-04-02 16:00', true, '2026-04-07 08:00'],
    ['2027-03-25 17:00', false, '2027-03-30 08:00'],
    ['2026-12-23 17:00', false, '2026-12-28 08:00'],
    ['2026-12-30 17:00', false, '2027-01-04 08:00'],
    ['2026-05-13 17:00', false, '2026-05-15 08:00'],
    ['2026-03-27 17:00', false, '2026-03-30 08:00'],
    ['2026-10-23 17:00', false, '2026-10-26 08:00'],
  ])('at %s: open is %s, and it opens next at %s', (when, open, next) => {
    expect([isOpen(usual, at(when)), opensNext(usual, at(when))]).toEqual([open, at(next)])
  })

  it.each(NAMES_OF_DAYS.filter((name) => NAMED_DAYS[name].kind !== 'short'))('are none on %s', (name) => {
    const everyDay = {
      hours: Hours.parse({
        weekly: Object.fromEntries(Object.keys(usual.hours.weekly).map((day) => [day, [{ from: '00:00', to: '24:00' }]])),
      }),
      changes: [],
    }
    expect([2026, 2027].map((year) => isOpen(everyDay, at(`${NAMED_DAYS[name].rule(year)} 12:00`)))).toEqual([false, false])
  })

  it('may be shorter on a day with a name, and others on a date', () => {
    const hours = officeHours({
      namedDays: { 'walpurgis-eve': [{ from: '08:00', to: '12:00' }] },
      exceptions: [
        { from: '2026-07-01', to: '2026-07-31', open: [{ from: '09:00', to: '15:00' }] },
        { from: '2026-07-10', to: '2026-07-10', open: [] },
        { from: '2026-06-19', to: '2026-06-19', open: [{ from: '10:00', to: '11:00' }] },
      ],
    })
    const schedule = { hours, changes: [] }
    expect(
      [
        '2026-04-30 11:59',
        '2026-04-30 12:00',
        '2026-07-01 08:30',
        '2026-07-11 12:00',
        '2026-07-10 12:00',
        '2026-06-19 10:30',
      ].map((when) => isOpen(schedule, at(when))),
    ).toEqual([true, false, false, true, false, true])
  })

  it('go on over midnight and over a clock change', () => {
    const night = [{ from: '22:00', to: '24:00' }]
    const morning = [{ from: '00:00', to: '06:00' }]
    const none = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] }
    const schedule = { hours: Hours.parse({ weekly: { ...none, saturday: night, sunday: morning } }), changes: [] }
    const hours = (when: string): number => {
      const [opening] = openingsAfter(schedule, at(when))
      return (opening!.to.getTime() - opening!.from.getTime()) / 3_600_000
    }
    // The nights to 29 March and to 25 October 2026, and one without a change.
    expect(['2026-03-28 12:00', '2026-10-25 01:00', '2026-02-14 12:00'].map(hours)).toEqual([7, 9, 8])
  })

  it('lose a span within the hour that is left out in spring, and keep what is left of one that begins in it', () => {
    const every = (spans: object[]): object => Object.fromEntries(Object.keys(usual.hours.weekly).map((each) => [each, spans]))
    const spans = [
      { from: '02:10', to: '02:50' },
      { from: '02:55', to: '04:00' },
    ]
    const shown = [...openingsAfter({ hours: Hours.parse({ weekly: every(spans) }), changes: [] }, at('2026-03-29 00:00'))]
    expect(shown.slice(0, 2)).toEqual([
      { from: at('2026-03-29 03:00'), to: at('2026-03-29 04:00') },
      { from: at('2026-03-30 02:10'), to: at('2026-03-30 02:50') },
    ])
  })

  it.each([
    ['2026-06-15 10:00', 60, '2026-06-15 11:00'],
    ['2026-06-15 16:00', 60, '2026-06-16 08:30'],
    ['2026-06-18 16:00', 60, '2026-06-22 08:30'],
    ['2026-06-13 12:00', 0, '2026-06-15 08:00'],
    ['2026-03-27 16:00', 540, '2026-03-30 16:30'],
  ])('from %s count %d minutes of open time to %s', (from, minutes, to) => {
    expect(afterOpenMinutes(usual, at(from), minutes)).toEqual(at(to))
  })

  it('are changed by the lead for a while, the latest decision first', () => {
    const changes = [
      lead('closed', '2026-06-15 13:00', '2026-06-15 15:00'),
      lead('open', '2026-06-15 14:00', '2026-06-15 14:30'),
      lead('open', '2026-06-13 10:00', '2026-06-13 12:00'),
      lead('open', '2026-06-16 16:00', '2026-06-16 18:00'),
    ]
    const shown = [...openingsAfter({ hours: officeHours(), changes }, at('2026-06-13 00:00'))].slice(0, 5)
    expect(shown).toEqual(
      [
        ['2026-06-13 10:00', '2026-06-13 12:00'],
        ['2026-06-15 08:00', '2026-06-15 13:00'],
        ['2026-06-15 14:00', '2026-06-15 14:30'],
        ['2026-06-15 15:00', '2026-06-15 16:30'],
        ['2026-06-16 08:00', '2026-06-16 18:00'],
      ].map(([from, to]) => ({ from: at(from!), to: at(to!) })),
    )
  })

  const span = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 }))
  const two = (value: number): string => String(value).padStart(2, '0')
  const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  const day = span.map(([one, other]) =>
    one === other ? [] : [{ from: clock(Math.min(one, other)), to: clock(Math.max(one, other)) }],
  )
  const week = fc
    .record({ monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day })
    .filter((days) => Object.values(days).filter((spans) => spans.length > 0).length > 1)
  const moment = fc.date({ min: at('2026-01-01 00:00'), max: at('2027-12-31 00:00'), noInvalidDate: true })
  const changes = fc.array(
    fc
      .record({ is: fc.constantFrom('open' as const, 'closed' as const), from: moment, hours: fc.integer({ min: 1, max: 72 }) })
      .map(({ is, from, hours }): HoursChange => ({
        is,
        from,
        until: new Date(from.getTime() + hours * 3_600_000),
        reason: '',
        by: '',
      })),
    { maxLength: 4 },
  )

  it('are openings in order, apart, and open at both ends and nowhere else', () => {
    fc.assert(
      fc.property(week, changes, moment, (weekly, made, when) => {
        const schedule = { hours: Hours.parse({ weekly }), changes: made }
        let before = when
        for (const { from, to } of [...openingsAfter(schedule, when)].slice(0, 6)) {
          expect(from < to && (from > before || from <= when)).toBe(true)
          expect([from, new Date(to.getTime() - 1), to].map((moment) => isOpen(schedule, moment))).toEqual([true, true, false])
          expect(from > when ? isOpen(schedule, new Date(from.getTime() - 1)) : false).toBe(false)
          before = to
        }
      }),
      { numRuns: 150 },
    )
  })

  it('add up to the minutes that were counted', () => {
    fc.assert(
      fc.property(week, changes, moment, fc.integer({ min: 1, max: 5000 }), (weekly, made, when, minutes) => {
        const schedule = { hours: Hours.parse({ weekly }), changes: made }
        const due = afterOpenMinutes(schedule, when, minutes)
        let passed = 0
        for (const { from, to } of openingsAfter(schedule, when)) {
          if (!due || from >= due) break
          passed += Math.min(to.getTime(), due.getTime()) - Math.max(from.getTime(), when.getTime())
        }
        if (due) expect(passed).toBe(minutes * 60_000)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['a span that ends before it begins', { monday: [{ from: '16:00', to: '08:00' }] }],
    [
      'spans that overlap',
      {
        monday: [
          { from: '08:00', to: '12:00' },
          { from: '11:00', to: '13:00' },
        ],
      },
    ],
    ['a time that no clock shows', { monday: [{ from: '8', to: '25:00' }] }],
    ['a week that is never open', Object.fromEntries(Object.keys(usual.hours.weekly).map((each) => [each, []]))],
  ])('refuse %s', (_, weekly) => {
    expect(Hours.safeParse({ weekly: { ...usual.hours.weekly, ...weekly } }).success).toBe(false)
  })
})

describe('the door of a queue', () => {
  const hours = officeHours({ lastChatMinutes: 15, exceptions: [{ from: '2026-09-01', to: '2026-09-01', open: [] }] })
  const queue = aQueue({
    hours,
    changes: [lead('closed', '2026-06-17 12:00', '2026-06-17 14:00'), lead('closed', '2026-06-24 15:00', '2026-06-25 10:00')],
  })

  it.each([
    ['2026-06-15 10:00', true, 'open'],
    ['2026-06-15 10:00', false, 'nobody-there'],
    ['2026-06-15 16:14', true, 'open'],
    ['2026-06-15 16:15', true, 'last-chat-taken'],
    ['2026-06-15 17:00', true, 'outside-hours'],
    ['2026-06-14 12:00', true, 'outside-hours'],
    ['2026-06-19 10:00', true, 'named-day'],
    ['2026-09-01 10:00', true, 'exception'],
    ['2026-06-17 12:00', true, 'closed-by-lead'],
    ['2026-06-17 14:00', true, 'open'],
    ['2026-06-24 15:00', true, 'closed-by-lead'],
    ['2026-06-24 20:00', true, 'outside-hours'],
    ['2026-06-25 09:00', true, 'closed-by-lead'],
  ])('at %s, somebody there: %s, is %s', (when, isAttended, is) => {
    const door = doorOf(queue, at(when), isAttended)
    expect(door.is === 'open' ? 'open' : door.why).toBe(is)
  })

  it('says when it opens next, also after the lead closed it', () => {
    expect(doorOf(queue, at('2026-06-17 12:30'), true)).toMatchObject({
      opensNext: at('2026-06-17 14:00'),
      lead: { reason: 'because' },
    })
    expect(doorOf(queue, at('2026-06-24 20:00'), true)).toMatchObject({ opensNext: at('2026-06-25 10:00') })
  })
})
