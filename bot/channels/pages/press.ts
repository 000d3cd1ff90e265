import { createHash } from 'node:crypto'
import { z } from 'zod'
import { inputName, inputsIn, isPart, partsIn, pressesIn, pressOf, textIn, type Part } from '../../cards/card-parts.js'
import type { Card, PressData, StoredActivity } from '../../domain/conversations/message.js'
import { contentLanguage } from '../../domain/language.js'
import type { Said } from '../../turn/turn.js'
import { readForm } from './form.js'
import type { PagesNeeds } from './needs.js'
import { hand, type Something } from './say.js'
import { everythingIn, show } from './show.js'
import { keyOf, type Visit } from './visit.js'

/** The page's own buttons: what they send, and the key of what is shown as the person's own line. */
const OWN_BUTTONS = { restart: 'page.restart', person: 'page.person', about: 'page.about', menu: 'menu.situations' } as const

const OwnPress = z.union([
  z.object({ verb: z.enum(['restart', 'person', 'about', 'menu']) }),
  z.object({ verb: z.literal('life-situation'), id: z.string().max(100) }),
])

/** POST /press: a button of the page, of a card or below a message. What it means is looked up, never believed. */
export async function press(needs: PagesNeeds, visit: Visit): Promise<void> {
  const sent = await readForm(visit.asked.request, needs)
  if (sent.kind === 'too-large') return show(needs, visit, { problem: { name: 'too-large', status: 413 } })
  if (sent.kind !== 'form') return show(needs, visit, { problem: { name: 'foreign', status: 403 } })
  const pressed = ownButton(needs, visit, sent.fields) ?? (await storedButton(needs, visit, sent.fields))
  return hand(needs, visit, { ...pressed, id: idOf(sent.fields.get('page'), pressed) ?? needs.newId() })
}

type Pressed = Pick<Something, 'said' | 'line'>

/** The same button of the same page, filled in alike, is one press: a hurried thumb presses twice. */
const idOf = (page: string | null, { said }: Pressed): string | undefined =>
  page === null
    ? undefined
    : createHash('sha256')
        .update(JSON.stringify([page, said]))
        .digest('hex')
        .slice(0, 32)

const pressing = (data: PressData, line: string | undefined): Pressed => ({
  said: { kind: 'press', press: data, trigger: 'manual' },
  line,
})

function ownButton(needs: PagesNeeds, { language }: Visit, fields: URLSearchParams): Pressed | undefined {
  const own = OwnPress.safeParse(Object.fromEntries(fields))
  if (!own.success) return undefined
  if (own.data.verb !== 'life-situation') return pressing(own.data, needs.translate(language)(OWN_BUTTONS[own.data.verb]))
  return pressing(own.data, needs.content().lifeSituations.get(own.data.id)?.name[contentLanguage(language)])
}

const UNREADABLE: Pressed = { said: { kind: 'unreadable-press' } }

async function storedButton(needs: PagesNeeds, { conversation }: Visit, fields: URLSearchParams): Promise<Pressed> {
  const activity = conversation && (await activityOf(needs, conversation.conversation, fields.get('activity')))
  if (!activity) return UNREADABLE
  return fields.has('suggestion') ? suggestionOf(activity, fields.get('suggestion')) : actionOf(activity, fields)
}

async function activityOf(needs: PagesNeeds, conversation: string, id: string | null): Promise<StoredActivity | undefined> {
  try {
    const all = await everythingIn(needs, keyOf(conversation))
    return all.find(({ activity }) => activity.id === id && activity.from.role === 'bot')?.activity
  } catch (error) {
    // The turn fails for the same reason, and explains it.
    needs.log.error({ error, conversation }, 'stored card cannot be read')
    return undefined
  }
}

/** Where a button stands, as the form says it: a small whole number. */
const placeIn = (value: string | null): number => (value !== null && /^\d{1,4}$/.test(value) ? Number(value) : -1)

function suggestionOf({ suggestedActions }: StoredActivity, place: string | null): Pressed {
  const action = suggestedActions?.actions[placeIn(place)]
  const said = action && saidBy(action.value)
  return said ? { said, line: said.kind === 'text' ? undefined : (action.displayText ?? action.title) } : UNREADABLE
}

function saidBy(value: unknown): Said | undefined {
  if (typeof value === 'string') return { kind: 'text', text: value }
  const data = isPart(value) ? pressOf({ type: 'Action.Submit', data: value }) : undefined
  return data && { kind: 'press', press: data, trigger: 'manual' }
}

function actionOf({ attachments }: StoredActivity, fields: URLSearchParams): Pressed {
  const card = attachments?.[placeIn(fields.get('card'))]?.content
  const action = isPart(card) ? pressesIn(card as Card)[placeIn(fields.get('action'))] : undefined
  const data = action && pressOf(action)
  if (!data) return UNREADABLE
  const wantsInputs = textIn(action, 'associatedInputs')?.toLowerCase() !== 'none'
  const inputs = wantsInputs ? inputsOf(card as Card, fields) : {}
  // What the card itself says is ours; what was filled in is a stranger's, and may not stand in its place.
  const given = wantsInputs ? wordsFor(card as Card, inputs) : ''
  return pressing({ ...inputs, ...data }, given || textIn(action, 'title'))
}

/** What was filled in, as the person sees it: the words of what is chosen, not the value behind them. */
function wordsFor(card: Card, inputs: Record<string, string>): string {
  const words = inputsIn(card).map((input) => {
    const value = inputs[textIn(input, 'id') ?? ''] ?? ''
    if (input['type'] === 'Input.Toggle')
      return value === (textIn(input, 'valueOn') ?? 'true') ? (textIn(input, 'title') ?? '') : ''
    if (input['type'] !== 'Input.ChoiceSet') return value.trim()
    const chosen = partsIn(input['choices']).filter((choice) => value.split(',').includes(textIn(choice, 'value') ?? ''))
    return chosen.map((choice) => textIn(choice, 'title') ?? '').join(', ')
  })
  return words.filter(Boolean).join(', ').slice(0, LONGEST_LINE)
}

const LONGEST_LINE = 500

// Longer than any field of ours; what is longer is cut rather than refused, since the skill parses it anyway.
const LONGEST_INPUT = 4_000

/** What was filled in, as cards send it: several choices with commas between, a box that is not ticked by its "off" value. */
function inputsOf(card: Card, fields: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    inputsIn(card).flatMap((input) => {
      const id = textIn(input, 'id')
      const given = id === undefined ? [] : fields.getAll(inputName(id))
      const value = given.length > 0 ? given.join(',') : whenEmpty(input)
      return id === undefined || value === undefined ? [] : [[id, value.slice(0, LONGEST_INPUT)]]
    }),
  )
}

const whenEmpty = (input: Part): string | undefined =>
  input['type'] === 'Input.Toggle' ? (textIn(input, 'valueOff') ?? 'false') : undefined
