import { freshState } from '../domain/conversations/state.js'
import { pressed, skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import { commandIn } from '../understanding/commands.js'
import { menuButtons } from './menu-buttons.js'

/** Forgets the question, what was shown and what was said no to; the language stays. */
export const startOver = () =>
  skill<true>({
    name: 'start-over',
    match: (turn) => (pressed(turn, 'restart') || commandIn(textOf(turn) ?? '') === 'restart' ? true : undefined),
    answer(turn) {
      // Whoever waits for a person goes on waiting.
      const { language, desk } = turn.state
      turn.remember({ ...freshState(language), ...(desk ? { desk } : {}) })
      turn.reply({ outcome: 'restarted', text: turn.t('restarted.text'), suggestions: menuButtons(turn) })
    },
  })
