import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { PlanTeller } from '../../../bot/cards/plan-teller.js'
import { textWidth, wrapText } from '../../../bot/cards/text-width.js'
import { timelinePicture, type Shape } from '../../../bot/cards/timeline-picture.js'
import { timelineSvg } from '../../../bot/cards/timeline-svg.js'
import type { Schedule, ScheduledItem } from '../../../bot/domain/permits/plan-types.js'
import { addDays } from '../../../bot/cards/plan-dates.js'
import { rulesOf } from '../../../bot/domain/permits/rules.js'
import { furnished, smallContent, translate } from '../../fixtures/plans-door.js'

const LONG =
  'Anläggningssamordningsansökan för uteserveringsmöbleringstillståndshandläggning på offentlig plats i Hägersten-Älvsjö stadsdelsområde'

async function teller(language = 'sv', name = LONG): Promise<PlanTeller> {
  const written = furnished()
  written.permits['food-registration'].name = { sv: name, en: name }
  const content = await smallContent(written)
  return { rules: rulesOf(content), content, language, t: translate(language) }
}

const item = (permit: string, times: Partial<ScheduledItem> = {}): ScheduledItem => ({
  permit,
  sentLeast: 0,
  sentMost: 0,
  doneLeast: 0,
  doneMost: 0,
  critical: false,
  waitsFor: [],
  timeUnknown: false,
  ...times,
})

const aSchedule = (items: ScheduledItem[], least: string, most: string): Schedule => ({
  start: '2027-02-01',
  items,
  criticalPath: items.filter(({ critical }) => critical).map(({ permit }) => permit),
  opening: { least, most },
})

const kept = (shape: Shape): boolean => {
  if (shape.kind === 'line') return [shape.x1, shape.x2].every((x) => x >= 0 && x <= 680)
  if (shape.kind === 'bar') return shape.x >= 0 && shape.x + shape.width <= 680 && shape.width > 0
  if (shape.kind === 'diamond') return shape.x >= 8 && shape.x <= 672
  const width = textWidth(shape.text, shape.size)
  const from = { start: shape.x, middle: shape.x - width / 2, end: shape.x - width }[shape.anchor]
  return from >= 0 && from + width <= 680
}

describe('the timeline', () => {
  it('keeps everything within the picture, whatever the days and however long the names', async () => {
    const told = await teller()
    const days = fc.tuple(fc.nat(900), fc.nat(300), fc.nat(300), fc.boolean())
    fc.assert(
      fc.property(fc.array(days, { maxLength: 5 }), fc.nat(20), (all, more) => {
        const ids = [...told.rules.permits.keys()]
        const items = all.map(([sent, least, most, critical], index) =>
          item(ids[index]!, {
            sentLeast: sent,
            sentMost: sent + most,
            doneLeast: sent + least,
            doneMost: sent + least + most,
            critical,
          }),
        )
        const last = Math.max(0, ...items.map(({ doneMost }) => doneMost))
        const picture = timelinePicture(
          aSchedule(items, addDays('2027-02-01', Math.floor(last / 2)), addDays('2027-02-01', last + more)),
          told,
        )
        expect(picture.shapes.filter((shape) => !kept(shape))).toEqual([])
        expect(picture.height).toBeGreaterThan(100)
      }),
    )
  })

  it('marks the longest way by more than colour: a line at its side and bold letters', async () => {
    const told = await teller('en', 'Food')
    const long = item('alcohol-licence', { doneLeast: 56, doneMost: 84, critical: true })
    const short = item('food-registration', { doneLeast: 7, doneMost: 7 })
    const { shapes } = timelinePicture(aSchedule([long, short], '2027-03-29', '2027-04-26'), told)
    const isBold = (words: string) => shapes.some((shape) => shape.kind === 'text' && shape.text === words && shape.bold)
    expect([isBold('Licence to <serve> alcohol'), isBold('Food')]).toEqual([true, false])
    // One for the item, one in the legend.
    expect(shapes.filter((shape) => shape.kind === 'line' && shape.tone === 'critical')).toHaveLength(2)
  })

  it('shows the shorter and the longer times apart, and once where they are the same', async () => {
    const told = await teller('en', 'Food')
    const bars = (one: Partial<ScheduledItem>) =>
      timelinePicture(aSchedule([item('food-registration', one)], '2027-03-01', '2027-03-01'), told).shapes.filter(
        (shape) => shape.kind === 'bar' && shape.tone === 'bar' && shape.width !== 28,
      ).length
    expect(bars({ doneLeast: 7, doneMost: 14 })).toBe(2)
    expect(bars({ doneLeast: 7, doneMost: 7 })).toBe(1)
    expect(bars({})).toBe(0)
  })

  it('is the same picture for the same plan, and says in words what it shows', async () => {
    const told = await teller('en', 'Food')
    const schedule = aSchedule(
      [item('alcohol-licence', { doneLeast: 56, doneMost: 84, critical: true })],
      '2027-03-29',
      '2027-04-26',
    )
    expect(timelineSvg(schedule, told)).toBe(timelineSvg(schedule, told))
    expect(timelineSvg(schedule, told)).toContain(
      'If you start on 1 February 2027, you can open on 29 March 2027 at the earliest. If everything takes the longer time, it will be 26 April 2027. The longest way goes through Licence to &lt;serve&gt; alcohol.',
    )
  })

  it('breaks long names between words, and a word that is too long within itself', () => {
    const lines = wrapText(LONG, 15, 300)
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.every((line) => textWidth(line, 15) <= 300)).toBe(true)
    expect(lines.join(' ').replace(/- /g, '').replace(/ /g, '')).toBe(LONG.replace(/ /g, '').replace(/-$/, ''))
  })
})
