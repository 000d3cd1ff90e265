import type { IRunOptions, ISectionOptions, Paragraph, Table, TextRun } from 'docx'
import { linesOf, type Block, type Paper, type PaperTable } from './paper.js'

type Docx = typeof import('docx')

// The looks of the PDF; sizes in half points, widths in twentieths of a point.
const FACE = 'Calibri'
const INK = '16222E'
const QUIET = '41505F'
const SIZES = { title: 42, part: 30, item: 25, text: 22, quiet: 19, cell: 19 } as const
const PAGE = { width: 11_906, height: 16_838, margin: 1_134 }
const INSIDE = PAGE.width - 2 * PAGE.margin
// The languages that Word has spelling for: British, not American, English.
const SPELLING: Readonly<Record<string, string>> = { sv: 'sv-SE', en: 'en-GB' }

/** A paper as a Word document with real headings, lists and tables, and its language, so that it can be read aloud and worked on. */
export async function paperWord(paper: Paper): Promise<Buffer> {
  // Loaded when it is first asked for: most who start the bot never need it.
  const docx = await import('docx')
  const heading = headingIn(docx)
  const children = [
    heading(paper.title, 'HEADING_1'),
    ...termsIn(docx, paper.facts),
    ...paper.parts.flatMap(({ title, blocks }) => [
      heading(title, 'HEADING_2'),
      ...blocks.flatMap((block) => blockIn(docx, block)),
    ]),
  ]
  const made = new docx.Document({
    title: paper.title,
    creator: 'Lotsen',
    styles: stylesFor(paper.language),
    numbering: { config: [{ reference: 'bullets', levels: [bulletIn(docx)] }] },
    sections: [{ properties: { page: PAGE_OF }, footers: { default: footIn(docx, paper) }, children }],
  })
  return docx.Packer.toBuffer(made)
}

const { margin } = PAGE
const PAGE_OF: NonNullable<ISectionOptions['properties']>['page'] = {
  size: { width: PAGE.width, height: PAGE.height },
  margin: { top: margin, bottom: margin, left: margin, right: margin },
}

function stylesFor(language: string) {
  const spelling = SPELLING[language.split('-')[0]!] ?? language
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: INK, font: FACE },
    paragraph: { spacing: { before, after: 80 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { size: SIZES.text, font: FACE, color: INK, language: { value: spelling } },
        paragraph: { spacing: { after: 80 } },
      },
      heading1: heading(SIZES.title, 0),
      heading2: heading(SIZES.part, 320),
      heading3: heading(SIZES.item, 220),
    },
  }
}

const headingIn =
  ({ Paragraph: Made, HeadingLevel }: Docx) =>
  (words: string, level: 'HEADING_1' | 'HEADING_2' | 'HEADING_3'): Paragraph =>
    new Made({ text: written(words), heading: HeadingLevel[level] })

const bulletIn = ({ LevelFormat, AlignmentType }: Docx) => ({
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 400, hanging: 260 } } },
})

function blockIn(docx: Docx, block: Block): (Paragraph | Table)[] {
  const { Paragraph: Made, TextRun, BorderStyle } = docx
  switch (block.kind) {
    case 'heading':
      return [headingIn(docx)(block.text, 'HEADING_3')]
    case 'text': {
      const looks = { strong: { bold: true }, quiet: { size: SIZES.quiet, color: QUIET }, plain: {} }[block.tone ?? 'plain']
      return linesOf(block.text).map((line) => new Made({ children: [new TextRun({ text: written(line), ...looks })] }))
    }
    case 'list':
      return block.items.map(
        (item) =>
          new Made({
            numbering: { reference: 'bullets', level: 0 },
            children: linesOf(item).map((line, at) => new TextRun({ text: written(line), break: at === 0 ? 0 : 1 })),
          }),
      )
    case 'terms':
      return termsIn(docx, block.entries)
    case 'signature': {
      const line = { style: BorderStyle.SINGLE, size: 6, color: INK, space: 4 }
      const text = new TextRun({ text: written(block.under), size: SIZES.quiet, color: QUIET })
      return [new Made({ spacing: { before: 800 }, indent: { right: INSIDE / 2 }, border: { top: line }, children: [text] })]
    }
    case 'table':
      return tableIn(docx, block)
  }
}

/** "Term: what it is", line by line. */
const termsIn = (docx: Docx, entries: Paper['facts']): Paragraph[] =>
  entries.flatMap(({ term, text }) =>
    linesOf(text).map(
      (line, at) =>
        new docx.Paragraph({
          indent: { left: 2_200, hanging: at === 0 ? 2_200 : 0 },
          tabStops: [{ type: 'left', position: 2_200 }],
          children: [
            ...(at === 0 ? [runIn(docx, { text: `${written(term)}\t`, bold: true })] : []),
            runIn(docx, { text: written(line) }),
          ],
        }),
    ),
  )

/** Its caption above it, its head said again on every page that it goes on to. */
function tableIn(docx: Docx, { caption, head, rows, shares }: PaperTable): (Paragraph | Table)[] {
  const { Paragraph: Made, Table: MadeTable, TableRow, TableCell, WidthType, TableLayoutType } = docx
  const all = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((share / all) * INSIDE))
  const cell = (words: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [new Made({ children: [runIn(docx, { text: written(words), bold, size: SIZES.cell })] })],
    })
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((words, at) => cell(words, at, isHead || at === 0)),
    })
  const table = new MadeTable({
    columnWidths: widths,
    width: { size: INSIDE, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  })
  return [new Made({ keepNext: true, children: [runIn(docx, { text: written(caption), bold: true })] }), table]
}

function footIn({ Footer, Paragraph: Made, TextRun, PageNumber, AlignmentType }: Docx, { footWords }: Paper) {
  const [before, between, after] = footWords.map(written)
  const children = [before!, PageNumber.CURRENT, between!, PageNumber.TOTAL_PAGES, after!]
  const run = new TextRun({ children, size: SIZES.quiet, color: QUIET })
  return new Footer({ children: [new Made({ alignment: AlignmentType.CENTER, children: [run] })] })
}

const runIn = ({ TextRun: Made }: Docx, options: IRunOptions): TextRun => new Made(options)

/** What XML can carry: a character of control, or half of one, would make a document that Word refuses to open. */
const written = (words: string): string => words.replace(/[\p{Cs}\ufffe\uffff]|[^\P{Cc}\t\n\r]/gu, '')
