import type { PersonalData } from '../understanding/personal-data.js'
import { contentLanguage } from '../domain/language.js'
import type { Middleware } from './run.js'
import { textOf } from './skill.js'

/** Answers in the language of the question, unless the person has chosen one. */
export const followLanguage =
  (detect: (text: string, prior: string) => string): Middleware =>
  (turn, next) => {
    const text = textOf(turn)
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
