import { isDrawn } from '../../cards/is-drawn.js'
import { isPart } from '../../cards/card-parts.js'
import { ADAPTIVE_CARD } from '../../cards/card-type.js'
import type { StoredActivity } from '../../domain/conversations/message.js'
import { contentLanguage } from '../../domain/language.js'
import type { Translate } from '../../i18n/translate.js'
import type { ChatFile, Machine } from './chat-file.js'
import type { Enclosed } from './enclosed.js'

/** The document in words, the same for the text and the PDF. */
export type ChatPaper = {
  /** BCP 47, of the headings. */
  language: string
  title: string
  intro: string
  facts: readonly { term: string; value: string }[]
  /** What the reader should know about the rest. */
  notes: readonly string[]
  talk: { title: string; lines: readonly { head: string; text: string; language?: string }[] }
  page: (page: number, pages: number) => string
}

/** What citizens and staff quote to speak of the same document. */
export const referenceOf = ({ row: { handOff }, lines }: Pick<ChatFile, 'row' | 'lines'>): string =>
  `${handOff.id.replace(/-/g, '').slice(0, 8).toUpperCase()}-${lines.at(-1)?.seq ?? 0}`

type About = { file: ChatFile; machine: Machine; enclosed: Enclosed; queue: string; t: Translate; language: string }

export function chatPaper(about: About): ChatPaper {
  const { file, t, language } = about
  return {
    language,
    title: t(`registrar.title.${file.as}`),
    intro: t('registrar.intro', { name: file.by.name, team: file.by.team }),
    facts: factsOf(about),
    notes: notesOf(about),
    talk: { title: t('registrar.talk'), lines: file.lines.map(({ activity }) => lineOf(activity, about)) },
    page: (page, pages) => t('registrar.page', { page, pages }),
  }
}

function factsOf({ file, machine, queue, t, language }: About): ChatPaper['facts'] {
  const { row, at, masked, rule } = file
  const counts = Object.entries(masked).map(([kind, count]) => `${t(`registrar.kind.${kind}`)}: ${count}`)
  const values: [string, string][] = [
    ['reference', referenceOf(file)],
    ['chat', row.handOff.id],
    ['sent', timeText(at, language)],
    ['asked', timeText(row.handOff.place.askedAt, language)],
    ['queue', queue],
    ['language', row.handOff.place.language],
    ['masked', counts.length > 0 ? counts.join(', ') : t('registrar.masked-none')],
    ...(rule ? [['rule', `${rule.name[contentLanguage(language)]} (${rule.decision})`] as [string, string]] : []),
    ['hash', machine.sha256],
  ]
  return values.map(([term, value]) => ({ term: t(`registrar.fact.${term}`), value }))
}

function notesOf({ file, enclosed, t }: About): string[] {
  const { files, missing } = enclosed
  // Whoever writes with other letters is read in the text and in the JSON.
  const isAllDrawn = file.lines.every(({ activity }) => isDrawn(activity.text ?? ''))
  return [
    t('registrar.as-stored'),
    ...(files.length > 0 ? [t('registrar.files', { list: files.map(({ name }) => name).join(', ') })] : []),
    ...(missing.length > 0 ? [t('registrar.files-missing', { list: missing.join(', ') })] : []),
    ...(isAllDrawn ? [] : [t('registrar.letters')]),
  ]
}

function lineOf(activity: StoredActivity, { t, language }: About): ChatPaper['talk']['lines'][number] {
  const head = `${timeText(new Date(activity.timestamp), language)}  ${whoIn(activity, t)}`
  return { head, text: textOf(activity, t), ...(activity.locale === undefined ? {} : { language: activity.locale }) }
}

function whoIn({ from }: StoredActivity, t: Translate): string {
  if (from.role === 'user') return t('registrar.citizen')
  return from.id === 'agent' ? t('registrar.agent', { name: from.name ?? '' }) : t('registrar.bot')
}

/** What was written, what a card says when it is read aloud, and the names of files. */
function textOf({ text = '', attachments = [] }: StoredActivity, t: Translate): string {
  const rest = attachments.map(({ contentType, content, name = '' }) => {
    if (contentType !== ADAPTIVE_CARD) return t('registrar.file', { name })
    return t('registrar.card', { text: isPart(content) && typeof content['speak'] === 'string' ? content['speak'] : '' })
  })
  return [text, ...rest].filter(Boolean).join('\n')
}

const timeText = (at: Date, language: string): string =>
  new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: 'Europe/Stockholm',
  }).format(at)

/** The document as text. */
export function paperText({ title, intro, facts, notes, talk }: ChatPaper): string {
  const said = talk.lines.map(({ head, text }) => `${head}\n${text}`)
  return [title, intro, facts.map(({ term, value }) => `${term}: ${value}`).join('\n'), ...notes, talk.title, ...said].join(
    '\n\n',
  )
}
