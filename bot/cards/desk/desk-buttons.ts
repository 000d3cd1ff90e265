import type { PressData, Suggestion } from '../../domain/conversations/message.js'
import type { ToldFacts } from './told-facts.js'
import type { ToldWords } from './told-words.js'

/** What a citizen can press about a hand-off. The verb is what comes back. */
export const DESK_BUTTONS = {
  'call-back': { verb: 'desk.call-back' },
  'e-mail': { verb: 'desk.e-mail' },
  protected: { verb: 'desk.protected' },
  back: { verb: 'desk.back' },
  withdraw: { verb: 'desk.withdraw' },
  place: { verb: 'desk.place' },
  'rate-yes': { verb: 'desk.rate', answer: 'yes' },
  'rate-no': { verb: 'desk.rate', answer: 'no' },
  'rate-skip': { verb: 'desk.rate', answer: 'skip' },
} as const satisfies Record<string, PressData>
export type DeskButton = keyof typeof DESK_BUTTONS

// Whoever has said that their identity is protected is not asked again, nor for anything to be reached by.
const NOT_WHEN_PROTECTED: readonly DeskButton[] = ['call-back', 'e-mail', 'protected']

/** Buttons below a line, each bound to the hand-off that it is about: an old one is told from a new one. */
export const deskButtons = (
  { handOff }: Pick<ToldFacts, 'handOff'>,
  { t }: Pick<ToldWords, 't'>,
  wanted: readonly DeskButton[],
): Suggestion[] =>
  wanted
    .filter((button) => !handOff.isProtected || !NOT_WHEN_PROTECTED.includes(button))
    .map((button) => ({ title: t(`desk.button.${button}`), press: { ...DESK_BUTTONS[button], handOff: handOff.id } }))
