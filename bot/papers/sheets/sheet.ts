import type { Day } from '../../domain/projects/calendar.js'

/** What stands in a cell, with what it is: `kronor` is an amount in kronor (not öre), `hours` may be quarters. */
export type Cell =
  undefined | { kind: 'text'; text: string } | { kind: 'number' | 'kronor' | 'hours'; number: number } | { kind: 'day'; day: Day }

/** `width` is in letters. */
export type Heading = { title: string; width: number }

/** A sheet of a workbook, or a CSV file: typed cells under a row of headings. */
export type Sheet = { name: string; headings: readonly Heading[]; rows: readonly (readonly Cell[])[] }

export const textCell = (text: string | undefined): Cell => (text ? { kind: 'text', text } : undefined)
export const numberCell = (number: number | undefined): Cell => (number === undefined ? undefined : { kind: 'number', number })
export const hoursCell = (number: number | undefined): Cell => (number === undefined ? undefined : { kind: 'hours', number })
/** An amount in öre, as kronor. Two decimals are exact enough for all that a city can spend. */
export const kronorCell = (ore: number | undefined): Cell =>
  ore === undefined ? undefined : { kind: 'kronor', number: ore / 100 }
export const dayCell = (day: Day | undefined): Cell => (day === undefined ? undefined : { kind: 'day', day })
