import type { Card, PressData } from '../domain/conversations/message.js'

/** An element or action of a card: its fields are read one by one, since a card is data and may be older than this code. */
export type Part = Record<string, unknown>

export const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value)
export const partsIn = (value: unknown): Part[] => (Array.isArray(value) ? value.filter(isPart) : [])
export const textIn = (part: Part, field: string): string | undefined => {
  const value = part[field]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

// Every field in which an element may hold others, in the order in which they are read.
const HOLDERS = [
  'body',
  'items',
  'columns',
  'rows',
  'cells',
  'images',
  'inlines',
  'inlineAction',
  'selectAction',
  'actions',
  'card',
  'fallback',
]

function* partsWithin(part: Part): Generator<Part> {
  for (const holder of HOLDERS) {
    const held = part[holder]
    for (const child of isPart(held) ? [held] : partsIn(held)) {
      yield child
      yield* partsWithin(child)
    }
  }
}

const isPress = ({ type }: Part) => type === 'Action.Submit' || type === 'Action.Execute'

/** The actions of a card that send something, in reading order. Their place in the list is their id in forms. */
export const pressesIn = (card: Card): Part[] => [...partsWithin(card)].filter(isPress)

/** The inputs of a card, those in cards that it unfolds included. */
export const inputsIn = (card: Card): Part[] => [...partsWithin(card)].filter(({ type }) => String(type).startsWith('Input.'))

/** What an action sends back, without inputs; undefined when it has no verb. */
export function pressOf(action: Part): PressData | undefined {
  const data = isPart(action['data']) ? action['data'] : {}
  const verb = action['type'] === 'Action.Execute' ? action['verb'] : data['verb']
  return typeof verb === 'string' ? { ...data, verb } : undefined
}

/** The name that an input has in a form, so that it cannot be mistaken for the form's own fields. */
export const inputName = (id: string): string => `input.${id}`
