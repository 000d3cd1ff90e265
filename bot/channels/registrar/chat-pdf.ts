import { setImmediate as lettingOthersGo } from 'node:timers/promises'
import type { ChatPaper } from '../../desk/registrar/chat-paper.js'
import { collected, newPdf } from '../../papers/pdf/new-pdf.js'
import { sheetOn } from '../../papers/pdf/sheet.js'
import { STYLES } from '../../papers/pdf/style.js'

/** A chat as a tagged PDF that can be read aloud, in the looks of the city's other papers. */
export async function chatPdf(paper: ChatPaper, at: Date): Promise<Uint8Array> {
  const doc = await newPdf(paper.title, paper.language, at)
  const bytes = collected(doc)
  const sheet = sheetOn(doc)
  const { root } = sheet
  sheet.heading(root, 'title', paper.title)
  sheet.paragraph(root, paper.intro, STYLES.strong)
  sheet.terms(
    root,
    paper.facts.map(({ term, value }) => ({
      term,
      write: (parent, column) => sheet.paragraph(parent, value, STYLES.text, column),
    })),
  )
  for (const note of paper.notes) sheet.paragraph(root, note)
  const talk = sheet.tag(root, 'Sect')
  sheet.heading(talk, 'part', paper.talk.title)
  for (const { head, text, language } of paper.talk.lines) {
    // A long chat takes a while to write: others go on meanwhile.
    await lettingOthersGo()
    const said = sheet.tag(talk, 'Div', language === undefined ? {} : { lang: language })
    sheet.paragraph(said, head, { ...STYLES.quiet, before: 8 })
    for (const line of text.split('\n').filter(Boolean)) sheet.paragraph(said, line, { ...STYLES.text, before: 1 })
  }
  sheet.end()
  sheet.footers(paper.page)
  doc.end()
  return bytes
}
