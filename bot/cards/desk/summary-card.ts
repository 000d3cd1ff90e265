import type { Card } from '../../domain/conversations/message.js'
import type { ShownWait } from '../../domain/desk/ports.js'
import type { FillCard } from '../templates.js'
import { expectedPlaceText } from './place-text.js'
import type { ToldWords } from './told-words.js'

/** So much is handed over at most, in characters. */
export const LONGEST_SUMMARY = 2_000

export type SummaryCard = ToldWords & {
  handOff: string
  /** Name of the queue. */
  queue: string
  summary: string
  isOpen: boolean
  /** The place and the wait as they would be; undefined when nobody would stand in a queue. */
  wait?: ShownWait
  isProtected: boolean
}

/** What will be handed over, to approve, to change or to leave out. */
export function summaryCard(
  fill: FillCard,
  { handOff, queue, summary, isOpen, wait, isProtected, t, language }: SummaryCard,
): Card {
  const button = (id: string, title: string, press: { verb: string } & Record<string, unknown>) => ({
    id,
    title,
    press: { ...press, handOff },
  })
  return fill('desk-form', language, {
    speak: t('desk.summary.speak'),
    title: t('desk.summary.title'),
    paragraphs: [
      { text: t('desk.summary.text', { queue }) },
      { text: t(isOpen ? 'desk.summary.open' : 'desk.summary.closed') },
      ...(wait ? [{ text: expectedPlaceText(wait, t) }] : []),
    ],
    fields: [
      {
        kind: 'words',
        id: 'summary',
        label: t('desk.summary.label'),
        longest: LONGEST_SUMMARY,
        hint: t('desk.summary.placeholder'),
        value: summary,
      },
    ],
    send: button('approve', t('desk.summary.approve'), { verb: 'desk.approve' }),
    buttons: [
      button('nothing', t('desk.summary.nothing'), { verb: 'desk.approve', nothing: true }),
      ...(isProtected ? [] : [button('protected', t('desk.summary.protected'), { verb: 'desk.protected' })]),
      button('cancel', t('desk.summary.cancel'), { verb: 'desk.back' }),
    ],
  })
}
