import { scriptOf, type Script } from './language-features.js'
import type { LanguageModel, Score } from './language-model.js'
import { comparable } from './normalise.js'

/** The language of ours that is alone in its script. */
const ALONE: Partial<Record<Script, string>> = { Ethiopic: 'ti', Thai: 'th', Han: 'zh' }

// What a letter says beside one of another script. Latin names stand in any text; Han writes a word with one letter or two.
const LETTER_SAYS: Record<Script, number> = { Latin: 0.5, Arabic: 1, Cyrillic: 1, Ethiopic: 1.5, Thai: 1, Han: 4 }
// How much likelier the language of the conversation is before anything is read, as a logarithm.
const PRIOR = 0.5

// However Swedish "förskola" is, it is one word of a question that may be English: a word says this much at most, as a logarithm.
const WORD_SAYS_AT_MOST = 6

// Letters that are looked at: a language is plain long before.
const LONGEST_TEXT = 400

// Who reads one reads the other: unsure between them means the one that we speak.
const NEIGHBOURS: Record<string, string> = { da: 'sv', no: 'sv' }
// A single word is as likely a name, or a Swedish term that one meets in the city whatever one speaks.
const FEWEST_WORDS = 2
// Logarithm of how many times likelier another language must be before the conversation's own is left.
const CERTAIN = 2

/** A language of the model and how likely a text is written in it, 0 to 1. */
export type Likelihood = { language: string; likelihood: number }

/**
 * Every language that the text's script is used for, likeliest first; the likelihoods add up to 1. Where scripts are mixed, the one
 * that says most decides. `prior` is the language of the conversation. Empty when no letter is of a script that we know.
 */
export const languageReader =
  (model: LanguageModel) =>
  (text: string, prior?: string): Likelihood[] => {
    const { scores } = read(model, comparable(text))
    const weighed = scores.map(({ language, score }) => ({ language, score: score + (language === prior ? PRIOR : 0) }))
    const highest = Math.max(...weighed.map(({ score }) => score))
    const sum = weighed.reduce((all, { score }) => all + Math.exp(score - highest), 0)
    return weighed
      .map(({ language, score }) => ({ language, likelihood: Math.exp(score - highest) / sum }))
      .sort((one, other) => other.likelihood - one.likelihood)
  }

/**
 * Which of the languages that we speak to answer a text in. Gives `prior`, the language of the conversation, back when the text is
 * too short, the difference too small, or the language one that we do not speak. `names` are places of the city, which say nothing
 * of who writes them.
 */
export function languageDetector(model: LanguageModel, spoken: readonly string[], names: readonly string[]) {
  const withoutNames = remover(names.map(comparable))
  const answeredIn = (language: string): string => (spoken.includes(language) ? language : (NEIGHBOURS[language] ?? language))

  return (text: string, prior: string): string => {
    const { words, scores } = read(model, withoutNames(comparable(text)))
    const own = Math.max(...scores.filter(({ language }) => answeredIn(language) === answeredIn(prior)).map(({ score }) => score))
    const isOfOwnScript = own > -Infinity
    const best = likeliest(scores)
    if (!best || (isOfOwnScript && (words < FEWEST_WORDS || best.score - own < CERTAIN))) return prior
    const answer = answeredIn(best.language)
    return spoken.includes(answer) ? answer : prior
  }
}

const likeliest = (scores: readonly Score[]): Score | undefined =>
  scores.reduce<Score | undefined>((best, one) => (best && best.score >= one.score ? best : one), undefined)

/** What the words in the main script of a comparable text say together. `words` is how many they are. */
function read(model: LanguageModel, said: string): { words: number; scores: Score[] } {
  const letters = said.replace(/\p{N}+/gu, ' ').slice(0, LONGEST_TEXT)
  const script = mainScript(letters)
  if (!script) return { words: 0, scores: [] }
  const words = letters
    .split(' ')
    .filter((word) => Array.from(word).some((letter) => scriptOf(letter.codePointAt(0)!) === script))
  const alone = ALONE[script]
  return {
    words: words.length,
    scores: alone ? [{ language: alone, score: 0 }] : together(words.map((word) => model(script, word))),
  }
}

function together(scoresOfWords: readonly Score[][]): Score[] {
  const sums = scoresOfWords[0]!.map(({ language }) => ({ language, score: 0 }))
  for (const scores of scoresOfWords) {
    const highest = likeliest(scores)!.score
    scores.forEach(({ score }, at) => (sums[at]!.score += Math.max(score - highest, -WORD_SAYS_AT_MOST)))
  }
  return sums
}

function mainScript(said: string): Script | undefined {
  const says = new Map<Script, number>()
  for (const letter of said) {
    const script = scriptOf(letter.codePointAt(0)!)
    if (script) says.set(script, (says.get(script) ?? 0) + LETTER_SAYS[script])
  }
  return [...says].reduce<[Script, number] | undefined>((best, one) => (best && best[1] >= one[1] ? best : one), undefined)?.[0]
}

/** Takes whole names out of comparable text, the longest first. */
function remover(names: readonly string[]): (said: string) => string {
  if (names.length === 0) return (said) => said
  const longestFirst = [...names].sort((one, other) => other.length - one.length)
  const any = new RegExp(`(?<= )(?:${longestFirst.join('|')})(?= )`, 'g')
  return (said) => ` ${said} `.replace(any, '').replace(/ +/g, ' ').trim()
}
