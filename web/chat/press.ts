import type { PressData } from '../../bot/domain/conversations/message.js'

/** A pressed button: what was filled in, or else its own words, is the person's own line. */
export type Pressed = { line: string; press: PressData }

const INPUT = 'input.'

/** What a button of a card, of a message or of the page sends, as the server reads it from a form; undefined when only the server can tell. */
export function pressedIn(form: HTMLFormElement, button: HTMLElement | null): Pressed | undefined {
  const press = pressOf(button) ?? pageButton(new FormData(form, button))
  // A button that does not look whether the fields are filled in does not send them either.
  const isAlone = button instanceof HTMLButtonElement && button.formNoValidate
  const inputs = isAlone ? {} : inputsOf(form)
  const line = (isAlone ? '' : wordsOf(form)) || button?.textContent?.trim()
  // What the card itself says is ours; what was filled in may not stand in its place.
  return press && line ? { line, press: { ...inputs, ...press } } : undefined
}

function pressOf(button: HTMLElement | null): PressData | undefined {
  const press: unknown = JSON.parse(button?.dataset['press'] ?? 'null')
  return typeof press === 'object' && press !== null && 'verb' in press && typeof press.verb === 'string'
    ? { ...press, verb: press.verb }
    : undefined
}

/** The page's own buttons have a verb of their own, and an id where there are several of a kind. */
function pageButton(data: FormData): PressData | undefined {
  const verb = data.get('verb')
  const id = data.get('id')
  if (typeof verb !== 'string') return undefined
  return { verb, ...(typeof id === 'string' && id !== '' ? { id } : {}) }
}

/** Inputs as a card sends them: by their ids, several choices with commas between, a box that is not ticked by its "off" value. */
function inputsOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {}
  for (const box of form.elements)
    if (box instanceof HTMLInputElement && box.dataset['off']) values[idOf(box.name)] = box.dataset['off']
  const given = new Map<string, string[]>()
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith(INPUT) && typeof value === 'string') given.set(name, [...(given.get(name) ?? []), value])
  }
  given.forEach((all, name) => (values[idOf(name)] = all.join(',')))
  return values
}

/** What was filled in, as the person sees it: the words beside what is chosen, not the value behind them. */
const wordsOf = (form: HTMLFormElement): string =>
  [...form.elements]
    .flatMap((box) => {
      if (box instanceof HTMLSelectElement) return box.value ? (box.selectedOptions[0]?.text ?? []) : []
      if (box instanceof HTMLTextAreaElement) return box.value
      if (!(box instanceof HTMLInputElement) || !box.name.startsWith(INPUT)) return []
      const isChosen = box.type === 'radio' || box.type === 'checkbox'
      return isChosen ? (box.checked ? (box.labels?.[0]?.textContent ?? []) : []) : box.value
    })
    .map((words) => words.trim())
    .filter(Boolean)
    .join(', ')

const idOf = (name: string): string => name.slice(INPUT.length)
