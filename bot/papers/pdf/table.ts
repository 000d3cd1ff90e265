import { STYLES, type Column, type Pdf, type Style, type Tag, type TagOptions } from './style.js'

export type WrittenTable = { caption: string; head: readonly string[]; rows: readonly (readonly string[])[] }

/** As much of a sheet as a table is written with. */
type Paper = {
  doc: Pdf
  whole: Column
  floor: number
  tag: (parent: Tag, type: string) => Tag
  content: (parent: Tag, type: string, draw: () => void, options?: TagOptions) => void
  ornament: (draw: () => void) => void
  room: (height: number) => void
  inStyle: (style: Style) => Pdf
  put: (words: string, style: Style, column: Column) => void
}

const PADDING = 4
const LINE = '#8a98a5'

/** A table with its caption. Where it goes on on a new page the heading is drawn again, for the eye only: it has been read aloud once. */
export function tableOn(paper: Paper, parent: Tag, { caption, head, rows }: WrittenTable, shares: readonly number[]): void {
  const { doc, whole, floor, tag, content, ornament, room, inStyle, put } = paper
  const columns = columnsOf(whole, shares)
  const heightOf = (cells: readonly string[]): number =>
    Math.max(...cells.map((cell, index) => inStyle(STYLES.head).heightOfString(`${cell} `, { width: columns[index]!.width }))) +
    PADDING * 2
  const draw = (cell: string, index: number, y: number, style: Style): void =>
    void inStyle(style).text(`${cell} `, columns[index]!.x, y + PADDING, { width: columns[index]!.width })
  const rule = (thick: number): void =>
    ornament(() =>
      doc
        .lineWidth(thick)
        .strokeColor(LINE)
        .moveTo(whole.x, doc.y)
        .lineTo(whole.x + whole.width, doc.y)
        .stroke(),
    )

  function headAgain(): void {
    const { y } = doc
    ornament(() => head.forEach((cell, index) => draw(cell, index, y, STYLES.head)))
    doc.y = y + heightOf(head)
    rule(1)
  }

  function row(cells: readonly string[], isHead: boolean): void {
    const height = heightOf(cells)
    if (doc.y + height > floor) {
      doc.addPage()
      if (!isHead) headAgain()
    }
    const { y } = doc
    const line = tag(made, 'TR')
    cells.forEach((cell, index) => {
      if (!isHead && index > 0) return content(line, 'TD', () => draw(cell, index, y, STYLES.cell))
      return content(line, 'TH', () => draw(cell, index, y, STYLES.head), { scope: isHead ? 'Column' : 'Row' })
    })
    doc.y = y + height
    rule(isHead ? 1 : 0.5)
  }

  doc.y += STYLES.strong.before
  room(100)
  const made = tag(parent, 'Table')
  content(made, 'Caption', () => put(caption, STYLES.strong, whole))
  row(head, true)
  for (const cells of rows) row(cells, false)
  doc.x = whole.x
}

function columnsOf({ x, width }: Column, shares: readonly number[]): Column[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share, index) => ({
    x: x + (shares.slice(0, index).reduce((sum, other) => sum + other, 0) / all) * width,
    width: (share / all) * width - PADDING * 2,
  }))
}
