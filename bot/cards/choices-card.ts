import type { Card, PressData } from '../domain/conversations/message.js'
import type { FillCard } from './templates.js'

export type Choice = { id: string; title: string; press: PressData }
export type ChoiceGroup = { title?: string; choices: readonly Choice[] }

/** A heading and buttons below it. */
export const choicesCard = (fill: FillCard, language: string, title: string, groups: readonly ChoiceGroup[]): Card =>
  fill('choices', language, {
    title,
    groups,
    speak: `${title} ${groups.flatMap(({ choices }) => choices.map((choice) => choice.title)).join(', ')}`,
  })
