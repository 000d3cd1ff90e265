import { freshState } from '../domain/conversations/state.js'
import { pressed, skill, textOf } from '../turn/skill.js'
import { commandIn } from '../understanding/commands.js'
import { menuButtons } from './menu-buttons.js'

/** Forgets the question, what was shown and what was said no to; the language stays. */
export const startOver = () =>
  skill<true>({
    name: 'start-over',
    match: (turn) => (pressed(turn, 'restart') || commandIn(textOf(turn) ?? '') === 'restart' ? true : undefined),
    answer(turn) {
      turn.remember(freshState(turn.state.language))
      turn.reply({ outcome: 'restarted', text: turn.t('restarted.text'), suggestions: menuButtons(turn) })
    },
  })
