import { pressed, skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import { commandIn } from '../understanding/commands.js'
import { menuButtons } from './menu-buttons.js'

/** What it can do and what it cannot, and that it is a machine. */
export const about = () =>
  skill<true>({
    name: 'about',
    match: (turn) => (pressed(turn, 'about') || commandIn(textOf(turn) ?? '') === 'about' ? true : undefined),
    answer: (turn) => turn.reply({ outcome: 'menu', text: turn.t('about.text'), suggestions: menuButtons(turn).slice(0, 2) }),
  })
