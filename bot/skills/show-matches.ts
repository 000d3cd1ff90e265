import type { Card, Suggestion } from '../domain/conversations/message.js'
import type { Content } from '../domain/content/content.js'
import { findableOf, type Findable } from '../domain/content/findables.js'
import { contentLanguage } from '../domain/language.js'
import type { Outcome, Result } from '../domain/outcome.js'
import type { Match } from '../understanding/find.js'
import type { Turn } from '../turn/turn.js'
import type { SkillNeeds } from './needs.js'

/** One of several errands in a message. */
export type Part = { n: number; of: number }
export type Shown = { text: string; near?: readonly Match[]; part?: Part }

type Thing = Findable & { match: Match }

/** Cards of what was found, best first, with buttons for the near ones and for "none of these". What was shown is remembered. */
export function showMatches(needs: SkillNeeds, turn: Turn, matches: readonly Match[], { text, near = [], part }: Shown): void {
  const { t, state } = turn
  const things = thingsOf(turn, matches)
  const [best, ...others] = things
  if (!best) return
  // The permits of an undertaking fill a card of their own, which nothing stands beside.
  const besides = best.kind === 'business-type' ? [] : others.filter(({ kind }) => kind !== 'business-type')
  const asking = asksForDistrict(needs, turn, best)
  const cards = [best, ...besides].map((thing, at) =>
    cardOf(needs, turn, thing, { short: at > 0, asksDistrict: at === 0 && asking }),
  )
  const offered = [...others.filter((thing) => !besides.includes(thing)), ...thingsOf(turn, near)]
  const known = [...things, ...thingsOf(turn, near)]
  state.shown = known.map(({ match }) => match.id)
  state.misses = 0
  const said =
    best.kind === 'business-type' ? t('permit.business', { name: best.thing.name[contentLanguage(turn.language)] }) : text
  turn.reply({
    outcome: outcomeOf(best),
    text: said,
    speak: [said, ...cards.map((card) => card.speak ?? '')].join(' '),
    cards,
    suggestions: [...offered.map((thing) => buttonOf(turn, thing)), notThatButton(turn)],
    results: resultsOf(turn, known),
    ...(part ? { part } : {}),
  })
}

/** What stands behind the matches; one that is not in the content any more is left out. */
export const thingsOf = ({ content }: Turn, matches: readonly Match[]): Thing[] =>
  matches.flatMap((match) => {
    const findable = findableOf(content, match.id)
    return findable ? [{ ...findable, match }] : []
  })

/** Whether to ask for the area, because the city district answers. Remembered, so that a typed answer is understood. */
function asksForDistrict({ areas }: SkillNeeds, { state }: Turn, best: Findable): boolean {
  if (state.question && !state.district) state.district = areas.mentioned(state.question)
  const asks = best.kind === 'service' && best.thing.responsible.byDistrict && state.district === undefined
  if (asks) state.asksDistrictFor = best.thing.id
  else delete state.asksDistrictFor
  return asks
}

const outcomeOf = ({ kind }: Findable): Outcome => (kind === 'other-authority' ? 'not-ours' : 'answer')

type Place = { short: boolean; asksDistrict: boolean }

function cardOf(needs: SkillNeeds, turn: Turn, { kind, thing }: Findable, { short, asksDistrict }: Place): Card {
  const { content, language, t, state } = turn
  if (kind === 'service')
    return needs.serviceCard({ service: thing, content, language, t, district: state.district, short, asksDistrict })
  if (kind === 'permit') return needs.permitCard({ permit: thing, content, language, t, short })
  if (kind === 'business-type') return needs.businessTypeCard({ type: thing, content, language, t })
  return needs.otherAuthorityCard({ matter: thing, language, t })
}

/** What other tools count. An undertaking stands for the permits that it usually needs. */
export function resultsOf({ content }: Turn, things: readonly Thing[]): Result[] {
  const results = things.flatMap(({ kind, thing, match }): Result[] => {
    const score = rounded(match.probability)
    if (kind === 'business-type') return tellingFirst(content, thing.usually).map((id) => ({ id, kind: 'permit', score }))
    return [{ id: thing.id, kind, score }]
  })
  return results.filter(({ id, kind }, at) => results.findIndex((other) => other.id === id && other.kind === kind) === at)
}

/** What a person chose is what was meant. */
export const chosen = (id: string): Match => ({ id, score: 1, probability: 1 })

/** What everybody needs who does business at all says least of what was meant. */
function tellingFirst({ businessTypes }: Content, permits: readonly string[]): string[] {
  const types = [...businessTypes.values()]
  const howCommon = (id: string): number => types.filter(({ usually }) => usually.includes(id)).length
  return [...permits].sort((one, other) => howCommon(one) - howCommon(other))
}

export const rounded = (score: number): number => Math.round(score * 1000) / 1000

/** A button that shows the thing. */
export const buttonOf = ({ language }: Turn, { kind, thing }: Findable): Suggestion => ({
  title: thing.name[contentLanguage(language)],
  press: { verb: kind, id: thing.id },
})

export const notThatButton = ({ t }: Turn): Suggestion => ({ title: t('service.not-that'), press: { verb: 'not-that' } })
