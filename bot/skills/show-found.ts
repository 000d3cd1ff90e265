import { choicesCard, type ChoiceGroup } from '../cards/choices-card.js'
import { findableOf, type Findable } from '../domain/content/findables.js'
import { leadingElsewhere, tellingDifference, type Answer, type Difference } from '../domain/content/telling-difference.js'
import { contentLanguage } from '../domain/language.js'
import type { Turn } from '../turn/turn.js'
import type { Found, Match } from '../understanding/find.js'
import type { SkillNeeds } from './needs.js'
import { buttonOf, resultsOf, showMatches, thingsOf, type Part } from './show-matches.js'

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
  if (found.kind === 'sure')
    return showMatches(needs, turn, [found.best], { text: wording(turn, 'sure', [found.best]), near: found.near, part })
  const near = found.kind === 'close' ? found.near : []
  const close = found.kind === 'close' ? leadingElsewhere(thingsOf(turn, found.matches)) : []
  if (close.length > 1) return askWhich(needs, turn, close, near, part)
  const matches = undertakingsLast(turn, [...found.matches, ...near])
  showMatches(needs, turn, matches, { text: wording(turn, 'several', matches), part })
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

/** One question with buttons: about what tells the things apart, which each button answers. */
function askWhich(needs: SkillNeeds, turn: Turn, close: ReturnType<typeof thingsOf>, near: readonly Match[], part?: Part): void {
  const { t, language, state } = turn
  const known = [...close, ...thingsOf(turn, near)]
  const { by, answers } = tellingDifference(close, turn.content)
  const groups = close.map((thing, at) => choiceOf(turn, thing, by, answers[at]!))
  const none = { choices: [{ id: 'not-that', title: t('clarify.none'), press: { verb: 'not-that' } }] }
  state.shown = known.map(({ match }) => match.id)
  state.misses = 0
  turn.reply({
    outcome: 'clarify',
    text: t('clarify.text'),
    cards: [choicesCard(needs.fill, language, t(`clarify.by.${by}`), [...groups, none])],
    suggestions: thingsOf(turn, near).map((thing) => buttonOf(turn, thing)),
    results: resultsOf(turn, known),
    ...(part ? { part } : {}),
  })
}

/** What is answered in a word or two stands on the button, before what it leads to; a sentence stands above. */
function choiceOf(turn: Turn, findable: Findable, by: Difference['by'], answer: Answer): ChoiceGroup {
  const { title: name, press } = buttonOf(turn, findable)
  const said = wordsOf(turn, by, answer)
  const id = `${findable.kind}-${findable.thing.id}`
  if (by === 'for' || by === 'summary') return { title: said, choices: [{ id, title: name, press }] }
  return { choices: [{ id, title: turn.t('clarify.choice', { answer: said, name }), press }] }
}

const wordsOf = ({ t, language }: Turn, by: Difference['by'], answer: Answer): string =>
  'text' in answer
    ? answer.text[contentLanguage(language)]
    : answer.is.map((each) => t(`clarify.${by}.${each}`)).join(t('clarify.or'))
