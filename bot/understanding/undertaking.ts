import type { Rules } from '../domain/permits/rules.js'
import type { UndertakingFound } from '../domain/permits/undertaking-found.js'
import { believed } from './believed.js'
import { typeFinder, type Meant, type TypeFound } from './business-type-in.js'
import { factLexicon, factsTold } from './fact-words.js'
import type { Finder } from './find.js'
import { saidWords } from './said-words.js'
import { isQuestion, purposeOf, type Purpose } from './starting.js'

/** `language` (BCP 47) is that of the text, as the finder takes it. */
export type UndertakingFinder = (text: string, language: string) => UndertakingFound

/**
 * Finds what somebody's own words say about an undertaking: the kind of business or event, and facts. It takes only what was said, since what it
 * takes is not asked. Prepared once for each rule set; pure, and as fast as the finder.
 */
export function undertakingFinder(rules: Rules, finder: Finder): UndertakingFinder {
  const known = wordsIn(rules)
  const facts = factLexicon(rules, known)
  const types = typeFinder(rules, finder, known)

  return (text, language) => {
    const said = saidWords(text)
    const past = types.past(said)
    const told = factsTold(facts, said, (word) => past.has(word))
    const { type, meant } = types.find({ text, language, said, facts: believed(rules, undefined, told) })
    const telling = Object.entries(told).filter(([fact, { value }]) => types.isTelling(fact, value))
    const places = new Set(telling.flatMap(([, { at }]) => at)).size
    const purpose = purposeOf(said)
    const starts = isStart({ purpose, meant, type, places, isAsking: isQuestion(said, text) })
    const sure = type?.sure === true && purpose !== 'other'
    return {
      ...(type ? { type: { id: type.id, sure } } : {}),
      ...(type && type.between.length > 0 ? { between: type.between } : {}),
      facts: believed(rules, sure ? type.id : undefined, told),
      starts,
    }
  }
}

type Signs = { purpose: Purpose; meant: Meant; type: TypeFound | undefined; places: number; isAsking: boolean }

/**
 * Whether somebody is about to do it. `places`: how many words told a fact that says what it is. Where the finder is sure of a service or a permit, more
 * must be told: who asks how to apply for one thing is shown that thing.
 */
function isStart({ purpose, meant, type, places, isAsking }: Signs): boolean {
  const isNamed = type?.namedAt !== undefined
  if (purpose === 'other') return false
  if (purpose === 'begins') return isNamed || places > 0
  if (purpose === 'does')
    return (places > 0 || type?.sure === true) && (meant !== 'something-else' || places > 1 || (type?.sure === true && !isAsking))
  if (meant === 'business') return !isAsking || places > 1
  // "Kemtvätt i Farsta", "hotell med 45 rum och pool": told without a verb, beginning with what it is.
  return !isAsking && isNamed && (places > 1 || (meant === 'unsure' && type.namedAt < EARLY))
}

const EARLY = 2

/** Words that the rules are written with: they exist, so none of them is another one misspelt. */
function wordsIn({ types, permits, facts }: Rules): ReadonlySet<string> {
  const texts = [
    ...[...types.values()].flatMap(({ phrases, summary }) => [...phrases.sv, ...phrases.en, summary.sv, summary.en]),
    ...[...permits.values()].flatMap(({ phrases, summary, name }) => [
      ...phrases.sv,
      ...phrases.en,
      summary.sv,
      summary.en,
      name.sv,
      name.en,
    ]),
    ...[...facts.values()].flatMap(({ ask, findOut }) => [ask.sv, ask.en, findOut.sv, findOut.en]),
  ]
  return new Set(texts.flatMap((text) => saidWords(text).words))
}
