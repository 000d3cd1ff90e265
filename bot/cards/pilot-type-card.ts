import type { Card } from '../domain/conversations/message.js'
import { contentLanguage } from '../domain/language.js'
import { pilotButton } from './pilot-button.js'
import type { FillCard } from './templates.js'
import type { PlanTeller } from './plan-teller.js'

/** `near`: kinds that it could be, by what was said. */
export type PilotTypeCard = PlanTeller & { run: string; near?: readonly string[] }

/** Tells apart the cards of one snapshot that differ in more than their run. */
export const nameOfPilotTypeCard = ({ language, near = [] }: PilotTypeCard): string => [language, ...near].join('|')

/** Asks what somebody wants to do: in words of their own, or from the list of kinds. */
export function pilotTypeCard(fill: FillCard, { rules, language, t, run, near = [] }: PilotTypeCard): Card {
  const words = contentLanguage(language)
  const choices = [...rules.types.values()]
    .map(({ id, name }) => ({ title: name[words], value: id }))
    .sort((one, other) => one.title.localeCompare(other.title, language))
  return fill('pilot-type', language, {
    speak: `${t('pilot.type.title')} ${t('pilot.type.text')}`,
    title: t('pilot.type.title'),
    text: t('pilot.type.text'),
    near: near.flatMap((id) => {
      const name = rules.types.get(id)?.name[words]
      return name === undefined ? [] : [pilotButton(run, `choose-${id}`, name, { type: id })]
    }),
    label: t('pilot.type.label'),
    placeholder: t('pilot.type.choose'),
    error: t('pilot.type.empty'),
    choices,
    next: pilotButton(run, 'choose', t('pilot.type.next')),
    buttons: [pilotButton(run, 'choose-other', t('pilot.type.other'), { type: '' })],
    code: t('pilot.type.code'),
  })
}
