import type PDFDocument from 'pdfkit'

export type Pdf = InstanceType<typeof PDFDocument>
export type Tag = PDFKit.PDFStructureElement
/** The typings of the library lag behind it: `scope` tells which cells a heading of a table is for. */
export type TagOptions = {
  title?: string
  lang?: string
  alt?: string
  actual?: string
  scope?: 'Row' | 'Column'
  bbox?: readonly number[]
}
type Face = 'regular' | 'bold'
export type Style = { size: number; face: Face; colour: string; before: number }

export const INK = '#16222e'
const QUIET = '#41505f'
export const ACCENT = '#0a4a82'
export const STYLES = {
  title: { size: 21, face: 'bold', colour: INK, before: 0 },
  part: { size: 15, face: 'bold', colour: INK, before: 16 },
  item: { size: 12.5, face: 'bold', colour: INK, before: 12 },
  small: { size: 10.5, face: 'bold', colour: INK, before: 6 },
  text: { size: 10.5, face: 'regular', colour: INK, before: 4 },
  strong: { size: 10.5, face: 'bold', colour: INK, before: 4 },
  quiet: { size: 9.5, face: 'regular', colour: QUIET, before: 4 },
  cell: { size: 9, face: 'regular', colour: INK, before: 0 },
  head: { size: 9, face: 'bold', colour: INK, before: 0 },
} as const satisfies Record<string, Style>

/** Where text is put: a column of the page. */
export type Column = { x: number; width: number }
