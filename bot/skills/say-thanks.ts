import { skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import { commandIn } from '../understanding/commands.js'

/** Answers a thank-you or a goodbye, so that it is not searched for. */
export const sayThanks = () =>
  skill<true>({
    name: 'say-thanks',
    match: (turn) => (commandIn(textOf(turn) ?? '') === 'thanks' ? true : undefined),
    answer: (turn) => turn.reply({ outcome: 'feedback', text: turn.t('thanks.text') }),
  })
