import { createInstance, type i18n, type TFunction } from 'i18next'
import type { Translate } from './translate.js'

/** All words of a language by area: `{ page: { leave: '…' } }` is the key `page.leave`. */
export type Words = Record<string, Record<string, string>>

export { directionOf } from './direction.js'

/** A language that nobody speaks: English as it would look from right to left, to see the layout mirrored before there is a translation. */
export const PSEUDO_RIGHT_TO_LEFT = 'ar-XB'

/**
 * i18next behind one function. A missing key is an error, since a person would read the key.
 * `words` holds every language's; the first language is not a fallback: the tests see to it that all keys are in all languages.
 */
export function translator(words: Record<string, Words>): (language: string) => Translate {
  const i18next: i18n = createInstance()
  void i18next.init({
    resources: Object.fromEntries(Object.entries(words).map(([language, areas]) => [language, { translation: flat(areas) }])),
    keySeparator: false,
    nsSeparator: false,
    lng: Object.keys(words)[0],
    fallbackLng: false,
    initAsync: false,
    showSupportNotice: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`No words for "${key}"`)
    },
  })
  const fixed = new Map<string, Translate>()
  return (language) => {
    let translate = fixed.get(language)
    if (!translate) {
      translate = wordsOf(i18next.getFixedT(language))
      fixed.set(language, translate)
    }
    return translate
  }
}

/** i18next takes its time over each key, and most have nothing to fill in: those are looked up once. */
function wordsOf(t: TFunction): Translate {
  const plain = new Map<string, string>()
  return (key, values) => {
    if (values) return t(key, values)
    const known = plain.get(key) ?? t(key)
    plain.set(key, known)
    return known
  }
}

// Keys have dots in them, and are looked up whole.
const flat = (areas: Words): Record<string, string> =>
  Object.fromEntries(
    Object.entries(areas).flatMap(([area, keys]) => Object.entries(keys).map(([key, text]) => [`${area}.${key}`, text])),
  )
