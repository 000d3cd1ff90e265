import type { Card } from '../domain/conversations/message.js'
import { directionOf } from '../i18n/direction.js'
import { inputName, isPart, partsIn, pressesIn, pressOf, textIn, type Part } from './card-parts.js'
import { attribute, escapeHtml, safeLink } from './escape.js'
import { blocksToHtml, inlineToHtml, linkToHtml } from './markdown.js'

/** The few words that a card needs besides its own, in the language of the page around it. */
export type CardWords = {
  /** BCP 47 */
  language: string
  /** Stands after the label of an input that must be filled in. */
  required: string
  /** Stands after a link, when links open a new window (in a frame); undefined when they do not. */
  newWindow?: string
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

type Writing = CardPlace & {
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
}

type Write = (part: Part, writing: Writing) => string

/** An id that HTML, CSS and addresses take. Ids of activities are opaque: anything may be in them. */
export const safeId = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '_')

/**
 * An Adaptive Card as semantic HTML: headings, lists, real links, one form with real buttons. A string in, a string out: no DOM, no
 * Node. Everything is escaped. Throws for an element or action that it cannot write and that has no fallback, for an input without
 * label, an image without alternative text and a link to anything but https, tel and mailto: the card lint stands on that.
 */
export function cardToHtml(card: Card, place: CardPlace): string {
  const prefix = `c-${safeId(place.activity)}-${place.card}`
  const toggled = new Map<string, Part>()
  const writing: Writing = { ...place, prefix, form: prefix, presses: pressesIn(card), toggled, forms: [] }
  collectToggled(card, toggled)
  const inside = writeCardInside(card, writing)
  const attributes = attribute('lang', card.lang) + attribute('dir', directionOfCard(card))
  const content = inside.includes(` form="${prefix}"`) ? formToHtml(prefix, writing, inside) : inside
  return `<article class="card"${attributes}>${content}${writing.forms.join('')}</article>`
}

const directionOfCard = ({ lang, rtl }: Card): string | undefined =>
  rtl ? 'rtl' : lang === undefined ? undefined : directionOf(lang)

const formToHtml = (id: string, { activity, card }: CardPlace, inside: string): string =>
  `<form method="post" action="/press" class="press"${attribute('id', id)}>` +
  `<input type="hidden" name="activity"${attribute('value', activity)}><input type="hidden" name="card" value="${card}">${inside}</form>`

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

// ---- Text

const SIZES = ['small', 'default', 'medium', 'large', 'extralarge']
const sizeOf = (part: Part): number => Math.max(SIZES.indexOf((textIn(part, 'size') ?? 'default').toLowerCase()), 0)

const LOOKS: readonly [field: string, prefix: string][] = [
  ['size', 'size'],
  ['weight', 'weight'],
  ['color', 'color'],
  ['horizontalAlignment', 'align'],
  ['spacing', 'spacing'],
]

/** Classes for how a part looks; the style sheet decides what they mean. */
function looks(part: Part, ...own: string[]): string {
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

const writeTextBlock: Write = (part, writing) => {
  const text = textIn(part, 'text') ?? ''
  if (text.trim() === '') return ''
  if (textIn(part, 'style')?.toLowerCase() === 'heading') return writeHeading(part, writing)
  return blocksToHtml(text, writing.words, looks(part))
}

const writeHeading: Write = (part, writing) => {
  const size = textIn(part, 'size') ?? 'default'
  writing.firstHeading ??= size
  const isBelow = sizeOf(part) < sizeOf({ size: writing.firstHeading })
  const level = Math.min(writing.headingLevel + (isBelow ? 1 : 0), 6)
  return `<h${level}${looks(part)}>${inlineToHtml(textIn(part, 'text') ?? '', writing.words)}</h${level}>`
}

const writeRichText: Write = (part, writing) => {
  const inlines = Array.isArray(part['inlines']) ? part['inlines'] : []
  return `<p${looks(part)}>${inlines.map((inline) => writeRun(inline, writing)).join('')}</p>`
}

function writeRun(inline: unknown, { words }: Writing): string {
  if (!isPart(inline)) return escapeHtml(String(inline))
  const marks: [unknown, string][] = [
    [textIn(inline, 'weight')?.toLowerCase() === 'bolder', 'strong'],
    [inline['italic'], 'em'],
    [inline['strikethrough'], 's'],
    [inline['underline'], 'u'],
    [inline['highlight'], 'mark'],
  ]
  const content = marks.reduce(
    (html, [asked, tag]) => (asked ? `<${tag}>${html}</${tag}>` : html),
    escapeHtml(textIn(inline, 'text') ?? ''),
  )
  const action = inline['selectAction']
  if (isPart(action)) return linkToHtml(addressOf(action), content, words)
  const attributes = looks(inline)
  return attributes ? `<span${attributes}>${content}</span>` : content
}

const writeFacts: Write = (part, { words }) => {
  const facts = partsIn(part['facts']).map(
    (fact) =>
      `<div><dt>${inlineToHtml(textIn(fact, 'title') ?? '', words)}</dt><dd>${blocksToHtml(textIn(fact, 'value') ?? '', words)}</dd></div>`,
  )
  return `<dl${looks(part, 'facts')}>${facts.join('')}</dl>`
}

// ---- Containers

/** The style of a surface (emphasis, attention …); of text, "heading" is no look but a meaning. */
const surface = (part: Part): string =>
  /^[a-z]+$/i.test(textIn(part, 'style') ?? '') ? `style-${textIn(part, 'style')?.toLowerCase()}` : ''

const writeContainer: Write = (part, writing) =>
  `<div${looks(part, 'container', surface(part))}>${writeAll(part['items'], writing)}${writeSelectAction(part, writing)}</div>`

/** A pressable surface is a button at its end, since a surface has no name that can be read aloud. */
const writeSelectAction: Write = (part, writing) =>
  isPart(part['selectAction']) ? writeActions([part['selectAction']], writing) : ''

const writeColumns: Write = (part, writing) => {
  const columns = partsIn(part['columns']).map(
    (column) =>
      `<div${looks(column, 'column', widthOf(column), surface(column))}>${writeAll(column['items'], writing)}${writeSelectAction(column, writing)}</div>`,
  )
  return `<div${looks(part, 'columns', surface(part))}>${columns.join('')}${writeSelectAction(part, writing)}</div>`
}

const widthOf = (column: Part): string =>
  /^(?:auto|\d+px)$/.test(textIn(column, 'width') ?? '') ? 'width-auto' : 'width-stretch'

const writeTable: Write = (part, writing) => {
  const rows = partsIn(part['rows']).map((row, index) => {
    const tag = index === 0 && part['firstRowAsHeader'] !== false ? 'th' : 'td'
    const cells = partsIn(row['cells']).map(
      (cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}${looks(cell)}>${writeAll(cell['items'], writing)}</${tag}>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table${looks(part, part['showGridLines'] === false ? '' : 'grid')}>${rows.join('')}</table>`
}

// ---- Pictures

const writeImage: Write = (part, writing) => {
  const alternative = textIn(part, 'altText')
  const address = textIn(part, 'url') ?? ''
  if (alternative === undefined) throw new Error('A card has an image without altText')
  if (!/^(?:https:\/\/|\/[^/]|data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,])/.test(address))
    throw new Error('A card has an image that is not https')
  const size = (field: string) => /^(\d+)(?:px)?$/.exec(textIn(part, field) ?? '')?.[1]
  const picture = `<img${attribute('src', address)} alt="${escapeHtml(alternative)}"${attribute('width', size('width'))}${attribute('height', size('height'))}${looks(part)}>`
  const action = part['selectAction']
  if (!isPart(action)) return picture
  return action['type'] === 'Action.OpenUrl'
    ? linkToHtml(addressOf(action), picture, writing.words)
    : picture + writeActions([action], writing)
}

const writeImages: Write = (part, writing) => `<div class="images">${writeAll(part['images'], writing)}</div>`

// ---- Inputs

type Control = (part: Part, common: { id: string; name: string; attributes: string }, writing: Writing) => string

/** Label above, control below: what the label and the error say is never only a colour or a placeholder. */
const input =
  (control: Control): Write =>
  (part, writing) => {
    const { id, label } = identityOf(part)
    const common = commonOf(part, id, writing)
    const after = isPart(part['inlineAction']) ? writeActions([part['inlineAction']], writing) : ''
    return `<div class="field"><label for="${common.id}">${escapeHtml(label)}${requiredMark(part, writing)}</label>${control(part, common, writing)}${after}</div>`
  }

function identityOf(part: Part): { id: string; label: string } {
  const id = textIn(part, 'id')
  const label = textIn(part, 'label') ?? (part['type'] === 'Input.Toggle' ? textIn(part, 'title') : undefined)
  if (!id || !label?.trim()) throw new Error(`A card has an ${textIn(part, 'type')} without id or label`)
  return { id, label }
}

function commonOf(part: Part, id: string, { prefix, form }: Writing) {
  const required = part['isRequired'] === true && part['isMultiSelect'] !== true
  const attributes =
    attribute('form', form) + attribute('required', required) + attribute('data-error', textIn(part, 'errorMessage'))
  return { id: `${prefix}-${safeId(id)}`, name: escapeHtml(inputName(id)), attributes }
}

const requiredMark: Write = (part, { words }) =>
  part['isRequired'] === true
    ? ` <span class="required"${attribute('lang', words.language)}>${escapeHtml(words.required)}</span>`
    : ''

// Nothing personal is asked for, so nothing personal is offered to be filled in.
const TYPES: Record<string, string> = { tel: 'tel', url: 'url', email: 'email', password: 'password' }

const textControl: Control = (part, { id, name, attributes }) => {
  const limits =
    attribute('maxlength', textIn(part, 'maxLength')) +
    attribute('placeholder', textIn(part, 'placeholder')) +
    ' autocomplete="off"'
  const value = textIn(part, 'value') ?? ''
  if (part['isMultiline'] === true)
    return `<textarea id="${id}" name="${name}" rows="3"${attributes}${limits}>\n${escapeHtml(value)}</textarea>`
  const type = TYPES[(textIn(part, 'style') ?? '').toLowerCase()] ?? 'text'
  return `<input type="${type}" id="${id}" name="${name}"${attribute('value', value || undefined)}${attribute('pattern', textIn(part, 'regex'))}${attributes}${limits}>`
}

const rangeControl =
  (type: 'number' | 'date' | 'time'): Control =>
  (part, { id, name, attributes }) => {
    const limits = ['value', 'min', 'max'].map((field) => attribute(field, textIn(part, field))).join('')
    const decimals = type === 'number' ? ' step="any"' : ''
    return `<input type="${type}" id="${id}" name="${name}"${limits}${decimals}${attributes}>`
  }

/** A box to tick, with its own words beside it; the label stands above when there are both. */
const writeToggle: Write = (part, writing) => {
  const { id, label } = identityOf(part)
  const { id: own, name, attributes } = commonOf(part, id, writing)
  const on = textIn(part, 'valueOn') ?? 'true'
  const title = textIn(part, 'title')
  const above = title && title !== label ? `<p class="label" id="${own}-label">${escapeHtml(label)}</p>` : ''
  const box = `<input type="checkbox" id="${own}" name="${name}"${attribute('value', on)}${attribute('checked', textIn(part, 'value') === on)}${attribute('data-off', textIn(part, 'valueOff') ?? 'false')}${attribute('aria-describedby', above ? `${own}-label` : undefined)}${attributes}>`
  return `<div class="field">${above}<div class="choice">${box}<label for="${own}">${escapeHtml(title ?? label)}${requiredMark(part, writing)}</label></div></div>`
}

const writeChoices: Write = (part, writing) => {
  const isMultiple = part['isMultiSelect'] === true
  return isMultiple || textIn(part, 'style')?.toLowerCase() === 'expanded'
    ? writeChoiceBoxes(part, isMultiple ? 'checkbox' : 'radio', writing)
    : input(selectControl)(part, writing)
}

const selectControl: Control = (part, { id, name, attributes }) => {
  const chosen = textIn(part, 'value')
  const options = partsIn(part['choices']).map((choice) => {
    const value = textIn(choice, 'value') ?? ''
    return `<option${attribute('value', value)}${attribute('selected', value === chosen)}>${escapeHtml(textIn(choice, 'title') ?? value)}</option>`
  })
  const empty = chosen ? '' : `<option value="">${escapeHtml(textIn(part, 'placeholder') ?? '')}</option>`
  return `<select id="${id}" name="${name}"${attributes}>${empty}${options.join('')}</select>`
}

function writeChoiceBoxes(part: Part, type: 'checkbox' | 'radio', writing: Writing): string {
  const { id, label } = identityOf(part)
  const { id: own, name, attributes } = commonOf(part, id, writing)
  const chosen = (textIn(part, 'value') ?? '').split(',')
  const boxes = partsIn(part['choices']).map((choice, index) => {
    const value = textIn(choice, 'value') ?? ''
    const box = `<input type="${type}" id="${own}-${index}" name="${name}" value="${escapeHtml(value)}"${attribute('checked', chosen.includes(value))}${attributes}>`
    return `<div class="choice">${box}<label for="${own}-${index}">${escapeHtml(textIn(choice, 'title') ?? value)}</label></div>`
  })
  return `<fieldset class="field"><legend>${escapeHtml(label)}${requiredMark(part, writing)}</legend>${boxes.join('')}</fieldset>`
}

// ---- Actions

const writeActions = (actions: unknown, writing: Writing): string => {
  const written = partsIn(actions).map((action) => writeAction(action, writing))
  const row = written.filter(({ unfolds }) => !unfolds).map(({ html }) => html)
  const unfolding = written.filter(({ unfolds }) => unfolds).map(({ html }) => html)
  return (row.length > 0 ? `<div class="actions">${row.join('')}</div>` : '') + unfolding.join('')
}

type WrittenAction = { html: string; unfolds?: boolean }

function writeAction(action: Part, writing: Writing): WrittenAction {
  const write = ACTIONS[textIn(action, 'type') ?? '']
  if (write) return write(action, writing)
  if (action['fallback'] === 'drop') return { html: '' }
  if (isPart(action['fallback'])) return writeAction(action['fallback'], writing)
  throw new Error(`A card has the action "${textIn(action, 'type')}", which cannot be written as HTML`)
}

const addressOf = (action: Part): string => {
  const address = safeLink(action['url'])
  if (!address) throw new Error('A card has a link that is not https, tel or mailto')
  return address
}

const titleOf = (action: Part): string => {
  const title = textIn(action, 'title')
  if (!title?.trim()) throw new Error(`A card has an ${textIn(action, 'type')} without title`)
  return escapeHtml(title)
}

const buttonClass = (action: Part): string => {
  const style = textIn(action, 'style')?.toLowerCase()
  return style === 'positive' || style === 'destructive' ? `button ${style}` : 'button'
}

const writeOpenUrl = (action: Part, { words }: Writing): WrittenAction => ({
  html: linkToHtml(addressOf(action), titleOf(action), words, buttonClass(action)),
})

/** `data-press` is what the button sends; the script uses it, a form sends the place of the action and the server looks it up. */
const writePress = (action: Part, { presses, form }: Writing): WrittenAction => {
  const press = pressOf(action)
  if (!press) throw new Error('A card has a button without verb')
  const attributes =
    attribute('class', buttonClass(action)) +
    attribute('value', presses.indexOf(action)) +
    attribute('form', form) +
    attribute('formnovalidate', textIn(action, 'associatedInputs')?.toLowerCase() === 'none') +
    attribute('disabled', action['isEnabled'] === false) +
    attribute('data-press', JSON.stringify(press))
  return { html: `<button type="submit" name="action"${attributes}>${titleOf(action)}</button>` }
}

const unfold = (action: Part, inside: string, isOpen: boolean): WrittenAction => ({
  html: `<details${attribute('open', isOpen)}><summary>${titleOf(action)}</summary><div>${inside}</div></details>`,
  unfolds: true,
})

/** A card that unfolds sends its own inputs only: a required one that is folded away would block every other button. */
const writeShowCard = (action: Part, writing: Writing): WrittenAction => {
  if (!isPart(action['card'])) throw new Error('A card has an Action.ShowCard without card')
  const form = `${writing.form}-${writing.forms.length}`
  const own: Writing = { ...writing, form }
  const inside = writeCardInside(action['card'], own)
  if (inside.includes(` form="${form}"`)) writing.forms.push(formToHtml(form, writing, ''))
  return unfold(action, inside, false)
}

const writeToggleVisibility = (action: Part, writing: Writing): WrittenAction => {
  const targets = targetsOf(action).flatMap((id) => {
    const target = writing.toggled.get(id)
    return target ? [target] : []
  })
  targets.forEach((target) => writing.toggled.delete(textIn(target, 'id') ?? ''))
  // A second button for the same elements ("hide") has nothing left to do: <details> closes itself.
  if (targets.length === 0) return { html: '' }
  const isOpen = targets.some((target) => target['isVisible'] !== false)
  return unfold(action, targets.map((target) => writeShown(target, writing)).join(''), isOpen)
}

const targetsOf = (action: Part): string[] => {
  const targets = Array.isArray(action['targetElements']) ? action['targetElements'] : []
  return targets.flatMap((target) =>
    typeof target === 'string' ? [target] : isPart(target) ? (textIn(target, 'elementId') ?? []) : [],
  )
}

/** Finds the elements that buttons show and hide, wherever both are in the card. */
function collectToggled(card: Part, toggled: Map<string, Part>): void {
  const parts = [...everythingIn(card)]
  const wanted = new Set(parts.filter(({ type }) => type === 'Action.ToggleVisibility').flatMap(targetsOf))
  for (const part of parts) {
    const id = textIn(part, 'id')
    if (id !== undefined && wanted.has(id) && !toggled.has(id)) toggled.set(id, part)
  }
}

function* everythingIn(part: Part): Generator<Part> {
  for (const value of Object.values(part)) {
    for (const child of isPart(value) ? [value] : partsIn(value)) {
      yield child
      yield* everythingIn(child)
    }
  }
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
  'Input.Text': input(textControl),
  'Input.Number': input(rangeControl('number')),
  'Input.Date': input(rangeControl('date')),
  'Input.Time': input(rangeControl('time')),
  'Input.Toggle': writeToggle,
  'Input.ChoiceSet': writeChoices,
}

const ACTIONS: Readonly<Record<string, (action: Part, writing: Writing) => WrittenAction>> = {
  'Action.OpenUrl': writeOpenUrl,
  'Action.Submit': writePress,
  'Action.Execute': writePress,
  'Action.ShowCard': writeShowCard,
  'Action.ToggleVisibility': writeToggleVisibility,
}
