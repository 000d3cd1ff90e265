import { setImmediate as lettingOthersGo } from 'node:timers/promises'
import { isDrawn } from '../cards/is-drawn.js'
import { linesOf, type Block, type Paper } from './paper.js'
import { collected, newPdf } from './pdf/new-pdf.js'
import { sheetOn, type Sheet } from './pdf/sheet.js'
import { STYLES, type Column, type Style, type Tag } from './pdf/style.js'

/** A paper as a tagged PDF that can be read aloud (PDF/UA). `at` is when it is made. */
export async function paperPdf(paper: Paper, at: Date): Promise<Buffer> {
  const doc = await newPdf(paper.title, paper.language, at)
  const bytes = collected(doc)
  const sheet = sheetOn(doc)
  sheet.heading(sheet.root, 'title', paper.title)
  termsOn(sheet, sheet.root, paper.facts)
  if (!isDrawn(JSON.stringify([paper.title, paper.facts, paper.parts]))) sheet.paragraph(sheet.root, paper.letters, STYLES.quiet)
  for (const { title, blocks } of paper.parts) {
    const part = sheet.tag(sheet.root, 'Sect')
    sheet.heading(part, 'part', title)
    for (const block of blocks) {
      // A long paper takes a while to write: others go on meanwhile.
      await lettingOthersGo()
      blockOn(sheet, part, block)
    }
  }
  sheet.end()
  sheet.footers(paper.foot)
  doc.end()
  return Buffer.from(await bytes)
}

function blockOn(sheet: Sheet, part: Tag, block: Block): void {
  switch (block.kind) {
    case 'text':
      return linesOn(sheet, part, block.text, STYLES[block.tone ?? 'text'])
    case 'heading':
      return sheet.heading(part, 'item', block.text)
    case 'list':
      return sheet.list(part, block.items)
    case 'terms':
      return termsOn(sheet, part, block.entries)
    case 'signature':
      return signatureOn(sheet, part, block.under)
    case 'table':
      return sheet.table(part, block, block.shares)
  }
}

const termsOn = (sheet: Sheet, parent: Tag, entries: Paper['facts']): void =>
  sheet.terms(
    parent,
    entries.map(({ term, text }) => ({
      term,
      write: (entry: Tag, column: Column) => linesOn(sheet, entry, text, STYLES.text, column),
    })),
  )

function linesOn(sheet: Sheet, parent: Tag, words: string, style: Style, column?: Column): void {
  for (const line of linesOf(words)) sheet.paragraph(parent, line, style, column)
}

const ROOM_TO_SIGN = 34

function signatureOn(sheet: Sheet, part: Tag, under: string): void {
  sheet.rule(ROOM_TO_SIGN, 240)
  sheet.paragraph(part, under, STYLES.quiet)
}
