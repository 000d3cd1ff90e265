import { skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import { isInsult } from '../understanding/insult.js'
import { menuButtons } from './menu-buttons.js'

/** Abuse is answered with the ways on, and nothing else: whoever is angry has often tried several times already. */
export const stayCalm = () =>
  skill<true>({
    name: 'stay-calm',
    match: (turn) => (isInsult(textOf(turn) ?? '') ? true : undefined),
    answer: (turn) => turn.reply({ outcome: 'nonsense', text: turn.t('not-found.insult'), suggestions: menuButtons(turn) }),
  })
