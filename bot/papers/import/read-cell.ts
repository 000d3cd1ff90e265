import { DayText } from '../../domain/projects/calendar.js'
import { POINTS } from '../../domain/projects/points.js'
import type { Translate } from '../../i18n/translate.js'
import { folded, type labelsOf } from '../sheets/people-labels.js'
import { BETWEEN, BUDGET_KINDS, type ColumnKind } from '../sheets/plan-columns.js'
import type { ImportFaultKind } from './import-fault.js'
import type { ReadCell } from './read-workbook.js'

/** What a cell says, or what is wrong with it. `undefined` is an empty cell. */
export type Understood = { value: unknown } | { fault: ImportFaultKind; values?: Readonly<Record<string, string | number>> }

export type ReadWords = {
  /** Every language that a workbook may be filled in with. */
  words: readonly Translate[]
  personOf: ReturnType<typeof labelsOf>['personOf']
}

const wrong = (fault: ImportFaultKind, values?: Readonly<Record<string, string | number>>): Understood =>
  values ? { fault, values } : { fault }
const right = (value: unknown): Understood => ({ value })

const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/
const MOST_KRONOR = 10_000_000_000
/** As many as the plan takes in one place. */
const MOST_NAMED = 50

/** Reads a cell by the kind of its column. References are taken as they stand: what they name is found when all sheets are read. */
export function readCell(cell: ReadCell, kind: ColumnKind, knows: ReadWords): Understood {
  if (isEmpty(cell)) return right(undefined)
  if (typeof cell === 'string' && ERRORS.test(cell)) return wrong('cell-error', { shown: cell })
  return READERS[kind](cell as Exclude<ReadCell, null>, knows)
}

export const isEmpty = (cell: ReadCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

type Reader = (cell: Exclude<ReadCell, null>, knows: ReadWords) => Understood

const READERS: Readonly<Record<ColumnKind, Reader>> = {
  id: (cell) => withText(cell, (words) => right(words.trim())),
  text: (cell) => withText(cell, right),
  day: readDay,
  hours: (cell) => withNumber(cell, 'not-a-number', right),
  kronor: readKronor,
  grade: (cell) =>
    withNumber(cell, 'not-a-grade', (grade) =>
      Number.isInteger(grade) && grade >= 1 && grade <= 5 ? right(grade) : wrong('not-a-grade'),
    ),
  point: (cell) =>
    withText(cell, (words) => {
      const point = POINTS.find((one) => folded(one) === folded(words))
      return point ? right(point) : wrong('not-a-point', { points: POINTS.join(', ') })
    }),
  'budget-kind': readBudgetKind,
  person: (cell, { personOf }) =>
    withText(cell, (words) => {
      const person = personOf(words)
      return person === undefined ? wrong('unknown-person', { name: words.trim() }) : right(person)
    }),
  people: readPeople,
  ref: (cell) => withText(cell, (words) => right(words.trim())),
  refs: (cell) => withSeveral(cell, right),
}

function withText(cell: Exclude<ReadCell, null>, then: (words: string) => Understood): Understood {
  if (typeof cell === 'string') return then(cell)
  // A name may be a number, and Excel makes one of it. What it has made a date of can no longer be told.
  return typeof cell === 'number' ? then(String(cell)) : wrong('not-text')
}

/** As a number, or as people type one: "1 200,50". */
function withNumber(cell: Exclude<ReadCell, null>, fault: ImportFaultKind, then: (number: number) => Understood): Understood {
  const number = typeof cell === 'string' ? typedNumber(cell) : cell
  if (typeof number !== 'number' || !Number.isFinite(number)) return wrong(fault)
  return number < 0 ? wrong('negative') : then(number)
}

const typedNumber = (words: string): number | undefined =>
  /^\s*[-−]?\d{1,3}(?:[\s\u00a0\u202f]?\d{3})*(?:[.,]\d+)?\s*(?:kr|h|tim)?\s*$/i.test(words)
    ? Number(
        words
          .replace(/[^\d.,−-]/g, '')
          .replace('−', '-')
          .replace(',', '.'),
      )
    : undefined

export function readKronor(cell: Exclude<ReadCell, null>): Understood {
  return withNumber(cell, 'not-money', (kronor) => {
    if (kronor > MOST_KRONOR) return wrong('too-much')
    const ore = Math.round(kronor * 100)
    // Excel itself counts in fractions: a thousandth of an öre is nothing that somebody has written.
    return Math.abs(kronor * 100 - ore) > 1e-3 ? wrong('not-money') : right(ore)
  })
}

export const readWholeHours = (cell: Exclude<ReadCell, null>): Understood =>
  withNumber(cell, 'not-a-number', (hours) => (Number.isInteger(hours) ? right(hours) : wrong('not-whole-hours')))

function readDay(cell: Exclude<ReadCell, null>): Understood {
  const day = cell instanceof Date ? isoDay(cell) : typeof cell === 'string' ? cell.trim() : ''
  return DayText.safeParse(day).success ? right(day) : wrong('not-a-day')
}
const isoDay = (at: Date): string => (Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10))

function readBudgetKind(cell: Exclude<ReadCell, null>, { words }: ReadWords): Understood {
  return withText(cell, (said) => {
    const kind = BUDGET_KINDS.find((one) => words.some((t) => folded(t(`papers.budget-kind.${one}`)) === folded(said)))
    if (kind) return right(kind)
    return wrong('not-a-budget-kind', { kinds: BUDGET_KINDS.map((one) => words[0]!(`papers.budget-kind.${one}`)).join(', ') })
  })
}

function readPeople(cell: Exclude<ReadCell, null>, { personOf }: ReadWords): Understood {
  return withSeveral(cell, (names) => {
    const stranger = names.find((name) => personOf(name) === undefined)
    return stranger === undefined ? right(names.map((name) => personOf(name))) : wrong('unknown-person', { name: stranger })
  })
}

/** Counted before each is looked up: a cell can have ten thousand. */
const withSeveral = (cell: Exclude<ReadCell, null>, then: (names: string[]) => Understood): Understood =>
  withText(cell, (words) => {
    const names = several(words)
    return names.length > MOST_NAMED ? wrong('too-many', { most: MOST_NAMED }) : then(names)
  })

const several = (words: string): string[] =>
  words
    .split(BETWEEN)
    .map((one) => one.trim())
    .filter((one) => one !== '')
