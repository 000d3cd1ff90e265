import type { Card } from '../domain/conversations/message.js'
import type { FactValue } from '../domain/permits/facts.js'
import { listOf } from './applicable-parts.js'
import { pilotButton, type PilotButton } from './pilot-button.js'
import type { FillCard } from './templates.js'
import { saysOf } from './pilot-words.js'
import { typeName } from './plan-words.js'
import type { PlanTeller } from './plan-teller.js'

export type PilotAnswersCard = PlanTeller & {
  title: string
  run: string
  type?: string
  answers: Readonly<Record<string, FactValue>>
  /** What the kind of business gives without being asked. */
  given: Readonly<Record<string, FactValue>>
  buttons?: readonly PilotButton[]
}

type Line = { text: string; change: PilotButton & { tooltip: string } }
type Entry = [fact: string, value: FactValue]

// A button beside each is easiest; beside fifty it would be more than a card may hold.
const MOST_BUTTONS = 8
// Beyond this the same sentences do not fit twice: they stand in the list to choose from.
const MOST_LISTED = 50

/** Tells apart the cards of one snapshot that differ in more than their run. */
export const nameOfPilotAnswersCard = ({ title, type, answers, given, language, buttons = [] }: PilotAnswersCard): string =>
  JSON.stringify([language, title, type ?? null, Object.entries(answers), Object.entries(given), buttons.map(({ id }) => id)])

/** What somebody has said, or was understood to say, and what is taken for granted: each can be changed. */
export function pilotAnswersCard(fill: FillCard, shown: PilotAnswersCard): Card {
  const { title, language, t, buttons = [] } = shown
  const [said, given] = [Object.entries(shown.answers), Object.entries(shown.given)]
  const isMany = said.length > MOST_BUTTONS
  const says = said.map(([fact, value]) => saysOf(shown, fact, value))
  return fill('pilot-answers', language, {
    speak: [`${title}.`, typeText(shown), ...(isMany ? [] : says)].join(' '),
    title,
    text: t(isMany ? 'pilot.answers.text-many' : 'pilot.answers.text'),
    lines: [typeLine(shown), ...(isMany ? [] : said.map((entry) => factLine(shown, entry)))],
    ...(isMany
      ? { all: { ...(said.length > MOST_LISTED ? {} : { list: listOf(says) }), choose: choiceOf(shown, [...said, ...given]) } }
      : {}),
    ...(given.length > 0
      ? { folded: { ...takenForGranted(shown, given), ...(isMany ? {} : { choose: choiceOf(shown, given) }) } }
      : {}),
    buttons,
  })
}

const takenForGranted = (shown: PilotAnswersCard, given: readonly Entry[]) => ({
  id: 'given',
  title: shown.t('pilot.understood.given'),
  text: shown.t('pilot.understood.given-why', { name: typeName(shown.type, shown) ?? '' }),
  list: listOf(given.map(([fact, value]) => saysOf(shown, fact, value))),
})

/** One of many to change, from a list. */
const choiceOf = (shown: PilotAnswersCard, entries: readonly Entry[]) => ({
  ...pilotButton(shown.run, 'change', shown.t('pilot.change')),
  label: shown.t('pilot.answers.which'),
  placeholder: shown.t('pilot.type.choose'),
  choices: entries.map(([fact, value]) => ({ title: saysOf(shown, fact, value), value: fact })),
})

const factLine = (shown: PilotAnswersCard, [fact, value]: Entry): Line =>
  lineOf(shown, `change-${fact}`, saysOf(shown, fact, value), { fact })

const typeLine = (shown: PilotAnswersCard): Line => lineOf(shown, 'type', typeText(shown), {})

function typeText(shown: PilotAnswersCard): string {
  const name = typeName(shown.type, shown)
  return name === undefined ? shown.t('pilot.understood.no-type') : shown.t('pilot.understood.type', { name })
}

// Heard alone, "Change" says nothing.
const lineOf = ({ run, t }: PilotAnswersCard, id: string, text: string, data: Record<string, unknown>): Line => ({
  text,
  change: { ...pilotButton(run, id, t('pilot.change'), data), tooltip: t('pilot.change-this', { what: text }) },
})
