/** A word of a phrase; a stem is also found as the beginning of a longer word. */
export type PhraseWord = { text: string; stem: boolean }

/** A place in a phrase: any of the choices, each one or several words. `close`: no other word may stand before it. */
export type PhraseStep = { choices: readonly (readonly PhraseWord[])[]; close: boolean }

/** Parts that must stand near each other in any order; the steps of a part stand in their order. */
export type Phrase = { parts: readonly (readonly PhraseStep[])[] }

/** Words that stand for each other in many phrases, by name. */
export type Groups = Readonly<Record<string, readonly string[]>>

export type PhraseProblem = { wrong: string }

const PIECE = /\{[^{}]*\}|<[^<>\s]+>|&|_|[^\s{}<>&_]+/gu
// A group may name other groups; nobody needs more than this, and a circle ends here.
const DEEPEST = 4

/**
 * Reads a phrase as it is written in content/crisis-words: words in order, `stem*`, `{this|or that}`, `<group>`, `word_word` for
 * words without others between them, and `one & other` for parts in any order.
 */
export function readPhrase(text: string, groups: Groups): Phrase | PhraseProblem {
  const parts: PhraseStep[][] = [[]]
  let close = false
  for (const piece of piecesOf(text)) {
    if (piece === '&') parts.push([])
    else if (piece === '_') close = true
    else {
      const choices = choicesOf(piece, groups, DEEPEST)
      if ('wrong' in choices) return choices
      parts.at(-1)!.push({ choices: choices.words, close })
      close = false
    }
  }
  return parts.every((part) => part.length > 0) && !close ? { parts } : { wrong: `"${text}" has an empty part` }
}

const piecesOf = (text: string): readonly string[] => text.match(PIECE) ?? []

function choicesOf(piece: string, groups: Groups, depth: number): { words: PhraseWord[][] } | PhraseProblem {
  if (depth === 0) return { wrong: `groups go round in a circle at "${piece}"` }
  if (piece.startsWith('{')) return together(piece.slice(1, -1).split('|'), groups, depth)
  if (!piece.startsWith('<')) return wordsOf(piece)
  const group = groups[piece.slice(1, -1)]
  return group ? together(group, groups, depth) : { wrong: `there is no group ${piece}` }
}

function together(choices: readonly string[], groups: Groups, depth: number): { words: PhraseWord[][] } | PhraseProblem {
  const words: PhraseWord[][] = []
  for (const choice of choices.map((each) => each.trim())) {
    const read = choice.startsWith('<') ? choicesOf(choice, groups, depth - 1) : wordsOf(choice)
    if ('wrong' in read) return read
    words.push(...read.words)
  }
  return { words }
}

const WORD = /^[\p{L}\p{M}\p{N}'’ʼ\u200c]+\*?$/u

function wordsOf(text: string): { words: PhraseWord[][] } | PhraseProblem {
  const words = text.split(/\s+/).filter(Boolean)
  const strange = words.find((word) => !WORD.test(word))
  if (words.length === 0 || strange !== undefined) return { wrong: `"${strange ?? text}" is not a word` }
  return { words: [words.map((word) => ({ text: word.replace(/\*$/, ''), stem: word.endsWith('*') }))] }
}
