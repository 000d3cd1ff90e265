import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/**
 * A text as a workbook can carry it. XML has no place for most characters of control, and makes one line break of another; Excel's own way
 * out is `_x000D_` for them, and `_x005F_` for what would be read as one.
 */
export function excelText(text: string): string {
  const escaped = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}\ufffd]|[^\P{Cc}\t\n]/gu, (letters) => letters.split('').map(unitOf).join(''))
  return needsMark(escaped) ? `${MARK}${escaped}` : escaped
}

const unitOf = (unit: string): string => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/**
 * The library that writes workbooks keeps its texts by name in an object, where `constructor` is found although nobody put it there. Such a
 * text is written behind a mark, which is taken out of the file again.
 */
const MARK = '\ue000'
const needsMark = (text: string): boolean => text in {} || text.startsWith(MARK)
const MARKED = new RegExp(`(<t(?: [^>]*)?>)${MARK}`, 'g')

/** A written workbook without the marks. `texts` are those that are in it. */
export function withoutMarks(workbook: Buffer, texts: readonly string[]): Buffer {
  if (!texts.some((text) => text.startsWith(MARK))) return workbook
  const files = unzipSync(workbook)
  const strings = strFromU8(files[STRINGS]!).replace(MARKED, '$1')
  return Buffer.from(zipSync({ ...files, [STRINGS]: strToU8(strings) }))
}
const STRINGS = 'xl/sharedStrings.xml'
