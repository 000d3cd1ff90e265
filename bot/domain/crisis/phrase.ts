/** A word of a phrase; a stem is also found as the beginning of a longer word. */
export type PhraseWord = { text: string; stem: boolean }

/** A place in a phrase: any of the choices, each one or several words. `close`: no other word may stand before it. `end`: or the sentence ends. */
export type PhraseStep = { choices: readonly (readonly PhraseWord[])[]; close: boolean; end: boolean }

/** Parts that must stand near each other in any order; the steps of a part stand in their order. */
export type Phrase = { parts: readonly (readonly PhraseStep[])[] }

/** Words that stand for each other in many phrases, by name. */
export type Groups = Readonly<Record<string, readonly string[]>>

export type PhraseProblem = { wrong: string }

const PIECE = /\{[^{}]*\}|<[^<>\s]+>|&|_|^\.|\.$|[^\s{}<>&_.]+/gu
// A group may name other groups; nobody needs more than this, and a circle ends here.
const DEEPEST = 4

/**
 * Reads a phrase as it is written in content/crisis-words: words in order, `stem*`, `{this|or that}`, `<group>`, `word_word` for
 * words without others between them, `one & other` for parts in any order, and a full stop
 * for the beginning or the end of a sentence, at the end also as one of the choices.
 */
export function readPhrase(text: string, groups: Groups): Phrase | PhraseProblem {
  const read = alreadyRead(groups).phrases
  const phrase = read.get(text) ?? readParts(text, groups)
  read.set(text, phrase)
  return phrase
}

function readParts(text: string, groups: Groups): Phrase | PhraseProblem {
  const parts: PhraseStep[][] = [[]]
  let close = false
  for (const piece of piecesOf(text)) {
    if (piece === '&') parts.push([])
    else if (piece === '_') close = true
    else if (piece === '.') parts.at(-1)!.push({ choices: [], close: false, end: true })
    else {
      const choices = choicesOf(piece, groups, DEEPEST)
      if ('wrong' in choices) return choices
      parts.at(-1)!.push({ ...choices, close })
      close = false
    }
  }
  return parts.every((part) => part.length > 0) && !close ? { parts } : { wrong: `"${text}" has an empty part` }
}

const piecesOf = (text: string): readonly string[] => text.match(PIECE) ?? []

type Choices = { choices: PhraseWord[][]; end: boolean }

// Phrases are read when a file is checked and again when they are got ready, and the same choices stand in many of them: each is
// read once for a set of groups, and its choices are one and the same array afterwards.
type Read = { pieces: Map<string, Choices>; phrases: Map<string, Phrase | PhraseProblem> }
const readByGroups = new WeakMap<Groups, Read>()

function alreadyRead(groups: Groups): Read {
  const read = readByGroups.get(groups) ?? {
    pieces: new Map<string, Choices>(),
    phrases: new Map<string, Phrase | PhraseProblem>(),
  }
  readByGroups.set(groups, read)
  return read
}

function choicesOf(piece: string, groups: Groups, depth: number): Choices | PhraseProblem {
  const { pieces } = alreadyRead(groups)
  const choices = pieces.get(piece) ?? readChoices(piece, groups, depth)
  if (!('wrong' in choices)) pieces.set(piece, choices)
  return choices
}

function readChoices(piece: string, groups: Groups, depth: number): Choices | PhraseProblem {
  if (depth === 0) return { wrong: `groups go round in a circle at "${piece}"` }
  if (piece.startsWith('{')) return together(piece.slice(1, -1).split('|'), groups, depth)
  if (!piece.startsWith('<')) return together([piece], groups, depth)
  const group = groups[piece.slice(1, -1)]
  return group ? together(group, groups, depth) : { wrong: `there is no group ${piece}` }
}

function together(given: readonly string[], groups: Groups, depth: number): Choices | PhraseProblem {
  const choices: PhraseWord[][] = []
  let end = false
  for (const choice of given.map((each) => each.trim())) {
    if (choice === '.') end = true
    else if (choice.startsWith('<')) {
      const read = choicesOf(choice, groups, depth - 1)
      if ('wrong' in read) return read
      choices.push(...read.choices)
    } else {
      const read = wordsOf(choice)
      if ('wrong' in read) return read
      choices.push(read.words)
    }
  }
  return { choices, end }
}

const WORD = /^[\p{L}\p{M}\p{N}'’ʼ\u200c]+\*?$/u

function wordsOf(text: string): { words: PhraseWord[] } | PhraseProblem {
  const words = text.split(/[\s_-]+/).filter(Boolean)
  const strange = words.find((word) => !WORD.test(word))
  if (words.length === 0 || strange !== undefined) return { wrong: `"${strange ?? text}" is not a word` }
  return { words: words.map((word) => ({ text: word.replace(/\*$/, ''), stem: word.endsWith('*') })) }
}
