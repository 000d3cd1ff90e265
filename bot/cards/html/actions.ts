import { isPart, partsIn, pressOf, textIn, type Part } from '../card-parts.js'
import { attribute, escapeHtml } from '../escape.js'
import { linkToHtml } from '../markdown.js'
import { targetsOf } from './toggled.js'
import { addressOf, formToHtml, type Writing } from './writing.js'

export const writeActions = (actions: unknown, writing: Writing): string => {
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
    // Begins with the title, so that who speaks to the computer can say what is seen.
    attribute('aria-label', textIn(action, 'tooltip')) +
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
  const inside = own.write.inside(action['card'], own)
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
  return unfold(action, targets.map((target) => writing.write.shown(target, writing)).join(''), isOpen)
}

const ACTIONS: Readonly<Record<string, (action: Part, writing: Writing) => WrittenAction>> = {
  'Action.OpenUrl': writeOpenUrl,
  'Action.Submit': writePress,
  'Action.Execute': writePress,
  'Action.ShowCard': writeShowCard,
  'Action.ToggleVisibility': writeToggleVisibility,
}
