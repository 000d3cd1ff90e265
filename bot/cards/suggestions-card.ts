import type { Card, StoredActivity } from '../domain/conversations/message.js'
import { cardAround } from './card-around.js'
import { isPart, type Part } from './card-parts.js'

/** The buttons below a message as a card of its own, for channels that cannot show them otherwise; undefined when there are none. */
export function suggestionsCard(message: StoredActivity): Card | undefined {
  const buttons = suggestionButtons(message)
  return buttons && cardAround([buttons], { locale: message.locale, speak: titlesOf(message).join('. ') })
}

/** The buttons below a message as an element of a card; undefined when there are none. */
export function suggestionButtons({ suggestedActions }: StoredActivity): Part | undefined {
  const actions = (suggestedActions?.actions ?? []).flatMap(({ title, value }, at) =>
    isPart(value) ? [{ type: 'Action.Submit', id: `suggestion-${at}`, title, data: value, associatedInputs: 'none' }] : [],
  )
  return actions.length > 0 ? { type: 'ActionSet', actions } : undefined
}

const titlesOf = ({ suggestedActions }: StoredActivity): string[] => (suggestedActions?.actions ?? []).map(({ title }) => title)
