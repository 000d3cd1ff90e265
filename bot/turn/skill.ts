import type { Turn } from './turn.js'

/** Something the bot can do. What `match` found is handed to `answer`; nothing is looked up twice. */
export type Skill<Found> = {
  name: string
  /** Undefined when this turn is for another skill. */
  match: (turn: Turn) => Found | undefined
  answer: (turn: Turn, found: Found) => void
}

/** A skill in a list of different ones: what it found is its own business. */
export type AnySkill = { name: string; tryToAnswer(turn: Turn): boolean }

export const skill = <Found>({ name, match, answer }: Skill<Found>): AnySkill => ({
  name,
  tryToAnswer(turn) {
    const found = match(turn)
    if (found === undefined) return false
    answer(turn, found)
    return true
  },
})

/** The press of one of our buttons with this verb, its data not yet believed. */
export const pressed = ({ said }: Turn, verb: string): Record<string, unknown> | undefined =>
  said.kind === 'press' && said.press.verb === verb ? said.press : undefined
