import { skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import { errandsIn } from '../understanding/errands.js'
import { withoutMasked } from '../understanding/personal-data.js'
import type { SkillNeeds } from './needs.js'
import { lookFor, showFound, type Answerable } from './show-found.js'

type Errand = { text: string; found: Answerable }

/** A question in one's own words: what was found, or a question back when two stand close. Several errands are answered in order. */
export const find = (needs: SkillNeeds) =>
  skill<readonly Errand[]>({
    name: 'find',
    match(turn) {
      const question = withoutMasked(textOf(turn) ?? '')
      if (!question) return undefined
      const look = (text: string) => lookFor(needs, turn, text)
      const errands = errandsIn(question, look).flatMap(({ text, found }) => (found.kind === 'nothing' ? [] : [{ text, found }]))
      return errands.length > 0 ? errands : undefined
    },
    answer(turn, errands) {
      turn.state.excluded = []
      errands.forEach(({ text, found }, at) => {
        turn.state.question = text
        showFound(needs, turn, found, errands.length > 1 ? { n: at + 1, of: errands.length } : undefined)
      })
    },
  })
