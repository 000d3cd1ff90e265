import { choicesCard } from '../cards/choices-card.js'
import { findableOf } from '../domain/content/findables.js'
import { contentLanguage } from '../domain/language.js'
import type { Turn } from '../turn/turn.js'
import type { Found, Match } from '../understanding/find.js'
import type { SkillNeeds } from './needs.js'
import { resultsOf, showMatches, thingsOf, type Part } from './show-matches.js'

export type Answerable = Exclude<Found, { kind: 'nothing' }>

/** Asks the finder, without the place that was named and without what the person has said no to. */
export const lookFor = (
  { finder, areas }: SkillNeeds,
  { language }: Turn,
  text: string,
  excluded: readonly string[] = [],
): Found => finder.find(areas.withoutPlace(text), excluded, language)

/** Shows what the finder found, in the wording that its certainty deserves. */
export function showFound(needs: SkillNeeds, turn: Turn, found: Answerable, part?: Part): void {
  if (found.kind === 'close') return askWhich(needs, turn, found.matches, part)
  const [matches, near] = found.kind === 'sure' ? [[found.best], found.near] : [undertakingsLast(turn, found.matches), []]
  showMatches(needs, turn, matches, { text: wording(turn, found.kind, matches), near, part })
}

/** Whoever is not surely starting something is rather asking for a service. */
function undertakingsLast({ content }: Turn, matches: readonly Match[]): Match[] {
  const isUndertaking = ({ id }: Match): boolean => findableOf(content, id)?.kind === 'business-type'
  return [...matches.filter((match) => !isUndertaking(match)), ...matches.filter(isUndertaking)]
}

function wording({ content, t }: Turn, kind: 'sure' | 'several', [best]: readonly Match[]): string {
  if (best && findableOf(content, best.id)?.kind === 'other-authority')
    return t(kind === 'sure' ? 'not-ours.text' : 'not-ours.unsure')
  return t(kind === 'sure' ? 'service.found' : 'service.found-several')
}

/** One question with buttons; above each stands what one gets done there, since that is what tells them apart. */
function askWhich({ fill }: SkillNeeds, turn: Turn, matches: readonly Match[], part?: Part): void {
  const words = contentLanguage(turn.language)
  const things = thingsOf(turn, matches)
  const groups = things.map(({ kind, thing }) => ({
    title: thing.summary[words],
    choices: [{ id: `${kind}-${thing.id}`, title: thing.name[words], press: { verb: kind, id: thing.id } }],
  }))
  const none = { choices: [{ id: 'not-that', title: turn.t('clarify.none'), press: { verb: 'not-that' } }] }
  turn.state.shown = things.map(({ match }) => match.id)
  turn.state.misses = 0
  turn.reply({
    outcome: 'clarify',
    text: turn.t('clarify.text'),
    cards: [choicesCard(fill, turn.language, turn.t('clarify.title'), [...groups, none])],
    results: resultsOf(turn, things),
    ...(part ? { part } : {}),
  })
}
