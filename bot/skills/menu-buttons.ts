import type { Suggestion } from '../domain/conversations/message.js'
import type { Turn } from '../turn/turn.js'

/** The ways on that are offered when there is no better idea. */
export const menuButtons = ({ t }: Turn): Suggestion[] => [
  { title: t('menu.situations'), press: { verb: 'menu' } },
  { title: t('menu.person'), press: { verb: 'person' } },
  { title: t('menu.about'), press: { verb: 'about' } },
]
