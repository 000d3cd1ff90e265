import { dayOf } from '../../../domain/projects/calendar.js'
import type { Taken } from '../../../domain/projects/project-view.js'
import type { Filing } from '../../../domain/projects/stepped.js'
import type { Paper } from '../../../papers/paper.js'
import { RECORD_KINDS, type RecordKind } from '../../../papers/records/package.js'
import type { Teller } from '../../../papers/teller.js'
import type { HttpAnswer } from '../../http-answer.js'
import { notDone, refused } from './answered.js'
import { NumberAsked } from './asked.js'
import type { Asked, Serve } from './needs.js'
import { tellerFor } from './paper-teller.js'

const isTold = (paper: string): paper is RecordKind => (RECORD_KINDS as readonly string[]).includes(paper)
const PDF = 'application/pdf'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Minutes, reports, requests, decisions and plans as PDF or Word. */
export const readPaper: Serve = async (asked) => {
  const { params, query, needs, by } = asked
  const paper = params['paper'] ?? ''
  const format = query.get('format') ?? 'pdf'
  const number = NumberAsked.safeParse(query.get('number')).data
  if (!isTold(paper) || number === undefined || !['pdf', 'docx'].includes(format)) return refused(asked, 'no-such-paper')
  const wanted = { paper: `${paper} ${number} ${format}`, wanted: { kind: paper, number } }
  const taken = await needs.projects.take(params['id'] ?? '', wanted, by)
  if (taken.kind !== 'read') return notDone(asked, taken)
  const told = await newestPaper(paper, number, taken.value, await tellerFor(asked, taken.value.row.project))
  return told ? fileOf(told, format, needs.now()) : refused(asked, 'no-such-paper')
}

async function fileOf(paper: Paper, format: string, at: Date): Promise<HttpAnswer> {
  if (format === 'docx') {
    const { paperWord } = await import('../../../papers/paper-word.js')
    return download(await paperWord(paper), `${paper.file}.docx`, WORD)
  }
  const { paperPdf } = await import('../../../papers/paper-pdf.js')
  return download(await paperPdf(paper, at), `${paper.file}.pdf`, PDF)
}

/** The newest revision of that number; of a plan, the newest edition. */
async function newestPaper(
  kind: RecordKind,
  number: number,
  { filings, row }: Taken,
  teller: Teller,
): Promise<Paper | undefined> {
  const papers = await import('../../../papers/records/filed-papers.js')
  const kept = filings.filter((one): one is Extract<Filing, { kind: RecordKind }> => isTold(one.kind))
  const own = kept.filter((one) => one.kind === kind && one.number === number).at(-1)
  return own && papers.paperOf(own, kept, row.project, teller)
}

/** As a file of that name, which the page saves. */
export const download = (body: Uint8Array, name: string, type: string): HttpAnswer => ({
  status: 200,
  body,
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  },
})

export const todayOf = ({ needs }: Asked) => dayOf(needs.now())
