import { editDistance } from './edit-distance.js'
import { saidWords, type SaidWords } from './said-words.js'
import { stem } from './stem.js'
import { words as listed } from './words.js'

/** A place in a text that means something: from word `from` up to word `to`, which is not in it. */
export type Mention<Meaning> = {
  readonly meaning: Meaning
  readonly from: number
  readonly to: number
  /** The words that it was found by, as they are written in the list. */
  readonly by: string
  /** "Alkoholfri": the thing is named to say that it is not there. */
  readonly isFreeFrom: boolean
  /** Found inside a longer word, whose beginning tells what it is: "hudvårdssalong". */
  readonly isInside: boolean
}

/** Words and phrases that stand for something. `*` at the end of a word stands for any ending. */
export type Entry<Meaning> = { readonly phrase: string; readonly meaning: Meaning }

export type Lexicon<Meaning> = { find(said: SaidWords): Mention<Meaning>[] }

const SHORTEST_WITH_TYPO = 6
const SHORTEST_STEMMED = 5
// Inside a longer word: "pizzauteservering". Shorter ones stand in words that have nothing to do with them ("tomaten").
const SHORTEST_INSIDE = 6
const SHORTEST_START_INSIDE = 5
const SHORTEST_STEM_INSIDE = 5
// These make another word of a verb, and no compound: "reservera", "konservera".
const PREFIXES = new Set(['re', 'kon', 'ob', 'be', 'for', 'pre', 'de', 'an', 'av', 'miss', 'un', 'dis', 'o'])
const FREE_FROM = /(?:fri|fritt|fria|free)$/
// What may stand between the words of a phrase. Without dots and rings, as the words come.
const SMALL = listed(`en ett den det de min mitt mina var vart vara sin sitt sina lite nagra nagot nan nat egen eget egna
  liten litet sma stor stort stora lilla ny nytt nya the a an some any our my your own few small little big new this that`)
const MOST_BETWEEN = 2

/** A word that stands between others and means nothing by itself. */
export const isSmall = (word: string): boolean => SMALL.has(word)

type Word = { readonly text: string; readonly isStart: boolean }
type Phrase<Meaning> = { readonly words: readonly number[]; readonly meaning: Meaning; readonly by: string }
type Node = { readonly next: Map<string, Node>; readonly words: number[] }

/**
 * Finds the entries in a text: as written, in other forms of the same word, inside longer words, written apart, and with one wrong letter in words
 * of six or more. `known`: words that exist, which are therefore no misspellings of others.
 */
export function lexiconOf<Meaning>(entries: readonly Entry<Meaning>[], known: ReadonlySet<string> = new Set()): Lexicon<Meaning> {
  const words: Word[] = []
  const wordIds = new Map<string, number>()
  const phrases = new Map<number, Phrase<Meaning>[]>()
  for (const { phrase, meaning } of entries) {
    const ids = wordsOfPhrase(phrase).map(idOf)
    if (ids.length > 0) phrases.set(ids[0]!, [...(phrases.get(ids[0]!) ?? []), { words: ids, meaning, by: phrase }])
  }
  const match = matcherOf(words, known)

  function idOf(word: Word): number {
    const key = `${word.text}${word.isStart ? '*' : ''}`
    const id = wordIds.get(key) ?? words.push(word) - 1
    wordIds.set(key, id)
    return id
  }

  function find({ words: said, gaps }: SaidWords): Mention<Meaning>[] {
    const matched = said.map((word) => match(word))
    const found: Mention<Meaning>[] = []
    for (let at = 0; at < said.length; at++) {
      for (const id of matched[at]!.keys()) for (const phrase of phrases.get(id) ?? []) push(phrase, at, endOf(phrase, at, 1))
      // "Ute servering", "food truck" for "foodtruck".
      const next = gaps[at + 1] === 'none' ? said[at + 1] : undefined
      if (next === undefined || /^\d/.test(next)) continue
      for (const id of match.whole(said[at]! + next, said[at]!.length))
        for (const phrase of phrases.get(id) ?? []) push(phrase, at, endOf(phrase, at, 2))
    }
    return found

    /** Where a phrase ends whose first word is `width` words at `at`, or -1. Small words may stand between. */
    function endOf({ words: wanted }: Phrase<Meaning>, at: number, width: number): number {
      let end = at + width
      for (const id of wanted.slice(1)) {
        let skipped = 0
        while (
          end < said.length &&
          gaps[end] === 'none' &&
          !matched[end]!.has(id) &&
          skipped < MOST_BETWEEN &&
          isSmall(said[end]!)
        ) {
          end++
          skipped++
        }
        if (end >= said.length || gaps[end] !== 'none' || !matched[end]!.has(id)) return -1
        end++
      }
      return end
    }

    function push({ meaning, by, words: wanted }: Phrase<Meaning>, from: number, to: number): void {
      if (to < 0) return
      const isFreeFrom =
        wanted.length === 1 && !FREE_FROM.test(words[wanted[0]!]!.text) && (FREE_FROM.test(said[from]!) || said[to] === 'free')
      found.push({
        meaning,
        from,
        to,
        by,
        isFreeFrom,
        isInside: wanted.length === 1 && matched[from]!.get(wanted[0]!) === 'inside',
      })
    }
  }

  return { find }
}

const wordsOfPhrase = (phrase: string): Word[] =>
  phrase
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((part) => {
      const isStart = part.endsWith('*')
      const { words } = saidWords(part.replace(/\*$/, ''))
      return words.map((text, at) => ({ text, isStart: isStart && at === words.length - 1 }))
    })

/** How each word of the lists was found in a word of the text. */
type Matched = ReadonlyMap<number, 'whole' | 'inside'>
type Matcher = ((word: string) => Matched) & { whole(word: string, longerThan: number): number[] }

function matcherOf(words: readonly Word[], known: ReadonlySet<string>): Matcher {
  const exact = new Map<string, number[]>()
  const stems = new Map<string, number[]>()
  const byLetter = new Map<string, number[]>()
  const root: Node = { next: new Map(), words: [] }
  const add = (map: Map<string, number[]>, key: string, id: number) => map.set(key, [...(map.get(key) ?? []), id])
  let isReady = false

  function prepare(): void {
    isReady = true
    words.forEach(({ text, isStart }, id) => {
      if (isStart) plant(root, text, id)
      else add(exact, text, id)
      if (!isStart && text.length >= SHORTEST_STEMMED && !text.endsWith('ss')) add(stems, stem(text), id)
      if (text.length >= SHORTEST_WITH_TYPO) add(byLetter, text[0]!, id)
    })
  }

  function match(word: string): Matched {
    if (!isReady) prepare()
    const found = new Map<number, 'whole' | 'inside'>()
    for (const id of exact.get(word) ?? []) found.set(id, 'whole')
    if (/^\d/.test(word)) return found
    for (const id of startingIn(root, word, 0)) found.set(id, 'whole')
    if (word.length >= SHORTEST_STEMMED)
      for (const id of stems.get(stem(word)) ?? []) if (isForm(word, words[id]!.text)) found.set(id, 'whole')
    inside(word, found)
    if (found.size === 0 && word.length >= SHORTEST_WITH_TYPO - 1 && !known.has(word)) misspelt(word, found)
    return found
  }

  function inside(word: string, found: Map<number, 'whole' | 'inside'>): void {
    const stemmed = stem(word)
    const add = (id: number) => found.has(id) || found.set(id, 'inside')
    for (let at = 2; at <= word.length - SHORTEST_START_INSIDE; at++) {
      if (PREFIXES.has(word.slice(0, at))) continue
      for (const id of startingIn(root, word, at)) if (words[id]!.text.length >= SHORTEST_START_INSIDE) add(id)
      if (word.length - at < SHORTEST_INSIDE) continue
      for (const id of exact.get(word.slice(at)) ?? []) add(id)
      if (stemmed.length - at >= SHORTEST_STEM_INSIDE) for (const id of stems.get(stemmed.slice(at)) ?? []) add(id)
    }
  }

  function misspelt(word: string, found: Map<number, 'whole' | 'inside'>): void {
    for (const id of byLetter.get(word[0]!) ?? []) {
      const { text, isStart } = words[id]!
      if (text.length > word.length + 1 || (!isStart && text.length < word.length - 1)) continue
      if (editDistance(word, text, 1, isStart) <= 1) found.set(id, 'whole')
    }
  }

  /** Words written apart: what two together are, when they are more than the first. */
  function whole(word: string, longerThan: number): number[] {
    if (!isReady) prepare()
    return [...(exact.get(word) ?? []), ...startingIn(root, word, 0)].filter((id) => words[id]!.text.length > longerThan)
  }

  return Object.assign(match, { whole })
}

const SHORTEST_STEM = 5
const VERB_ENDING = /(?:er|ar|ade|te|t)$/

/** Forms of one word: a short stem is shared by many ("ställa", "ställning"), unless one is written inside the other or both are of one verb. */
const isForm = (word: string, other: string): boolean =>
  stem(other).length >= SHORTEST_STEM ||
  word.startsWith(other) ||
  other.startsWith(word) ||
  (other.endsWith('a') && word.replace(VERB_ENDING, '') === other.slice(0, -1))

function plant(root: Node, text: string, id: number): void {
  let node = root
  for (const letter of text) {
    const next = node.next.get(letter) ?? { next: new Map<string, Node>(), words: [] }
    node.next.set(letter, next)
    node = next
  }
  node.words.push(id)
}

function startingIn(root: Node, word: string, from: number): number[] {
  const found: number[] = []
  let node: Node | undefined = root
  for (let at = from; node && at <= word.length; at++) {
    found.push(...node.words)
    node = at < word.length ? node.next.get(word[at]!) : undefined
  }
  return found
}
