import type { Schedule, ScheduledItem } from '../domain/permits/plan-types.js'
import { addDays, dateText, daysBetween, monthText, shortDateText } from './plan-dates.js'
import { permitName, scheduleText } from './plan-words.js'
import type { PlanTeller } from './plan-teller.js'
import { textWidth, wrapText } from './text-width.js'

/** What a shape is, so that each surface gives it colours of its own. */
export type Tone = 'paper' | 'ink' | 'quiet' | 'line' | 'bar' | 'critical' | 'opening'

export type Shape =
  | {
      kind: 'text'
      x: number
      y: number
      text: string
      size: number
      bold: boolean
      anchor: 'start' | 'middle' | 'end'
      tone: Tone
    }
  /** `hollow`: an outline, dashed, for what may be. */
  | { kind: 'bar'; x: number; y: number; width: number; height: number; tone: Tone; hollow: boolean }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; thick: number; tone: Tone; dashed: boolean }
  | { kind: 'diamond'; x: number; y: number; size: number; tone: Tone }

/** A timeline as shapes: written as SVG for pages and as vectors into a PDF. */
export type TimelinePicture = { width: number; height: number; title: string; description: string; shapes: readonly Shape[] }

const WIDTH = 680
const EDGE = 16
const INDENT = 12
const LEFT = EDGE + INDENT
const RIGHT = WIDTH - EDGE
const NAME = 15
const SMALL = 13
const NAME_LINE = 19
const BAR = 10
const GAP = 14
const AXIS = 40
const POINT = 6
// A bar that is shorter than this cannot be seen.
const LEAST_BAR = 3

/** Row by row from the day one starts, with both the shorter and the longer times; what the opening hangs on is marked by more than colour. */
export function timelinePicture(schedule: Schedule, teller: PlanTeller): TimelinePicture {
  const { t } = teller
  const days = Math.max(7, daysBetween(schedule.start, schedule.opening.most), ...schedule.items.map(({ doneMost }) => doneMost))
  const at = (day: number): number => LEFT + (day / days) * (RIGHT - LEFT)
  const { shapes: rows, end } = rowsOf(schedule, teller, at)
  const openings = openingRows(schedule, teller, at, end)
  const legend = legendRows(t, openings.end + GAP)
  const height = legend.end + EDGE
  const told = scheduleText(schedule, teller)
  return {
    width: WIDTH,
    height,
    title: t('plan.svg.title'),
    description: t('plan.svg.desc', told),
    shapes: [
      { kind: 'bar', x: 0, y: 0, width: WIDTH, height, tone: 'paper', hollow: false },
      ...axis(schedule.start, days, teller.language, at, openings.end),
      ...openingLines(schedule, at, openings.end),
      ...rows,
      ...openings.shapes,
      ...legend.shapes,
    ],
  }
}

type Words = Extract<Shape, { kind: 'text' }>
type Place = (day: number) => number
type Rows = { shapes: Shape[]; end: number }

const text = (x: number, y: number, words: string, more: Partial<Words> = {}): Words => ({
  kind: 'text',
  x,
  y,
  text: words,
  size: NAME,
  bold: false,
  anchor: 'start',
  tone: 'ink',
  ...more,
})

const line = (x1: number, y1: number, x2: number, y2: number, tone: Tone, thick: number, dashed = false): Shape => ({
  kind: 'line',
  x1,
  y1,
  x2,
  y2,
  tone,
  thick,
  dashed,
})

/** Words on paper of their own, so that no line runs through them. */
const onPaper = (words: Words): Shape[] => {
  const width = textWidth(words.text, words.size) * (words.bold ? 1.05 : 1)
  const x = words.anchor === 'end' ? words.x - width : words.x
  return [
    { kind: 'bar', x: x - 1, y: words.y - words.size, width: width + 2, height: words.size + 4, tone: 'paper', hollow: false },
    words,
  ]
}

const STEPS = [7, 14, 28, 56, 91, 182, 364]
const MOST_TICKS = 7

function axis(start: string, days: number, language: string, at: Place, bottom: number): Shape[] {
  const step = STEPS.find((candidate) => days / candidate <= MOST_TICKS) ?? 728
  const label = step > 56 ? monthText : shortDateText
  const ticks = Array.from({ length: Math.floor(days / step) + 1 }, (_, index) => index * step)
  return ticks.flatMap((day) => {
    const words = label(addDays(start, day), language)
    const half = textWidth(words, SMALL) / 2
    // The first and the last label stay within the picture.
    const x = Math.min(Math.max(at(day), EDGE + half), RIGHT - half)
    return [
      line(at(day), AXIS - 8, at(day), bottom, 'line', 1),
      text(x, AXIS - 16, words, { size: SMALL, anchor: 'middle', tone: 'quiet' }),
    ]
  })
}

function rowsOf({ items }: Schedule, teller: PlanTeller, at: Place): Rows {
  const inOrder = [...items].sort((one, other) => one.sentMost - other.sentMost || one.doneMost - other.doneMost)
  return inOrder.reduce<Rows>(
    ({ shapes, end }, item) => {
      const name = permitName(item.permit, teller)
      const row = rowOf(item, item.timeUnknown ? teller.t('plan.svg.unknown', { name }) : name, at, end)
      return { shapes: [...shapes, ...row.shapes], end: row.end }
    },
    { shapes: [], end: AXIS },
  )
}

function rowOf(item: ScheduledItem, name: string, at: Place, top: number): Rows {
  const lines = wrapText(name, NAME, RIGHT - LEFT)
  const tone = item.critical ? 'critical' : 'bar'
  const names = lines.flatMap((words, index) =>
    onPaper(text(LEFT, top + NAME + index * NAME_LINE, words, { bold: item.critical })),
  )
  const bars = barsOf(item, tone, at, top + lines.length * NAME_LINE + 4)
  // A line down the side, bold letters and a darker bar: none of them is colour alone.
  const mark = item.critical ? [line(EDGE + 2, top + 2, EDGE + 2, bars.end, 'critical', 4)] : []
  return { shapes: [...mark, ...names, ...bars.shapes], end: bars.end + GAP }
}

function barsOf({ sentLeast, doneLeast, sentMost, doneMost }: ScheduledItem, tone: Tone, at: Place, y: number): Rows {
  const bar = (from: number, to: number, top: number, hollow: boolean): Shape =>
    to > from
      ? { kind: 'bar', x: at(from), y: top, width: Math.max(LEAST_BAR, at(to) - at(from)), height: BAR, tone, hollow }
      : { kind: 'diamond', x: at(from), y: top + BAR / 2, size: POINT, tone }
  const isOne = sentLeast === sentMost && doneLeast === doneMost
  const shorter = bar(sentLeast, doneLeast, y, false)
  return isOne
    ? { shapes: [shorter], end: y + BAR }
    : { shapes: [shorter, bar(sentMost, doneMost, y + BAR + 3, true)], end: y + 2 * BAR + 3 }
}

const openingDays = ({ start, opening }: Schedule): number[] =>
  [...new Set([opening.least, opening.most])].map((date) => daysBetween(start, date))

const openingLines = (schedule: Schedule, at: Place, bottom: number): Shape[] =>
  openingDays(schedule).map((day, index) => line(at(day), AXIS - 8, at(day), bottom, 'opening', 2, index > 0))

function openingRows(schedule: Schedule, { language, t }: PlanTeller, at: Place, top: number): Rows {
  const shapes = openingDays(schedule).flatMap((day, index): Shape[] => {
    const y = top + NAME + index * (NAME_LINE + 6)
    const words = `${t(index === 0 ? 'plan.svg.open' : 'plan.svg.open-most')}: ${dateText(addDays(schedule.start, day), language)}`
    const isLate = at(day) > WIDTH / 2
    return [
      { kind: 'diamond', x: at(day), y: y - 5, size: POINT + 1, tone: 'opening' },
      ...onPaper(text(at(day) + (isLate ? -14 : 14), y, words, { bold: index === 0, anchor: isLate ? 'end' : 'start' })),
    ]
  })
  return { shapes, end: top + NAME + openingDays(schedule).length * (NAME_LINE + 6) - 6 }
}

function legendRows(t: PlanTeller['t'], top: number): Rows {
  const sample =
    (tone: Tone, hollow: boolean) =>
    (x: number, y: number): Shape => ({ kind: 'bar', x, y, width: 28, height: BAR, tone, hollow })
  const entries: [(x: number, y: number) => Shape, string][] = [
    [sample('bar', false), t('plan.svg.least')],
    [sample('bar', true), t('plan.svg.most')],
    [(x, y) => line(x + 14, y - 4, x + 14, y + 14, 'critical', 4), t('plan.svg.critical')],
    [(x, y) => ({ kind: 'diamond', x: x + 14, y: y + BAR / 2, size: POINT, tone: 'bar' }), t('plan.svg.point')],
  ]
  const column = (RIGHT - EDGE) / 2
  const shapes = entries.flatMap(([shape, words], index) => {
    const x = EDGE + (index % 2) * column
    const y = top + Math.floor(index / 2) * 24
    return [shape(x, y), text(x + 38, y + BAR, words, { size: SMALL, tone: 'quiet' })]
  })
  return { shapes: [line(EDGE, top - 12, RIGHT, top - 12, 'line', 1), ...shapes], end: top + 24 + BAR }
}
