import { ACCENT, INK, STYLES, type Column, type Pdf, type Style, type Tag, type TagOptions } from './style.js'
import { tableOn, type WrittenTable } from './table.js'
import { TYPEFACE } from './typeface.js'

const HEADING = { title: 'H1', part: 'H2', item: 'H3', small: 'H4' } as const
export type Heading = keyof typeof HEADING

// The library writes a plain string as a name, and only an object of String as words.
const inPdf = (words: string): string => new String(words) as string

const BULLET_INDENT = 14
const BOX = 9

/**
 * Writes onto the pages of a tagged PDF, from top to bottom: everything that is put on it has its place in the document's structure, and what is only
 * drawn is marked as such, so that a screen reader reads it as it is meant.
 */
export type Sheet = ReturnType<typeof sheetOn>

export function sheetOn(doc: Pdf) {
  const { left, right, top, bottom } = doc.page.margins
  const whole: Column = { x: left, width: doc.page.width - left - right }
  const floor = doc.page.height - bottom
  doc.registerFont('regular', TYPEFACE.regular()).registerFont('bold', TYPEFACE.bold())
  const root = doc.struct('Document')
  doc.addStructure(root)

  /** An element within another; `write` puts what stands in it. */
  function tag(parent: Tag, type: string, options: TagOptions = {}): Tag {
    const made = doc.struct(type, options)
    parent.add(made)
    return made
  }

  /** What `draw` puts on the page is the content of a new element. */
  const content = (parent: Tag, type: string, draw: () => void, options: TagOptions = {}): void =>
    void parent.add(doc.struct(type, options, [draw]))

  /** What is seen and not read: lines, page numbers. */
  function ornament(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    doc.markContent('Artifact', { type })
    draw()
    doc.endMarkedContent()
  }

  /** Begins a new page when there is not so much room on this one. */
  function room(height: number): void {
    if (doc.y + height > floor) doc.addPage()
  }

  const inStyle = ({ size, face, colour }: Style): Pdf => doc.font(face).fontSize(size).fillColor(colour)

  function put(words: string, style: Style, { x, width }: Column): void {
    // The space ends the word for whoever reads the text without the lines.
    inStyle(style).text(`${words} `, x, doc.y, { width, lineGap: 1.5 })
  }

  function paragraph(parent: Tag, words: string, style: Style = STYLES.text, column: Column = whole): void {
    doc.y += style.before
    room(style.size * 2.6)
    content(parent, 'P', () => put(words, style, column))
  }

  function heading(parent: Tag, level: Heading, words: string): void {
    const style = STYLES[level]
    if (doc.y > top) doc.y += style.before
    // A heading stays with the first lines below it.
    room(style.size * 1.5 + 60)
    if (level === 'part') doc.outline.addItem(words)
    content(parent, HEADING[level], () => put(words, style, whole))
  }

  /** A list with bullets, or with boxes to tick. */
  function list(
    parent: Tag,
    items: readonly string[],
    column: Column = whole,
    mark: 'bullet' | 'box' = 'bullet',
    style: Style = STYLES.text,
  ): void {
    const made = tag(parent, 'L')
    for (const item of items) {
      doc.y += 2
      room(style.size * 1.6)
      const entry = tag(made, 'LI')
      const y = doc.y
      content(
        entry,
        'Lbl',
        () => (mark === 'box' ? box(column.x, y) : bullet(column.x, y, style)),
        mark === 'box' ? { actual: '☐ ' } : {},
      )
      doc.y = y
      content(entry, 'LBody', () => put(item, style, { x: column.x + BULLET_INDENT, width: column.width - BULLET_INDENT }))
    }
  }

  const bullet = (x: number, y: number, style: Style): void => void inStyle(style).text('• ', x + 3, y, { lineBreak: false })
  const box = (x: number, y: number): void =>
    void doc
      .lineWidth(0.9)
      .strokeColor(INK)
      .rect(x + 0.5, y + 2.5, BOX, BOX)
      .stroke()

  /** Terms on the left, each with what `write` puts on the right. */
  function terms(parent: Tag, entries: readonly { term: string; write: (parent: Tag, column: Column) => void }[]): void {
    const made = tag(parent, 'L')
    const side = 112
    for (const { term, write } of entries) {
      doc.y += 3
      room(STYLES.text.size * 3)
      const entry = tag(made, 'LI')
      const y = doc.y
      const page = doc.page
      content(entry, 'Lbl', () => put(term, STYLES.strong, { x: whole.x, width: side - 8 }))
      const below = doc.y
      doc.y = y - STYLES.text.before
      write(tag(entry, 'LBody'), { x: whole.x + side, width: whole.width - side })
      if (doc.page === page) doc.y = Math.max(doc.y, below)
    }
  }

  /** A link is a line of its own, with the address below it for who reads it on paper. */
  function link(parent: Tag, title: string, url: string, column: Column): void {
    doc.y += STYLES.text.before
    room(STYLES.text.size * 3)
    const y = doc.y
    const width = Math.min(inStyle(STYLES.text).widthOfString(title), column.width)
    const made: Tag = doc.struct('Link', {}, [
      () => {
        inStyle({ ...STYLES.text, colour: ACCENT }).text(`${title} `, column.x, y, { width: column.width, underline: true })
        // Its own words for who cannot see it; the typings do not know that a link has a place in the structure.
        const annotation = { structParent: made, Contents: inPdf(title) }
        doc.link(column.x, y, width, doc.y - y, url, annotation)
      },
    ])
    tag(parent, 'P').add(made)
    paragraph(parent, url, { ...STYLES.quiet, before: 0 }, column)
  }

  /** A drawing of which `alt` tells everything; `draw` is called at its upper left corner, in its own measures. */
  function figure(parent: Tag, drawing: { width: number; height: number }, alt: string, draw: () => void): void {
    const scale = Math.min(whole.width / drawing.width, (floor - top - 10) / drawing.height)
    doc.y += 8
    room(drawing.height * scale)
    const { y } = doc
    const bbox = [whole.x, y, whole.x + drawing.width * scale, y + drawing.height * scale]
    const drawn = (): void => {
      doc.save().translate(whole.x, y).scale(scale)
      draw()
      doc.restore()
    }
    content(parent, 'Figure', drawn, { alt, bbox })
    doc.x = whole.x
    doc.y = y + drawing.height * scale
  }

  const table = (parent: Tag, written: WrittenTable, shares: readonly number[]): void =>
    tableOn({ doc, whole, floor, tag, content, ornament, room, inStyle, put }, parent, written, shares)

  /** A line to write on, after so much room: seen and not read, since the words below it tell what it is for. */
  function rule(above: number, width: number): void {
    room(above + STYLES.text.size * 3)
    doc.y += above
    ornament(() =>
      doc
        .lineWidth(0.7)
        .strokeColor(INK)
        .moveTo(whole.x, doc.y)
        .lineTo(whole.x + width, doc.y)
        .stroke(),
    )
  }

  /** A line at the foot of every page; called when all pages are there. */
  function footers(words: (page: number, pages: number) => string): void {
    const { start, count } = doc.bufferedPageRange()
    for (let index = start; index < start + count; index++) {
      doc.switchToPage(index)
      // Below the margin, where text would otherwise begin a new page.
      doc.page.margins.bottom = 0
      ornament(
        () =>
          inStyle(STYLES.quiet).text(words(index - start + 1, count), left, floor + 16, {
            width: whole.width,
            align: 'center',
            lineBreak: false,
          }),
        'Pagination',
      )
    }
  }

  return { root, tag, paragraph, heading, list, terms, link, figure, table, rule, footers, end: () => root.end() }
}
