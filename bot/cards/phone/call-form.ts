import type { Card, StoredActivity } from '../../domain/conversations/message.js'
import type { CallChoice, CallField, CallForm } from '../../domain/phone/call-view.js'
import { ADAPTIVE_CARD } from '../card-type.js'
import { inputsIn, isPart, partsIn, pressesIn, textIn, type Part } from '../card-parts.js'
import { plainLines } from './plain-lines.js'

/** The cards of an answer, with their place in it. */
export const cardsOf = ({ attachments = [] }: StoredActivity): { card: Card; at: number }[] =>
  attachments.flatMap(({ contentType, content }, at) =>
    contentType === ADAPTIVE_CARD && isPart(content) ? [{ card: content as Card, at }] : [],
  )

/** What asks something in an answer: a form for each card that has fields. */
export const formsOf = (activity: StoredActivity): CallForm[] =>
  cardsOf(activity).flatMap(({ card, at }) => {
    const send = buttonsIn(card).find(({ action }) => takesInputs(action))
    const hints = hintsIn(card)
    const fields = inputsIn(card).map((input) => fieldOf(input, hints.get(input)))
    if (!send || fields.length === 0) return []
    return [{ at: `c${at}.${send.place}`, send: titleOf(send.action), title: headingOf(card), fields }]
  })

/** Buttons below an answer and on its cards that send nothing but themselves. */
export const choicesOf = (activity: StoredActivity): CallChoice[] => [
  ...cardsOf(activity).flatMap(({ card, at }) => {
    const sends = inputsIn(card).length > 0 ? buttonsIn(card).find(({ action }) => takesInputs(action)) : undefined
    return buttonsIn(card)
      .filter(({ place }) => place !== sends?.place)
      .map(({ action, place }) => ({ at: `c${at}.${place}`, title: titleOf(action) }))
  }),
  ...(activity.suggestedActions?.actions ?? []).map(({ title }, at) => ({ at: `s${at}`, title })),
]

const takesInputs = (action: Part): boolean => textIn(action, 'associatedInputs')?.toLowerCase() !== 'none'
const titleOf = (action: Part): string => plainLines(textIn(action, 'title') ?? '').join(' ')

/** What can be pressed on a card, each once: an action stands there a second time as what older clients show in its place. */
function buttonsIn(card: Card): { action: Part; place: number }[] {
  const all = pressesIn(card).map((action, place) => ({ action, place }))
  return all.filter(
    ({ action }, at) => at === 0 || JSON.stringify([titleOf(action), action['id']]) !== nameOf(all[at - 1]!.action),
  )
}
const nameOf = (action: Part): string => JSON.stringify([titleOf(action), action['id']])

/** The first heading of a card. */
function headingOf(card: Card): string {
  const heading = partsIn(card.body).find(({ type, style }) => type === 'TextBlock' && style === 'heading')
  return heading ? plainLines(textIn(heading, 'text') ?? '').join(' ') : ''
}

const isInput = ({ type }: Part): boolean => String(type).startsWith('Input.')

/** A part of a card that holds a field, and perhaps words about it. */
export const asksSomething = (part: Part): boolean => partsIn(part['items']).some(isInput)

/** The words that stand beside each field. */
const hintsIn = (card: Card): ReadonlyMap<Part, string> =>
  new Map(
    partsIn(card.body)
      .filter(asksSomething)
      .flatMap((part) => {
        const items = partsIn(part['items'])
        const hint = items
          .filter(({ type }) => type === 'TextBlock')
          .map((item) => plainLines(textIn(item, 'text') ?? '').join(' '))
        return items
          .filter(isInput)
          .slice(0, 1)
          .map((input): [Part, string] => [input, hint.join(' ')])
      }),
  )

const KINDS: Readonly<Record<string, CallField['kind']>> = {
  'Input.ChoiceSet': 'choices',
  'Input.Number': 'number',
  'Input.Toggle': 'toggle',
  'Input.Date': 'date',
}

function fieldOf(input: Part, hint: string | undefined): CallField {
  const kind = KINDS[String(input['type'])] ?? 'text'
  const choices = partsIn(input['choices']).map((choice) => ({
    title: plainLines(textIn(choice, 'title') ?? '').join(' '),
    value: textIn(choice, 'value') ?? '',
  }))
  const least = textIn(input, 'min')
  const most = textIn(input, 'max')
  return {
    id: textIn(input, 'id') ?? '',
    label: textIn(input, kind === 'toggle' ? 'title' : 'label') ?? textIn(input, 'placeholder') ?? '',
    ...(hint ? { hint } : {}),
    kind,
    choices,
    isMultiple: input['isMultiSelect'] === true,
    isRequired: input['isRequired'] === true,
    value: textIn(input, 'value') ?? '',
    ...(kind === 'toggle' ? { on: textIn(input, 'valueOn') ?? 'true', off: textIn(input, 'valueOff') ?? 'false' } : {}),
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  }
}
