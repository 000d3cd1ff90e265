import type { Day } from '../../domain/projects/calendar.js'
import type { ProjectDocument } from '../../domain/projects/documents.js'
import type { Project } from '../../domain/projects/project.js'
import type { Filing } from '../../domain/projects/stepped.js'

/** What is told as a paper of its own, in the order of the index. */
export const RECORD_KINDS = ['decision', 'minutes', 'change-request', 'progress-report', 'plan'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

export type PackageOf = {
  /** With its record number: the package is by it. */
  project: Project & { recordNumber: string }
  /** Everything that is filed; what is not for the records (a member's week) is left aside here. */
  filings: readonly Filing[]
  /** Of which of them papers are made, where not of all: the others are what those tell of. */
  of?: (filing: Filing) => boolean
}

/** One record as it lies in the package: `sha256` is that of the file, `of` that of what it tells of. `made` is ISO. */
export type PackedRecord = {
  file: string
  sha256: string
  bytes: number
  kind: RecordKind
  number: number
  revision: number
  title: string
  of: string
  made?: string
  registered?: Day
}
/** A document that lies elsewhere, as it was when it was filed. */
export type ElsewhereRecord = Pick<
  ProjectDocument,
  'kind' | 'number' | 'revision' | 'title' | 'place' | 'sha256' | 'signedBy'
> & {
  filed: Day
  signed?: Day
  registered?: Day
}
export type PackageIndex = {
  version: 1
  project: { number: string; name: string; recordNumber: string }
  made: string
  language: string
  records: readonly PackedRecord[]
  elsewhere: readonly ElsewhereRecord[]
}
