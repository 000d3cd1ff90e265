import { createHash } from 'node:crypto'
import { zipSync, type Zippable } from 'fflate'
import { dayOf, type Day } from '../../domain/projects/calendar.js'
import type { ProjectDocument, Registrable } from '../../domain/projects/documents.js'
import type { Project } from '../../domain/projects/project.js'
import { paperPdf } from '../paper-pdf.js'
import type { Teller } from '../teller.js'
import { indexText } from './index-text.js'
import { filedPapers, type FiledPaper } from './filed-papers.js'
import type { ElsewhereRecord, PackageIndex, PackageOf, PackedRecord } from './package.js'

/**
 * What the records system is to have of a project, as a ZIP file: a folder by its record number with every decision, minutes, request, report
 * and plan as PDF, an index as JSON and as plain text, and SHA256SUMS.txt. The bot has no copy of the documents that are filed with it: they
 * are in the index with their place and their hash. Made twice of the same at the same time it is the same.
 */
export async function recordsPackage(of: PackageOf, teller: Teller, at: Date): Promise<Buffer> {
  const { project } = of
  const papers = filedPapers(of, teller)
  const files: Record<string, Uint8Array> = {}
  const records: PackedRecord[] = []
  for (const filed of papers) {
    const bytes = await paperPdf(filed.paper, filed.made ?? at)
    const file = `${teller.t(`papers.records.folder.${filed.kind}`)}/${filed.paper.file}.pdf`
    files[file] = bytes
    records.push(recordOf(filed, file, bytes, project))
  }
  const index: PackageIndex = {
    version: 1,
    project: { number: project.number, name: project.name, recordNumber: project.recordNumber },
    made: at.toISOString(),
    language: teller.language,
    records,
    elsewhere: elsewhere(of, teller),
  }
  files['index.json'] = Buffer.from(`${JSON.stringify(index, null, 2)}\n`)
  files['index.txt'] = Buffer.from(indexText(index, teller))
  files['SHA256SUMS.txt'] = Buffer.from(sums(files))
  return packed(project.recordNumber, files, at)
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
/** As `sha256sum --check` reads it. */
const sums = (files: Readonly<Record<string, Uint8Array>>): string =>
  Object.entries(files)
    .map(([file, bytes]) => `${sha256(bytes)}  ${file}\n`)
    .join('')

function packed(folder: string, files: Readonly<Record<string, Uint8Array>>, at: Date): Buffer {
  const zippable: Zippable = Object.fromEntries(
    Object.entries(files).map(([file, bytes]) => [`${folder}/${file}`, [bytes, { mtime: at }]]),
  )
  return Buffer.from(zipSync(zippable))
}

const recordOf = (
  { kind, number, revision, paper, of, made }: FiledPaper,
  file: string,
  bytes: Buffer,
  project: Project,
): PackedRecord => ({
  file,
  sha256: sha256(bytes),
  bytes: bytes.length,
  kind,
  number,
  revision,
  title: paper.title,
  of,
  ...(made ? { made: made.toISOString() } : {}),
  ...registeredOn(project, { what: kind, number }),
})

function registeredOn({ registered }: Project, { what, number, kind }: Registrable): { registered?: Day } {
  const found = registered.findLast((one) => one.what === what && one.number === number && one.kind === kind)
  return found ? { registered: found.on } : {}
}

/** Every revision of every document: an old one may be what somebody decided on. */
function elsewhere({ project, filings, of = () => true }: PackageOf, { nameOf }: Teller): ElsewhereRecord[] {
  return filings
    .filter(of)
    .flatMap((filing) => (filing.kind === 'document' ? [asItIs(filing.body, project)] : []))
    .map(({ kind, number, revision, title, place, sha256: hash, at, signedBy, signedAt }) => ({
      kind,
      number,
      revision,
      title,
      place,
      sha256: hash,
      filed: dayOf(at),
      ...(signedBy ? { signedBy: nameOf(signedBy) } : {}),
      ...(signedAt ? { signed: dayOf(signedAt) } : {}),
      ...registeredOn(project, { what: 'document', number, kind }),
    }))
}

/** Filed before it was signed: the project knows whether it is now. */
const asItIs = (filed: ProjectDocument, { documents }: Project): ProjectDocument =>
  documents.find(({ kind, number, revision }) => kind === filed.kind && number === filed.number && revision === filed.revision) ??
  filed
