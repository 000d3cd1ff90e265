import { skill } from '../turn/skill.js'
import { menuButtons } from './menu-buttons.js'

/** A press that nobody answers any more, or that cannot be read: cards stay on screens for years. */
export const oldCard = () =>
  skill<true>({
    name: 'old-card',
    match: ({ said }) => (said.kind === 'press' || said.kind === 'unreadable-press' ? true : undefined),
    answer: (turn) => turn.reply({ outcome: 'refused', text: turn.t('errors.old-card'), suggestions: menuButtons(turn) }),
  })
