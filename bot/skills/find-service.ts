import { choicesCard } from '../cards/choices-card.js'
import { contentLanguage } from '../domain/language.js'
import { skill, textOf } from '../turn/skill.js'
import type { Turn } from '../turn/turn.js'
import type { Found } from '../understanding/find.js'
import type { Match } from '../understanding/index-of-texts.js'
import type { SkillNeeds } from './needs.js'
import { rounded, showMatches } from './show-matches.js'

type Answerable = Exclude<Found, { kind: 'nothing' }>

/** A question in one's own words: the service, or a question back when two stand close. */
export const findService = (needs: SkillNeeds) =>
  skill<{ question: string; found: Answerable }>({
    name: 'find-service',
    match(turn) {
      const question = textOf(turn)
      if (!question) return undefined
      const found = needs.finder.find(needs.areas.withoutPlace(question))
      return found.kind === 'nothing' ? undefined : { question, found }
    },
    answer(turn, { question, found }) {
      turn.state.question = question
      turn.state.excluded = []
      showFound(needs, turn, found)
    },
  })

/** Shows what the finder found, in the wording that its certainty deserves. */
export function showFound(needs: SkillNeeds, turn: Turn, found: Answerable): void {
  if (found.kind === 'close') return askWhich(needs, turn, found.matches)
  if (found.kind === 'sure') return showMatches(needs, turn, [found.best], { text: turn.t('service.found'), near: found.near })
  showMatches(needs, turn, found.matches, { text: turn.t('service.found-several') })
}

function askWhich({ fill }: SkillNeeds, turn: Turn, matches: readonly Match[]): void {
  const words = contentLanguage(turn.language)
  const services = matches.flatMap(({ id }) => turn.content.services.get(id) ?? [])
  const choices = services.map(({ id, name }) => ({ id: `service-${id}`, title: name[words], press: { verb: 'service', id } }))
  const none = { id: 'not-that', title: turn.t('clarify.none'), press: { verb: 'not-that' } }
  turn.state.shown = services.map(({ id }) => id)
  turn.state.misses = 0
  turn.reply({
    outcome: 'clarify',
    text: turn.t('clarify.text'),
    cards: [choicesCard(fill, turn.language, turn.t('clarify.title'), [{ choices: [...choices, none] }])],
    results: matches.map(({ id, score }) => ({ id, kind: 'service', score: rounded(score) })),
  })
}
