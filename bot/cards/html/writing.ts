import { attribute, safeLink } from '../escape.js'
import { textIn, type Part } from '../card-parts.js'

/** The few words that a card needs besides its own, in the language of the page around it. */
export type CardWords = {
  /** BCP 47 */
  language: string
  /** Stands after the label of an input that must be filled in. */
  required: string
  /** Stands after a link, when links open a new window (in a frame); undefined when they do not. */
  newWindow?: string
  /** Names the page where forms are sent without a script, so that a button pressed twice there is pressed once. */
  page?: string
}

export type CardPlace = {
  /** Id of the stored activity that carries the card. */
  activity: string
  /** The card's place among the activity's attachments, from 0. */
  card: number
  words: CardWords
  /** Level of the card's first heading: 3 below messages that have level 2. */
  headingLevel: number
}

/** What is known while a card is written. */
export type Writing = CardPlace & {
  /** Starts the ids of this card's elements, unique on the page. */
  prefix: string
  /** The form that the elements being written belong to. */
  form: string
  presses: readonly Part[]
  /** Elements that a button shows or hides, by id; they are written inside that button's <details>. */
  toggled: Map<string, Part>
  /** Size of the first heading; a smaller one gets the level below. */
  firstHeading?: string
  /** Forms of unfolded cards; they stand after the card since a form may not hold another. */
  forms: string[]
  write: Writers
}

export type Write = (part: Part, writing: Writing) => string

/** Elements hold elements, and buttons unfold cards: who writes a part gets the others' hands from here. */
export type Writers = {
  /** Elements that are not hidden, in order. */
  all: (parts: unknown, writing: Writing) => string
  /** One element, hidden or not. */
  shown: Write
  actions: (actions: unknown, writing: Writing) => string
  /** Body and actions of a card. */
  inside: Write
}

/** An id that HTML, CSS and addresses take. Ids of activities are opaque: anything may be in them. */
export const safeId = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '_')

const LOOKS: readonly [field: string, prefix: string][] = [
  ['size', 'size'],
  ['weight', 'weight'],
  ['color', 'color'],
  ['horizontalAlignment', 'align'],
  ['spacing', 'spacing'],
]

/** Classes for how a part looks; the style sheet decides what they mean. */
export function looks(part: Part, ...own: string[]): string {
  const asked = LOOKS.flatMap(([field, prefix]) => {
    const value = textIn(part, field)?.toLowerCase()
    return value && value !== 'default' && /^[a-z]+$/.test(value) ? [`${prefix}-${value}`] : []
  })
  const marks = [
    part['isSubtle'] === true && 'subtle',
    part['separator'] === true && 'separator',
    part['fontType'] === 'Monospace' && 'mono',
  ]
  return attribute('class', [...own, ...asked, ...marks].filter(Boolean).join(' ') || undefined)
}

/** Where a link leads. Throws when that is nowhere safe. */
export const addressOf = (action: Part): string => {
  const address = safeLink(action['url'])
  if (!address) throw new Error('A card has a link that is not https, tel or mailto')
  return address
}

/** What tells one page from the next, for a form on it; nothing where a script sends what is pressed. */
export const pageToHtml = (page: string | undefined): string =>
  page === undefined ? '' : `<input type="hidden" name="page"${attribute('value', page)}>`

/** A form for the buttons of one card, or of one that it unfolds. */
export const formToHtml = (id: string, { activity, card, words }: CardPlace, inside: string): string =>
  `<form method="post" action="/press" class="press"${attribute('id', id)}>${pageToHtml(words.page)}` +
  `<input type="hidden" name="activity"${attribute('value', activity)}><input type="hidden" name="card" value="${card}">${inside}</form>`
