import type { CrisisKind, CrisisLanguage } from '../domain/crisis/kinds.js'
import { CRISIS_KINDS } from '../domain/crisis/kinds.js'
import { UNLESS_KINDS, type CrisisWords } from '../domain/crisis/crisis-words.js'
import { readPhrase, type PhraseStep, type PhraseWord } from '../domain/crisis/phrase.js'
import { entryOf } from './crisis-vocabulary.js'
import type { Entry } from './crisis-entry.js'

/** The rest of a choice, after the word by which it was found: numbers of words. */
type Rest = readonly number[]
export type Step = { close: boolean; end: boolean; choice: Choice }

/** What may stand in a step, by the number of its first word. The same choice stands in many phrases. */
export type Choice = {
  startingWith: ReadonlyMap<number, readonly Rest[]>
  /** The steps in which it stands: the phrase and the bit of the step, one after the other. */
  occurs: number[]
}

/** A phrase with numbers for words. `use`: whether it tells of a crisis or that there is none. */
export type ReadyPhrase = {
  /** `any` for what makes a phrase of any kind harmless. */
  kind: CrisisKind | 'any'
  language: CrisisLanguage
  use: 'phrase' | 'unless'
  /** As it stands in the file. */
  text: string
  parts: readonly (readonly Step[])[]
  /** A bit for each step that must have a word. */
  all: number
}

export type ReadyPhrases = {
  phrases: readonly ReadyPhrase[]
  /** The choices that begin with a word, by its number. */
  choices: ReadonlyMap<number, readonly Choice[]>
  entries: readonly Entry[]
}

/** Numbers every word once for each language, and writes all phrases with the numbers. */
export function readyPhrases(words: readonly CrisisWords[]): ReadyPhrases {
  const entries: Entry[] = []
  const choices = new Map<PhraseStep['choices'], Choice>()
  const phrases = words.flatMap((language) => {
    const number = numbering(language.id, entries)
    const choiceOf = (given: PhraseStep['choices']): Choice => {
      const known = choices.get(given) ?? { startingWith: startingWith(given, number), occurs: [] }
      choices.set(given, known)
      return known
    }
    return phrasesOf(language).map((phrase) => readyPhrase(phrase, language, choiceOf))
  })
  phrases.forEach(({ parts }, phrase) =>
    parts.flat().forEach(({ choice }, step) => {
      choice.occurs.push(phrase, 1 << step)
    }),
  )
  return { phrases, choices: byFirstWord([...choices.values()]), entries }
}

const NOTHING_MORE: readonly Rest[] = [[]]

type Number = (word: PhraseWord) => number

function numbering(language: CrisisLanguage, entries: Entry[]): Number {
  const words = new Map<string, number>()
  const stems = new Map<string, number>()
  return ({ text, stem }) => {
    const known = stem ? stems : words
    const number = known.get(text) ?? entries.push(entryOf(entries.length, language, text, stem)) - 1
    known.set(text, number)
    return number
  }
}

type PhraseText = Pick<ReadyPhrase, 'text' | 'use' | 'kind'>

const phrasesOf = ({ phrases, unless }: CrisisWords): PhraseText[] => [
  ...CRISIS_KINDS.flatMap((kind) => phrases[kind].map((text) => ({ text, use: 'phrase' as const, kind }))),
  ...UNLESS_KINDS.flatMap((kind) => (unless[kind] ?? []).map((text) => ({ text, use: 'unless' as const, kind }))),
]

function readyPhrase(
  { text, use, kind }: PhraseText,
  { id, groups }: CrisisWords,
  choiceOf: (choices: PhraseStep['choices']) => Choice,
): ReadyPhrase {
  const read = readPhrase(text, groups)
  if ('wrong' in read) throw new Error(`crisis-words/${id}, ${kind}: ${read.wrong}`)
  const parts = read.parts.map((part) => part.map(({ close, end, choices }) => ({ close, end, choice: choiceOf(choices) })))
  return { kind, language: id, use, text, parts, all: sum(parts.flat().map(({ end }, step) => (end ? 0 : 1 << step))) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0)

function startingWith(choices: PhraseStep['choices'], number: Number): ReadonlyMap<number, readonly Rest[]> {
  const rests = new Map<number, readonly Rest[]>()
  for (const words of choices) {
    const id = number(words[0]!)
    const known = rests.get(id)
    const rest = words.length === 1 ? undefined : words.slice(1).map(number)
    if (known) rests.set(id, [...known, rest ?? []])
    else rests.set(id, rest ? [rest] : NOTHING_MORE)
  }
  return rests
}

function byFirstWord(choices: readonly Choice[]): Map<number, Choice[]> {
  const map = new Map<number, Choice[]>()
  for (const choice of choices)
    for (const id of choice.startingWith.keys()) {
      const list = map.get(id)
      if (list) list.push(choice)
      else map.set(id, [choice])
    }
  return map
}
