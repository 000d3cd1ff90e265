import { setImmediate as lettingOthersGo } from 'node:timers/promises'
import type { PlanPaper } from '../../cards/plan-paper.js'
import type { ItemWords } from '../../cards/plan-words.js'
import type { Translate } from '../../i18n/translate.js'
import { collected, newPdf } from '../../papers/pdf/new-pdf.js'
import { sheetOn, type Sheet } from '../../papers/pdf/sheet.js'
import { STYLES, type Column, type Pdf, type Tag } from '../../papers/pdf/style.js'
import { drawPicture } from './pdf-picture.js'
import type { ToldPlan } from './told-plan.js'

// How the width of the table of times is shared.
const COLUMNS = [26, 17, 15, 22, 22, 10]

/** The plan as a tagged PDF that can be read aloud: the same words as the page, in the same order. */
export async function planPdf({ paper, teller }: ToldPlan, at: Date): Promise<Uint8Array> {
  const { t, language } = teller
  const doc = await newPdf(paper.title, language, at)
  const bytes = collected(doc)
  const sheet = sheetOn(doc)
  const { root } = sheet
  sheet.heading(root, 'title', paper.title)
  sheet.paragraph(root, paper.guidance, STYLES.strong)
  for (const line of paper.made) sheet.paragraph(root, line, STYLES.quiet)
  whole(sheet, doc, paper)
  fees(sheet, paper)
  for (const group of paper.groups) await items(sheet, group, t)
  changes(sheet, paper)
  answers(sheet, paper)
  for (const group of paper.rest) rest(sheet, group)
  sheet.end()
  sheet.footers((page, pages) => `${t('plan.site')}. ${t('plan.page', { page, pages })}`)
  doc.end()
  return bytes
}

function answers(sheet: Sheet, { answers: { title, list, none }, offPath }: PlanPaper): void {
  const part = sheet.tag(sheet.root, 'Sect')
  sheet.heading(part, 'part', title)
  if (list.length > 0) sheet.list(part, list)
  else sheet.paragraph(part, none)
  if (!offPath) return
  sheet.paragraph(part, offPath.what)
  sheet.list(part, offPath.list)
}

function whole(sheet: Sheet, doc: Pdf, { whole: { title, lines, picture, table, notes } }: PlanPaper): void {
  const part = sheet.tag(sheet.root, 'Sect')
  sheet.heading(part, 'part', title)
  for (const line of lines) sheet.paragraph(part, line)
  if (picture) {
    sheet.figure(part, picture, `${picture.title}. ${picture.description}`, () => drawPicture(doc, picture))
    sheet.table(part, table, COLUMNS)
  }
  for (const note of notes) sheet.paragraph(part, note)
}

function fees(sheet: Sheet, { fees: { title, sum, what, without } }: PlanPaper): void {
  const part = sheet.tag(sheet.root, 'Sect')
  sheet.heading(part, 'part', title)
  sheet.paragraph(part, sum, STYLES.strong)
  if (without.length === 0) return
  sheet.paragraph(part, what)
  sheet.list(part, without)
}

async function items(sheet: Sheet, { title, what, items: all }: PlanPaper['groups'][number], t: Translate): Promise<void> {
  const part = sheet.tag(sheet.root, 'Sect')
  sheet.heading(part, 'part', title)
  sheet.paragraph(part, what)
  for (const item of all) {
    // A long plan takes the better part of a second to write: whoever is chatting meanwhile need not wait for it.
    await lettingOthersGo()
    itemOn(sheet, sheet.tag(part, 'Art'), item, t)
  }
}

function itemOn(sheet: Sheet, article: Tag, item: ItemWords, t: Translate): void {
  sheet.heading(article, 'item', item.name)
  sheet.paragraph(article, item.statusText, STYLES.strong)
  sheet.paragraph(article, item.summary)
  sheet.terms(
    article,
    factsOf(sheet, item, t).flatMap(([key, write]) => (write ? [{ term: t(`plan.item.${key}`), write }] : [])),
  )
  formOn(sheet, article, item, t)
  if (item.checked) sheet.paragraph(article, item.checked, STYLES.quiet)
}

type Write = (parent: Tag, column: Column) => void

/** In the same order as on the page; what is empty is left out. */
function factsOf(sheet: Sheet, item: ItemWords, t: Translate): [key: string, write: Write | undefined][] {
  const several = (texts: readonly string[]): Write | undefined => {
    if (texts.length === 0) return undefined
    return texts.length > 1
      ? (parent, column) => sheet.list(parent, texts, column)
      : (parent, column) => sheet.paragraph(parent, texts[0]!, STYLES.text, column)
  }
  const one = (text: string | undefined): Write | undefined => several(text ? [text] : [])
  const { because, status, hangsOn, findOut, link } = item
  const reasons = because.length === 0 && status !== 'depends' ? [t('plan.item.because-none')] : because
  return [
    ['because', several(reasons)],
    ['find-out', several([...hangsOn.map((open) => t('plan.item.find-out-fact', open)), ...(findOut ? [findOut] : [])])],
    ['kind', one(item.kind)],
    ['decides', one(item.decides)],
    ['law', one(item.law)],
    ['fee', several(item.fees)],
    ['time', several([item.time, item.opening ?? ''].filter(Boolean))],
    ['first', several(item.first)],
    ['enclose', item.enclose.length > 0 ? (parent, column) => sheet.list(parent, item.enclose, column, 'box') : undefined],
    ['notes', several(item.notes)],
    ['link', link && ((parent, column) => sheet.link(parent, link.title, link.url, column))],
    ['ask', one(item.ask)],
  ]
}

function formOn(sheet: Sheet, article: Tag, { form }: ItemWords, t: Translate): void {
  if (!form) return
  sheet.heading(article, 'small', t('plan.item.form'))
  if (form.weak) sheet.paragraph(article, form.weak, STYLES.quiet)
  for (const key of ['asks', 'wrong'] as const) {
    if (form[key].length === 0) continue
    sheet.paragraph(article, t(`plan.item.${key}`), STYLES.strong)
    sheet.list(article, form[key])
  }
}

function changes(sheet: Sheet, { whatIf: { title, what, list } }: PlanPaper): void {
  if (list.length === 0) return
  const part = sheet.tag(sheet.root, 'Sect')
  sheet.heading(part, 'part', title)
  sheet.paragraph(part, what)
  sheet.list(part, list)
}

function rest(sheet: Sheet, { title, what, items: all }: PlanPaper['rest'][number]): void {
  const part = sheet.tag(sheet.root, 'Sect')
  sheet.heading(part, 'part', title)
  sheet.paragraph(part, what)
  sheet.list(
    part,
    all.map(({ name, because }) => `${name}. ${because}`),
    undefined,
    'bullet',
    STYLES.quiet,
  )
}
