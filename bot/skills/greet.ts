import { skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import { commandIn } from '../understanding/commands.js'
import { menuButtons } from './menu-buttons.js'

/** Says what it is when a conversation starts somewhere that has no page of ours around it, and answers a hello. */
export const greet = () =>
  skill<true>({
    name: 'greet',
    match(turn) {
      const started = turn.said.kind === 'event' && turn.said.name === 'conversationStarted'
      return started || commandIn(textOf(turn) ?? '') === 'greeting' ? true : undefined
    },
    answer(turn) {
      turn.reply({ outcome: 'greeting', text: turn.t('greeting.text'), suggestions: menuButtons(turn) })
    },
  })
