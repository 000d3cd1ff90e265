import { skill, textOf } from '../turn/skill.js'
import { showPeople } from './ask-for-person.js'
import { menuButtons } from './menu-buttons.js'
import type { SkillNeeds } from './needs.js'

/** An honest "I did not find it", with people to call. Always matches, so it stands last. */
export const notUnderstood = (needs: SkillNeeds) =>
  skill<true>({
    name: 'not-understood',
    match: () => true,
    answer(turn) {
      const { said, state, t } = turn
      if (said.kind === 'event') return
      if (said.kind === 'files' && !textOf(turn)) return turn.reply({ outcome: 'refused', text: t('errors.files') })
      if (!/\p{L}/u.test(textOf(turn) ?? ''))
        return turn.reply({ outcome: 'nonsense', text: t('not-found.nonsense'), suggestions: menuButtons(turn) })
      state.question = textOf(turn)
      state.shown = []
      state.excluded = []
      state.misses += 1
      showPeople(needs, turn, 'not-found', t('not-found.text'))
    },
  })
