import { inputName, isPart, partsIn, textIn, type Part } from '../card-parts.js'
import { attribute, escapeHtml } from '../escape.js'
import { safeId, type Write, type Writing } from './writing.js'

type Control = (part: Part, common: { id: string; name: string; attributes: string }, writing: Writing) => string

/** Label above, control below: what the label and the error say is never only a colour or a placeholder. */
const input =
  (control: Control): Write =>
  (part, writing) => {
    const { id, label } = identityOf(part)
    const common = commonOf(part, id, writing)
    const after = isPart(part['inlineAction']) ? writing.write.actions([part['inlineAction']], writing) : ''
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
export const writeToggle: Write = (part, writing) => {
  const { id, label } = identityOf(part)
  const { id: own, name, attributes } = commonOf(part, id, writing)
  const on = textIn(part, 'valueOn') ?? 'true'
  const title = textIn(part, 'title')
  const above = title && title !== label ? `<p class="label" id="${own}-label">${escapeHtml(label)}</p>` : ''
  const box = `<input type="checkbox" id="${own}" name="${name}"${attribute('value', on)}${attribute('checked', textIn(part, 'value') === on)}${attribute('data-off', textIn(part, 'valueOff') ?? 'false')}${attribute('aria-describedby', above ? `${own}-label` : undefined)}${attributes}>`
  return `<div class="field">${above}<div class="choice">${box}<label for="${own}">${escapeHtml(title ?? label)}${requiredMark(part, writing)}</label></div></div>`
}

export const writeChoices: Write = (part, writing) => {
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

export const writeText = input(textControl)
export const writeNumber = input(rangeControl('number'))
export const writeDate = input(rangeControl('date'))
export const writeTime = input(rangeControl('time'))
