import { pressed, skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import { commandIn } from '../understanding/commands.js'
import { showPeople } from './ask-for-person.js'
import { personButton } from './menu-buttons.js'
import type { SkillNeeds } from './needs.js'
import { lookFor, showFound } from './show-found.js'

/** "No, not that": what was shown is left out, and the question is asked again without it. */
export const notThat = (needs: SkillNeeds) =>
  skill<true>({
    name: 'not-that',
    match: (turn) => (pressed(turn, 'not-that') || commandIn(textOf(turn) ?? '') === 'not-that' ? true : undefined),
    answer(turn) {
      const { state, t } = turn
      state.excluded = [...new Set([...state.excluded, ...state.shown])]
      state.shown = []
      const found = state.question ? lookFor(needs, turn, state.question, state.excluded) : { kind: 'nothing' as const }
      if (found.kind !== 'nothing') return showFound(needs, turn, found)
      state.misses += 1
      if (state.question && state.misses < 2)
        return turn.reply({ outcome: 'feedback', text: t('not-that.rephrase'), suggestions: [personButton(turn)] })
      showPeople(needs, turn, 'offer-person', t('not-that.people'), [personButton(turn)])
    },
  })
