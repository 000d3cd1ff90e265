import type { PersonalData } from '../domain/people/personal-data.js'
import { withoutCode } from '../understanding/plan-code-in.js'
import { contentLanguage } from '../domain/language.js'
import type { Outcome } from '../domain/outcome.js'
import type { Middleware } from './run.js'
import { textOf } from './text-of.js'

/** Answers in the language of the question, unless the person has chosen one. */
export const followLanguage =
  (detect: (text: string, prior: string) => string): Middleware =>
  (turn, next) => {
    // The letters of a code are of no language.
    const text = withoutCode(textOf(turn) ?? '')
    if (text && !turn.state.language && turn.language === contentLanguage(turn.language)) turn.speak(detect(text, turn.language))
    next()
  }

/** Says that something was masked, and why, before the answer itself. */
export const tellWhatWasMasked =
  (masked: readonly PersonalData[]): Middleware =>
  (turn, next) => {
    if (masked.length > 0) {
      const kinds = masked.map((kind) => turn.t(`personal-data.${kind}`)).join(', ')
      turn.reply({ outcome: 'personal-data', text: turn.t('personal-data.masked', { kinds }) })
    }
    next()
  }

const OF_THE_PILOT: readonly Outcome[] = ['permit-question', 'permit-plan', 'restarted']

/** Whoever asks something else in the middle of the permit pilot is answered, and finds the way back by a button. */
export const offerToGoOn: Middleware = (turn, next) => {
  next()
  const last = turn.answers.at(-1)
  const isUnderWay = turn.state.pilot !== undefined && turn.state.pilot.at !== 'plan'
  if (isUnderWay && last && !OF_THE_PILOT.includes(last.outcome))
    turn.alsoOffer({ title: turn.t('pilot.go-on'), press: { verb: 'pilot.continue' } })
}
