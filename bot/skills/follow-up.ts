import { findableOf, findables, type Findable } from '../domain/content/findables.js'
import { contentLanguage } from '../domain/language.js'
import type { Audience } from '../domain/services/service.js'
import { skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import type { Turn } from '../turn/turn.js'
import { followUpIn, type Aspect, type FollowUp } from '../understanding/follow-up.js'
import { showPeople } from './ask-for-person.js'
import type { SkillNeeds } from './needs.js'
import { lookFor, showFound, type Answerable } from './show-found.js'
import { buttonOf, chosen, notThatButton, resultsOf } from './show-matches.js'
import { tellAspect } from './tell-aspect.js'

type Next =
  | { kind: 'aspect'; aspect: Aspect; about: Findable; key: string }
  | { kind: 'found'; question: string; found: Answerable }
  | { kind: 'nobody' }

/** A short message that means something only after the one before: what it costs, for whom else, "and my mother?". */
export const followUp = (needs: SkillNeeds) =>
  skill<Next>({
    name: 'follow-up',
    match(turn) {
      const [key] = turn.state.shown
      const about = key === undefined ? undefined : findableOf(turn.content, key)
      const follow = about && followUpIn(textOf(turn) ?? '')
      return about && follow && key !== undefined ? next(needs, turn, follow, about, key) : undefined
    },
    answer(turn, next) {
      if (next.kind === 'nobody') return showPeople(needs, turn, 'offer-person', turn.t('not-that.people'))
      if (next.kind === 'aspect') return answerAspect(needs, turn, next)
      turn.state.question = next.question
      showFound(needs, turn, next.found)
    },
  })

function next(needs: SkillNeeds, turn: Turn, follow: FollowUp, about: Findable, key: string): Next | undefined {
  if (follow.kind === 'aspect') return { kind: 'aspect', aspect: follow.aspect, about, key }
  const question = turn.state.question ?? about.thing.name[contentLanguage(turn.language)]
  if (follow.kind === 'audience') {
    const found = lookFor(needs, turn, question, notFor(turn, follow.audience))
    return found.kind === 'nothing' ? { kind: 'nobody' } : { kind: 'found', question, found }
  }
  // What is clear by itself is a new question.
  if (lookFor(needs, turn, follow.text).kind === 'sure') return undefined
  const together = `${question} ${follow.text}`
  const found = lookFor(needs, turn, together)
  return found.kind === 'nothing' ? undefined : { kind: 'found', question: together, found }
}

/** The keys of everything that is meant for others. */
const notFor = ({ content }: Turn, audience: Audience): string[] =>
  findables(content).flatMap(({ key }) => {
    const found = findableOf(content, key)
    return found && isFor(found, audience) ? [] : [key]
  })

function isFor({ kind, thing }: Findable, audience: Audience): boolean {
  if (kind === 'service') return thing.audience.includes(audience)
  return kind === 'other-authority' || audience !== 'citizen'
}

function answerAspect(needs: SkillNeeds, turn: Turn, { aspect, about, key }: Extract<Next, { kind: 'aspect' }>): void {
  if (aspect === 'person') return showPeople(needs, turn, 'contact')
  const { content, language, t } = turn
  const told = tellAspect(aspect, { about, content, language, t })
  const text = t('follow-up.about', { name: about.thing.name[contentLanguage(language)], told })
  const whole = { ...buttonOf(turn, about), title: t('follow-up.whole') }
  turn.reply({
    outcome: 'answer',
    text,
    suggestions: [whole, notThatButton(turn)],
    results: resultsOf(turn, [{ ...about, match: chosen(key) }]),
  })
}
