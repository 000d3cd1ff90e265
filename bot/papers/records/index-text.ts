import { dayOf } from '../../domain/projects/calendar.js'
import { linesOf } from '../paper.js'
import { dayText, momentText, type Teller } from '../teller.js'
import { RECORD_KINDS, type ElsewhereRecord, type PackageIndex, type PackedRecord } from './package.js'

/** The index as plain text in UTF-8, which will be readable when nothing else is. */
export function indexText(index: PackageIndex, teller: Teller): string {
  const { t } = teller
  const { project, records } = index
  const title = `${project.recordNumber} ${t('papers.records.title', { name: oneLine(project.name) })}`
  const groups = RECORD_KINDS.map((kind) => ({ kind, own: records.filter((record) => record.kind === kind) }))
  const lines = [
    title,
    '='.repeat(Math.min(title.length, 100)),
    `${t('papers.fact.project')}: ${oneLine(project.number)}`,
    t('papers.records.made', { at: momentText(new Date(index.made), teller) }),
    '',
    t('papers.records.what'),
    ...groups.flatMap(({ kind, own }) =>
      section(
        t(`papers.records.kind.${kind}`),
        own.map((record) => recordLines(record, teller)),
        teller,
      ),
    ),
    ...section(
      t('papers.records.documents'),
      index.elsewhere.map((document) => documentLines(document, teller)),
      teller,
      index.elsewhere.length > 0 ? [t('papers.records.not-enclosed')] : [],
    ),
  ]
  return `${lines.join('\n')}\n`
}

const section = (
  title: string,
  entries: readonly (readonly string[])[],
  { t }: Teller,
  intro: readonly string[] = [],
): string[] => [
  '',
  title,
  '-'.repeat(title.length),
  ...intro,
  ...(entries.length === 0 ? [t('papers.records.none')] : entries.flatMap((lines, at) => (at > 0 ? ['', ...lines] : lines))),
]

function recordLines({ title, file, sha256, of, made, registered }: PackedRecord, teller: Teller): string[] {
  const { t } = teller
  return [
    oneLine(title),
    `  ${t('papers.records.file', { file })}`,
    `  ${t('papers.records.sha', { hash: sha256 })}`,
    `  ${t('papers.records.of', { hash: of })}`,
    ...(made ? [`  ${t('papers.records.made-on', { day: dayText(dayOf(new Date(made)), teller) })}`] : []),
    ...registeredLines(registered, teller),
  ]
}

function documentLines(document: ElsewhereRecord, teller: Teller): string[] {
  const { kind, number, revision, title, place, sha256, filed, signedBy, signed, registered } = document
  const { t } = teller
  return [
    `${t(`papers.document.${kind}`)} ${number}, ${t('papers.fact.revision').toLowerCase()} ${revision}: ${oneLine(title)}`,
    `  ${t('papers.records.place', { place })}`,
    `  ${t('papers.records.sha', { hash: sha256 })}`,
    `  ${t('papers.records.filed-on', { day: dayText(filed, teller) })}`,
    ...(signedBy && signed ? [`  ${t('papers.records.signed', { name: signedBy, day: dayText(signed, teller) })}`] : []),
    ...registeredLines(registered, teller),
  ]
}

const registeredLines = (day: string | undefined, teller: Teller): string[] =>
  day ? [`  ${teller.t('papers.records.registered', { day: dayText(day, teller) })}`] : []

/** A title is what somebody wrote: in the index it has one line, and cannot look like another entry. */
const oneLine = (words: string): string => linesOf(words).join(' ')
