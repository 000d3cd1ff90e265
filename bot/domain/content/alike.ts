import { LANGUAGES } from '../language.js'
import type { Content } from './content.js'
import { findables } from './findables.js'

/** Two phrases that say nearly the same but stand for different things: the finder cannot know which is meant. */
export type Alike = { one: string; other: string; phrases: readonly [string, string] }

// Of the words of both, so many must be in each. Lower than this, people really do say it nearly the same way.
const SHARE = 0.8
const FEWEST_WORDS = 3

type Phrase = { key: string; text: string; words: ReadonlySet<string> }

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

/** Every pair of phrases of one language, under different keys, that share nearly all their words. */
export function alikePhrases(content: Content): Alike[] {
  return LANGUAGES.flatMap((language) => {
    const phrases = findables(content).flatMap(({ key, written }) =>
      written.flatMap((thing) => thing.phrases[language].map((text): Phrase => ({ key, text, words: wordsOf(text) }))),
    )
    return pairs(phrases.filter(({ words }) => words.size >= FEWEST_WORDS))
  })
}

/** Only phrases that share their rarest words can be alike, so each is compared with few. */
function pairs(phrases: readonly Phrase[]): Alike[] {
  const having = new Map<string, number[]>()
  phrases.forEach(({ words }, at) => {
    for (const word of words) having.set(word, [...(having.get(word) ?? []), at])
  })
  return phrases.flatMap((phrase, at) => {
    const rarestFirst = [...phrase.words].sort((one, other) => having.get(one)!.length - having.get(other)!.length)
    const mayMiss = Math.floor(phrase.words.size * (1 - SHARE))
    const others = new Set(rarestFirst.slice(0, mayMiss + 1).flatMap((word) => having.get(word)!))
    return [...others]
      .filter((place) => place > at && phrases[place]!.key !== phrase.key && isAlike(phrase, phrases[place]!))
      .map((place): Alike => ({ one: phrase.key, other: phrases[place]!.key, phrases: [phrase.text, phrases[place]!.text] }))
  })
}

function isAlike({ words: one }: Phrase, { words: other }: Phrase): boolean {
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / (one.size + other.size - shared) >= SHARE
}
