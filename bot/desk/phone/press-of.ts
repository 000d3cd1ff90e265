import { pressOf, pressesIn, textIn } from '../../cards/card-parts.js'
import { cardsOf } from '../../cards/phone/call-form.js'
import type { PressData, StoredActivity } from '../../domain/conversations/message.js'
import type { CallPress } from '../../domain/phone/call.js'

export type Pressed = { press: PressData; title: string }

/** What stands behind a button of a stored answer; undefined when there is no such button. What was filled in can never take the place of what the button itself says. */
export function pressedIn(activities: readonly StoredActivity[], { activity: id, at, inputs }: CallPress): Pressed | undefined {
  const activity = activities.find((line) => line.id === id && line.from.role === 'bot')
  if (!activity) return undefined
  return at.startsWith('s') ? suggestion(activity, Number(at.slice(1))) : cardButton(activity, at, inputs)
}

function suggestion({ suggestedActions }: StoredActivity, at: number): Pressed | undefined {
  const action = suggestedActions?.actions[at]
  const press = action && pressOf({ type: 'Action.Submit', data: action.value })
  return press && { press, title: action.title }
}

function cardButton(activity: StoredActivity, at: string, inputs: Record<string, string>): Pressed | undefined {
  const [card = -1, place = -1] = at.slice(1).split('.').map(Number)
  const found = cardsOf(activity).find((one) => one.at === card)
  const action = found && pressesIn(found.card)[place]
  const press = action && pressOf(action)
  if (!press) return undefined
  const takesInputs = textIn(action, 'associatedInputs')?.toLowerCase() !== 'none'
  return { press: { ...(takesInputs ? inputs : {}), ...press }, title: textIn(action, 'title') ?? '' }
}
