import type { CrisisKind, CrisisLanguage } from '../domain/crisis/kinds.js'
import { CRISIS_KINDS } from '../domain/crisis/kinds.js'
import { UNLESS_KINDS, type CrisisWords } from '../domain/crisis/crisis-words.js'
import { readPhrase, type PhraseStep, type PhraseWord } from '../domain/crisis/phrase.js'
import { entryOf, type Entry } from './crisis-vocabulary.js'

/** The rest of a choice, after the word by which it was found: numbers of words. */
type Rest = readonly number[]
export type Step = { close: boolean; end: boolean; startingWith: ReadonlyMap<number, readonly Rest[]> }

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
  /** Where the first word of any choice occurs: by its number, phrase and the bit of the step, one after the other. */
  places: ReadonlyMap<number, readonly number[]>
  entries: readonly Entry[]
}

/** Numbers every word once for each language, and writes all phrases with the numbers. */
export function readyPhrases(words: readonly CrisisWords[]): ReadyPhrases {
  const entries = new Map<string, Entry>()
  const phrases = words.flatMap((language) => {
    const number = ({ text, stem }: PhraseWord): number => {
      const key = `${language.id} ${stem ? '*' : ' '}${text}`
      const known = entries.get(key) ?? entryOf(entries.size, language.id, text, stem)
      entries.set(key, known)
      return known.id
    }
    return [
      ...CRISIS_KINDS.flatMap((kind) =>
        language.phrases[kind].map((phrase) => readyPhrase(phrase, 'phrase', kind, language, number)),
      ),
      ...UNLESS_KINDS.flatMap((kind) =>
        (language.unless[kind] ?? []).map((phrase) => readyPhrase(phrase, 'unless', kind, language, number)),
      ),
    ]
  })
  return { phrases, places: placesIn(phrases), entries: [...entries.values()] }
}

type Number = (word: PhraseWord) => number

function readyPhrase(
  text: string,
  use: ReadyPhrase['use'],
  kind: ReadyPhrase['kind'],
  { id, groups }: CrisisWords,
  number: Number,
): ReadyPhrase {
  const read = readPhrase(text, groups)
  if ('wrong' in read) throw new Error(`crisis-words/${id}, ${kind}: ${read.wrong}`)
  const parts = read.parts.map((part) => part.map((step) => readyStep(step, number)))
  return { kind, language: id, use, text, parts, all: sum(parts.flat().map(({ end }, step) => (end ? 0 : 2 ** step))) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0)

function readyStep({ close, end, choices }: PhraseStep, number: Number): Step {
  const startingWith = new Map<number, Rest[]>()
  for (const [first, ...rest] of choices)
    startingWith.set(number(first!), [...(startingWith.get(number(first!)) ?? []), rest.map(number)])
  return { close, end, startingWith }
}

function placesIn(phrases: readonly ReadyPhrase[]): Map<number, number[]> {
  const places = new Map<number, number[]>()
  phrases.forEach(({ parts }, phrase) =>
    parts.flat().forEach(({ startingWith }, step) => {
      for (const id of startingWith.keys()) {
        const list = places.get(id) ?? []
        list.push(phrase, 1 << step)
        places.set(id, list)
      }
    }),
  )
  return places
}
