import type { Card, PressData } from '../../domain/conversations/message.js'
import { plainText } from '../teams/plain-text.js'
import type { FillCard } from '../templates.js'
import { sentences } from './sentences.js'

/** `isMain`: what most come for, shown so. */
export type CardButton = { id: string; title: string; press: PressData; isMain?: boolean }
export type CardFact = { title: string; value: string }

/** What every card about a project has. `dialogs` open a dialog in Teams; where there are none, the same press is answered in the chat. */
export type ProjectPartCard = {
  project: string
  title: string
  waiting?: string
  paragraphs?: readonly string[]
  /** Of several things, each with its name above. */
  rows?: readonly { name: string; text: string }[]
  facts?: readonly CardFact[]
  dialogs?: readonly CardButton[]
  buttons?: readonly CardButton[]
  tab?: { title: string; url: string }
  language: string
}

// Hosts show no more in one set of actions, unless they are configured to.
const MOST_IN_A_SET = 5

export function projectPartCard(fill: FillCard, shown: ProjectPartCard): Card {
  const { project, title, waiting, paragraphs = [], rows = [], facts = [], dialogs = [], buttons = [], tab, language } = shown
  return fill('project-card', language, {
    speak: sentences([
      project,
      title,
      waiting ?? '',
      ...paragraphs,
      ...[...rowsAsFacts(rows), ...facts].map((fact) => `${fact.title}: ${fact.value}`),
    ]),
    project: plainText(project),
    title: plainText(title),
    ...(waiting ? { waiting } : {}),
    paragraphs: paragraphs.map((text) => ({ text: plainText(text) })),
    rows: rows.map((row) => ({ name: plainText(row.name), text: plainText(row.text) })),
    facts: facts.map((fact) => ({ title: plainText(fact.title), value: plainText(fact.value) })),
    sets: setsOf([
      ...dialogs.map(({ press, ...button }) => ({
        ...button,
        isDialog: true,
        press: { ...press, msteams: { type: 'task/fetch' } },
      })),
      ...buttons.map((button) => ({ ...button, isDialog: false })),
    ]),
    ...(tab ? { tab } : {}),
  })
}

const rowsAsFacts = (rows: readonly { name: string; text: string }[]): CardFact[] =>
  rows.map(({ name, text }) => ({ title: name, value: text }))

const setsOf = (buttons: readonly (CardButton & { isDialog: boolean })[]) =>
  Array.from({ length: Math.ceil(buttons.length / MOST_IN_A_SET) }, (_, set) => ({
    buttons: buttons
      .slice(set * MOST_IN_A_SET, (set + 1) * MOST_IN_A_SET)
      .map(({ isMain = false, ...button }) => ({ ...button, style: isMain ? 'positive' : 'default' })),
  }))
