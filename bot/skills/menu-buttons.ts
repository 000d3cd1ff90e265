import type { Suggestion } from '../domain/conversations/message.js'
import { contentLanguage } from '../domain/language.js'
import type { LifeSituation } from '../domain/services/life-situation.js'
import type { Turn } from '../turn/turn.js'

/** The ways on that are offered when there is no better idea. */
export const menuButtons = ({ t }: Turn): Suggestion[] => [
  { title: t('menu.situations'), press: { verb: 'menu' } },
  personButton({ t }),
  { title: t('menu.about'), press: { verb: 'about' } },
]

/** "Talk to a person", whenever the bot has not been of help. */
export const personButton = ({ t }: Pick<Turn, 't'>): Suggestion => ({ title: t('menu.person'), press: { verb: 'person' } })

/** A button that shows the services of a life situation. */
export const situationButton = ({ language }: Turn, { id, name }: LifeSituation): Suggestion => ({
  title: name[contentLanguage(language)],
  press: { verb: 'life-situation', id },
})
