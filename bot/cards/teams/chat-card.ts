import type { Card } from '../../domain/conversations/message.js'
import { wallClock } from '../../domain/desk/stockholm-time.js'
import type { ChatFace } from '../../domain/desk/team-cards.js'
import type { Translate } from '../../i18n/translate.js'
import { calendarOf } from '../plan-dates.js'
import { whenText } from '../desk/when-text.js'
import type { FillCard } from '../templates.js'
import { plainText } from './plain-text.js'

export type ChatCard = {
  handOff: string
  face: ChatFace
  /** The queue's name, in the card's language. */
  queue: string
  /** What it is about, in the card's language. */
  topic?: string
  /** As approved by the citizen and masked; shown only while the chat waits. */
  summary?: string
  /** First name of who took it. */
  holder?: string
  /** For one person only, who has just pressed. */
  note?: string
  desk: string
  at: Date
  language: string
  t: Translate
}

const LONGEST_SUMMARY = 300

/** A chat that waits, or what became of it. Nobody is named but who took it. */
export function chatCard(fill: FillCard, shown: ChatCard): Card {
  const { face, handOff, queue, note, t, language } = shown
  const title = titleOf(shown)
  const isOpen = face.is === 'open'
  const urgent = isOpen && face.urgency === 'urgent' ? t('teams.chat.urgent') : undefined
  return fill('team-chat', language, {
    speak: [t('teams.chat.speak', { title, queue }), urgent ?? ''].join(' ').trim(),
    title,
    ...(urgent ? { urgent } : {}),
    ...(note ? { note } : {}),
    handOff,
    facts: [{ title: t('teams.chat.queue'), value: queue }, ...(isOpen ? factsOf(face, shown) : [])],
    ...(isOpen && shown.summary ? { summary: { title: t('teams.chat.summary'), text: summaryText(shown.summary) } } : {}),
    ...(isOpen ? { take: { title: t('teams.chat.take') } } : {}),
    ...(face.is === 'over' ? {} : { desk: { title: t('teams.chat.open-desk'), url: shown.desk } }),
  })
}

function titleOf({ face, holder, at, t, language }: ChatCard): string {
  switch (face.is) {
    case 'open':
      return t(face.isUnattended ? 'teams.chat.unattended' : 'teams.chat.waits')
    case 'taken':
      return holder ? t('teams.chat.taken', { name: plainText(holder) }) : t('teams.chat.taken-unknown')
    case 'promised':
      return t(`teams.chat.promised-${face.kind}`, { when: whenText(new Date(face.dueAt), at, { t, language }) })
    default:
      return t(`teams.chat.${face.is}`)
  }
}

function factsOf(face: ChatFace & { is: 'open' }, { topic, t, language }: ChatCard): { title: string; value: string }[] {
  const spoken = new Intl.DisplayNames([calendarOf(language)], { type: 'language', fallback: 'code' })
  return [
    { title: t('teams.chat.language'), value: spoken.of(face.language) ?? face.language },
    { title: t('teams.chat.since'), value: clock(new Date(face.since)) },
    ...(topic ? [{ title: t('teams.chat.topic'), value: topic }] : []),
  ]
}

function clock(at: Date): string {
  const { minutes } = wallClock(at)
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

const summaryText = (summary: string): string =>
  plainText(summary.length > LONGEST_SUMMARY ? `${summary.slice(0, LONGEST_SUMMARY).trimEnd()}…` : summary)
