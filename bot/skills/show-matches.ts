import { contentLanguage } from '../domain/language.js'
import type { Suggestion } from '../domain/conversations/message.js'
import type { Service } from '../domain/services/service.js'
import type { Match } from '../understanding/index-of-texts.js'
import type { Turn } from '../turn/turn.js'
import type { SkillNeeds } from './needs.js'

export type Shown = { text: string; near?: readonly Match[] }

/** Cards of the services, best first, with buttons for the near ones and for "none of these". What was shown is remembered. */
export function showMatches(
  { serviceCard, areas }: SkillNeeds,
  turn: Turn,
  matches: readonly Match[],
  { text, near = [] }: Shown,
): void {
  const { content, language, t, state } = turn
  const services = matches.flatMap(({ id }) => content.services.get(id) ?? [])
  if (state.question && !state.district) state.district = areas.mentioned(state.question)
  const best = services[0]
  const asking = best?.responsible.byDistrict && state.district === undefined ? best : undefined
  if (asking) state.asksDistrictFor = asking.id
  else delete state.asksDistrictFor
  const cards = services.map((service, at) =>
    serviceCard({
      service,
      content,
      language,
      t,
      district: state.district,
      short: at > 0,
      asksDistrict: service === asking,
    }),
  )
  const shown = [...matches, ...near]
  state.shown = shown.map(({ id }) => id)
  state.misses = 0
  turn.reply({
    outcome: 'answer',
    text,
    speak: [text, ...cards.map((card) => card.speak ?? '')].join(' '),
    cards,
    suggestions: [...near.flatMap(({ id }) => serviceButton(turn, content.services.get(id))), notThatButton(turn)],
    results: shown.map(({ id, score }) => ({ id, kind: 'service', score: rounded(score) })),
  })
}

export const rounded = (score: number): number => Math.round(score * 1000) / 1000

/** A button that shows the service; nothing for one that is not in the content any more. */
export const serviceButton = ({ language }: Turn, service: Service | undefined): Suggestion[] =>
  service ? [{ title: service.name[contentLanguage(language)], press: { verb: 'service', id: service.id } }] : []

export const notThatButton = ({ t }: Turn): Suggestion => ({ title: t('service.not-that'), press: { verb: 'not-that' } })
