import { within, type Words } from './crisis-misspellings.js'
import { withoutMarks, type Token } from './crisis-tokens.js'
import type { Entry } from './crisis-entry.js'
import { grouped } from './grouped.js'

/** Finds the words of which a text is made when spaces were left out. */
export type Joined = {
  /** The words, all of one language; undefined when it is not made of such. */
  wordsIn(written: string): readonly string[] | undefined
  /** The ways to read it as words of which one is misspelt, which may be any of those in `maybe`. The surest first. */
  nearlyWordsIn(token: Token): readonly (readonly Token[])[]
}

const FEWEST_OF_A_WORD = 2
const MOST_WORDS = 7
const LONGEST_WORD = 24
const FEWEST_WITH_A_MISTAKE = 8
const FEWEST_OF_TWO_WITH_A_MISTAKE = 9
const MOST_WITH_A_MISTAKE = 40
// Nearly every long word is nearly some short ones. Of two words both must be long, and most letters must be sure.
const FEWEST_OF_ONE_OF_TWO = 4
const FEWEST_OF_A_MISSPELT_WORD = 1
const LEAST_SURE = 0.35
const MOST_WAYS = 8

type ByPlain = ReadonlyMap<string, readonly Entry[]>

/** `words` are those of the phrases, by how they are spelled without marks. */
export function joined(words: ByPlain): Joined {
  const byLanguage = grouped([...words.values()].flat(), ({ language }) => language)
  const near = [...byLanguage].map(([language, entries]) => ({ language, near: within(1, entries) }))
  return {
    wordsIn: (written) => splitIn(written, words, MOST_WORDS),
    nearlyWordsIn(token) {
      if (token.written.length < FEWEST_WITH_A_MISTAKE || token.written.length > MOST_WITH_A_MISTAKE) return []
      const spans = spansIn(token.written, words)
      const ways = near.flatMap((one) => waysIn(token, spans, one)).sort((one, other) => one.unsure - other.unsure)
      return [...swappedAtABorder(token, words), ...ways.slice(0, MOST_WAYS).map(({ tokens }) => tokens)]
    },
  }
}

/** Splits into words of one language, the longest first. One letter may only begin: "iwant". */
function splitIn(written: string, words: ByPlain, most: number, language?: string): string[] | undefined {
  if (written === '') return []
  if (most === 0) return undefined
  const shortest = language === undefined ? 1 : FEWEST_OF_A_WORD
  for (let length = Math.min(written.length, LONGEST_WORD); length >= shortest; length--) {
    const piece = written.slice(0, length)
    for (const entry of words.get(withoutMarks(piece)) ?? []) {
      if (language !== undefined && entry.language !== language) continue
      const rest = splitIn(written.slice(length), words, most - 1, entry.language)
      if (rest) return [piece, ...rest]
    }
  }
  return undefined
}

/** The last letter of a word and the first of the next in each other's place. */
const swappedAtABorder = ({ written }: Token, words: ByPlain): readonly (readonly Token[])[] =>
  Array.from(written, (letter, at) => written.slice(0, at) + (written[at + 1] ?? '') + letter + written.slice(at + 2)).flatMap(
    (swapped) => {
      const pieces = swapped === written ? undefined : splitIn(swapped, words, MOST_WORDS)
      return pieces ? [pieces.map(asToken)] : []
    },
  )

/** For each place of a text the words that begin there: where they end, and the languages that have them. */
type Spans = readonly (readonly { end: number; languages: ReadonlySet<string> }[])[]

const spansIn = (written: string, words: ByPlain): Spans =>
  Array.from(written, (_, from) => {
    const shortest = from === 0 ? 1 : FEWEST_OF_A_WORD
    const most = Math.min(LONGEST_WORD, written.length - from)
    return Array.from({ length: Math.max(0, most - shortest + 1) }, (__, more) => from + shortest + more).flatMap((end) => {
      const entries = words.get(withoutMarks(written.slice(from, end)))
      return entries ? [{ end, languages: new Set(entries.map(({ language }) => language)) }] : []
    })
  })

type Way = { unsure: number; tokens: readonly Token[] }

/** A text as words of one language and one misspelt one, in every way. */
function waysIn({ written }: Token, spans: Spans, { language, near }: { language: string; near: Words }): Way[] {
  const { before, after } = wayThrough(spans, language, written.length)
  return [...before].flatMap(([from, first]) =>
    [...after].flatMap(([to, last]): Way[] => {
      if (!mayBeMisspelt(to - from, written.length - (to - from), first.length + last.length)) return []
      const piece = written.slice(from, to)
      const maybe = near(withoutMarks(piece))
      if (maybe.length === 0) return []
      const sure = (ends: readonly (readonly [number, number])[]): Token[] =>
        ends.map(([start, end]) => asToken(written.slice(start, end)))
      return [{ unsure: to - from, tokens: [...sure(first), { ...asToken(piece), maybe }, ...sure(last)] }]
    }),
  )
}

/** By how many letters are misspelt and how many are sure, and how many words those are. */
function mayBeMisspelt(misspelt: number, sure: number, words: number): boolean {
  if (words === 1) return misspelt + sure >= FEWEST_OF_TWO_WITH_A_MISTAKE && Math.min(misspelt, sure) >= FEWEST_OF_ONE_OF_TWO
  return words > 1 && misspelt >= FEWEST_OF_A_MISSPELT_WORD && sure >= LEAST_SURE * (misspelt + sure)
}

const asToken = (written: string): Token => ({ written, plain: withoutMarks(written) })

type Pieces = readonly (readonly [from: number, to: number])[]

/** The places that words reach from the beginning, and those from which words reach the end, with the fewest words for it. */
function wayThrough(
  spans: Spans,
  language: string,
  length: number,
): { before: ReadonlyMap<number, Pieces>; after: ReadonlyMap<number, Pieces> } {
  const before = new Map<number, Pieces>([[0, []]])
  const after = new Map<number, Pieces>([[length, []]])
  const keep = (map: Map<number, Pieces>, place: number, pieces: Pieces): void => {
    if (pieces.length <= MOST_WORDS && pieces.length < (map.get(place)?.length ?? Infinity)) map.set(place, pieces)
  }
  const own = spans.map((some) => some.filter(({ languages }) => languages.has(language)))
  for (let from = 0; from < length; from++) {
    const so = before.get(from)
    if (so) for (const { end } of own[from]!) keep(before, end, [...so, [from, end]])
  }
  for (let from = length - 1; from >= 0; from--)
    for (const { end } of own[from]!) {
      const rest = after.get(end)
      if (rest) keep(after, from, [[from, end], ...rest])
    }
  return { before, after }
}
