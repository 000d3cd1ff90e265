import type { Card } from '../domain/conversations/message.js'
import { directionOf } from '../i18n/direction.js'
import { isPart, partsIn, pressesIn, textIn, type Part } from './card-parts.js'
import { attribute } from './escape.js'
import { writeActions } from './html/actions.js'
import { writeChoices, writeDate, writeNumber, writeText, writeTime, writeToggle } from './html/inputs.js'
import { writeColumns, writeContainer, writeImage, writeImages, writeTable } from './html/surfaces.js'
import { writeFacts, writeRichText, writeTextBlock } from './html/text.js'
import { collectToggled } from './html/toggled.js'
import { formToHtml, safeId, type CardPlace, type Write, type Writers, type Writing } from './html/writing.js'

export type { CardPlace, CardWords } from './html/writing.js'

/**
 * An Adaptive Card as semantic HTML: headings, lists, real links, one form with real buttons. A string in, a string out: no DOM, no
 * Node. Everything is escaped. Throws for an element or action that it cannot write and that has no fallback, for an input without
 * label, an image without alternative text and a link to anything but https, tel and mailto: the card lint stands on that.
 */
export function cardToHtml(card: Card, place: CardPlace): string {
  const prefix = `c-${safeId(place.activity)}-${place.card}`
  const toggled = new Map<string, Part>()
  const writing: Writing = { ...place, prefix, form: prefix, presses: pressesIn(card), toggled, forms: [], write: WRITERS }
  collectToggled(card, toggled)
  const inside = writeCardInside(card, writing)
  const attributes = attribute('lang', card.lang) + attribute('dir', directionOfCard(card))
  const content = inside.includes(` form="${prefix}"`) ? formToHtml(prefix, writing, inside) : inside
  return `<article class="card"${attributes}>${content}${writing.forms.join('')}</article>`
}

const directionOfCard = ({ lang, rtl }: Card): string | undefined =>
  rtl ? 'rtl' : lang === undefined ? undefined : directionOf(lang)

const writeCardInside: Write = (card, writing) => writeAll(card['body'], writing) + writeActions(card['actions'], writing)

const writeAll = (parts: unknown, writing: Writing): string =>
  partsIn(parts)
    .map((part) => writeElement(part, writing))
    .join('')

/** The element, its fallback, or nothing while it is hidden. Elements that a button shows are written by that button. */
const writeElement: Write = (part, writing) => {
  const id = textIn(part, 'id')
  if (id !== undefined && writing.toggled.get(id) === part) return ''
  return part['isVisible'] === false ? '' : writeShown(part, writing)
}

const writeShown: Write = (part, writing) => {
  const write = ELEMENTS[textIn(part, 'type') ?? '']
  if (write) return write(part, writing)
  if (part['fallback'] === 'drop') return ''
  if (isPart(part['fallback'])) return writeElement(part['fallback'], writing)
  throw new Error(`A card has the element "${textIn(part, 'type')}", which cannot be written as HTML`)
}

const ELEMENTS: Readonly<Record<string, Write>> = {
  TextBlock: writeTextBlock,
  RichTextBlock: writeRichText,
  FactSet: writeFacts,
  Container: writeContainer,
  ColumnSet: writeColumns,
  Table: writeTable,
  Image: writeImage,
  ImageSet: writeImages,
  ActionSet: (part, writing) => writeActions(part['actions'], writing),
  'Input.Text': writeText,
  'Input.Number': writeNumber,
  'Input.Date': writeDate,
  'Input.Time': writeTime,
  'Input.Toggle': writeToggle,
  'Input.ChoiceSet': writeChoices,
}

const WRITERS: Writers = { all: writeAll, shown: writeShown, actions: writeActions, inside: writeCardInside }
