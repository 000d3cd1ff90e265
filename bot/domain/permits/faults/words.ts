import { LANGUAGES } from '../../language.js'
import type { Rules } from '../rules.js'
import { cardPlace, faultAt, permitPlace, typePlace, within, type Check, type Fault, type Place } from './fault.js'

// A name, a unit or a term may be the same in two languages; a sentence may not.
const WORDS_IN_A_NAME = 3

/** Everything that a person reads is written in every language, and is not one language twice. */
export const wordsInEveryLanguage: Check = (rules) => everyText(rules).flatMap(({ value, place }) => untranslated(value, place))

const everyText = ({ permits, types, cards }: Rules): { value: unknown; place: Place }[] => [
  ...[...permits.values()].map((value) => ({ value, place: permitPlace(value.id) })),
  ...[...types.values()].map((value) => ({ value, place: typePlace(value.id) })),
  ...cards.map((value) => ({ value, place: cardPlace(value.id) })),
]

type Texts = { readonly [language: string]: string } | { readonly [language: string]: readonly string[] }

function untranslated(value: unknown, place: Place): Fault[] {
  if (typeof value !== 'object' || value === null) return []
  if (isTexts(value)) return [...missing(value, place), ...same(value, place)]
  return Object.entries(value).flatMap(([key, inside]) =>
    untranslated(inside, within(place, Array.isArray(value) ? Number(key) : key)),
  )
}

const isTexts = (value: object): value is Texts => LANGUAGES.every((language) => language in value)

const isBlank = (text: string): boolean => text.trim() === ''

/** A blank text, or a list with nothing in one language and something in another. */
const missing = (texts: Texts, place: Place): Fault[] =>
  LANGUAGES.flatMap((language) => {
    const text = texts[language]
    const is = (lacks: boolean) =>
      lacks ? [faultAt('words', within(place, language), `nothing is written in "${language}"`)] : []
    if (typeof text === 'string') return is(isBlank(text))
    const filled = LANGUAGES.some((other) => (texts[other]?.length ?? 0) > 0)
    return is((text?.length ?? 0) === 0 ? filled : text!.some(isBlank))
  })

function same(texts: Texts, place: Place): Fault[] {
  const [first, ...others] = LANGUAGES
  const text = texts[first]
  if (typeof text !== 'string' || text.trim().split(/\s+/).length <= WORDS_IN_A_NAME) return []
  return others
    .filter((language) => texts[language] === text)
    .map((language) =>
      faultAt('words', within(place, language), `"${language}" says the same as "${first}": it is not translated`),
    )
}
