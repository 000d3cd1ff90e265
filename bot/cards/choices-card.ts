import type { Card, PressData } from '../domain/conversations/message.js'
import type { FillCard } from './templates.js'

export type Choice = { id: string; title: string; press: PressData }
export type ChoiceGroup = { title?: string; choices: readonly Choice[] }

// Hosts show no more in one set of actions, unless they are configured to.
const MOST_IN_A_SET = 5

/** A heading and buttons below it. */
export const choicesCard = (fill: FillCard, language: string, title: string, groups: readonly ChoiceGroup[]): Card =>
  fill('choices', language, {
    title,
    groups: groups.flatMap(inSets),
    speak: `${title} ${groups.flatMap(({ choices }) => choices.map((choice) => choice.title)).join(', ')}`,
  })

const inSets = ({ title, choices }: ChoiceGroup): ChoiceGroup[] =>
  Array.from({ length: Math.ceil(choices.length / MOST_IN_A_SET) }, (_, set) => ({
    ...(title !== undefined && set === 0 ? { title } : {}),
    choices: choices.slice(set * MOST_IN_A_SET, (set + 1) * MOST_IN_A_SET),
  }))
