import { testsIn } from '../domain/permits/condition.js'
import type { Fact, FactValue } from '../domain/permits/facts.js'
import type { Rules } from '../domain/permits/rules.js'
import { isSmall, lexiconOf, type Entry, type Lexicon, type Mention } from './lexicon.js'
import { numbersIn } from './numbers-in-text.js'
import { saidWords, type SaidWords } from './said-words.js'
import { stem } from './stem.js'
import { denies, isSelling, toldOf, type Told } from './told.js'

/** What a phrase of a fact stands for. All of it is worked out once for each rule set. */
type Meaning = {
  readonly fact: Fact
  readonly option?: string
  readonly words: readonly string[]
  /** "Ingen uteservering" is written as a phrase of its own. */
  readonly isDenial: boolean
  /** A word of the question itself. */
  readonly isAskedAbout: boolean
  /** A word of the fact's own texts: no other fact could be meant. */
  readonly isAbout: boolean
  /** Denied, it is all that the fact says "no" to: "ingen alkohol". "Ingen sprit" leaves the rest of it open. */
  readonly isWhole: boolean
}
export type FactLexicon = Lexicon<Meaning>

/** What was told of a fact, and by which words of the text. */
export type ToldFact = {
  readonly value: FactValue
  readonly at: readonly number[]
  /** By a word of the fact's own texts: it is this that was told, and nothing that only looks like it. */
  readonly isAbout: boolean
}

/** A fact as it was told at one place. */
type Telling = { readonly mention: Mention<Meaning>; readonly told: Told }

/** The words of every fact and option, and the units of numbers. */
export const factLexicon = ({ facts }: Rules, known: ReadonlySet<string>): FactLexicon =>
  lexiconOf([...facts.values()].flatMap(entriesOf), known)

function entriesOf(fact: Fact): Entry<Meaning>[] {
  const asked = wordsOf(Object.values(fact.ask))
  const about = wordsOf(textsOf(fact))
  const denied = wordsOf(denialsOf(fact))
  const meaningOf = (phrase: string, option: string | undefined): Meaning => ({
    fact,
    ...(option === undefined ? {} : { option }),
    words: wordsOf([phrase]),
    isDenial: denies(phrase),
    isAskedAbout: stands(phrase, asked),
    isAbout: stands(phrase, about),
    isWhole: stands(phrase, denied),
  })
  const entries = (words: { sv: readonly string[]; en: readonly string[] }, option?: string): Entry<Meaning>[] =>
    [...new Set([...words.sv, ...words.en])].map((phrase) => ({ phrase, meaning: meaningOf(phrase, option) }))
  if (fact.kind === 'choice') return fact.options.flatMap(({ id, words }) => entries(words, id))
  if (fact.kind === 'yes-no') return entries(fact.words)
  return entries({ sv: [fact.unit.sv, ...fact.words.sv], en: [fact.unit.en, ...fact.words.en] })
}

// "Varken gym, bad eller spa": having no gym leaves a bath possible.
const LISTS = /,| eller | och | or | and |varken|neither/

/** How it is said that a fact is not so: its own "no", when that names one thing only, and phrases among its words such as "ingen alkohol". */
function denialsOf(fact: Fact): string[] {
  if (fact.kind === 'number') return []
  const { no, words } = fact.kind === 'yes-no' ? fact : noneOf(fact)
  return [...Object.values(no).filter((sentence) => !LISTS.test(sentence)), ...Object.values(words).flat().filter(denies)]
}

function noneOf({ options }: Extract<Fact, { kind: 'choice' }>): {
  no: Record<string, string>
  words: Record<string, readonly string[]>
} {
  const none = options.find(({ id }) => id === 'none')
  return none ? { no: none.says, words: none.words } : { no: {}, words: {} }
}

const textsOf = (fact: Fact): string[] => [
  ...Object.values(fact.ask),
  ...Object.values(fact.example ?? {}),
  ...(fact.kind === 'yes-no' ? Object.values(fact.yes) : []),
]

const wordsOf = (texts: readonly string[]): string[] => texts.flatMap((text) => saidWords(text.replaceAll('*', '')).words)

/** Whether a word of a phrase is among others. */
function stands(phrase: string, others: readonly string[]): boolean {
  const isStart = phrase.endsWith('*')
  const wanted = wordsOf([phrase]).filter((word) => !isSelling(word) && !isSmall(word))
  return wanted.some((each) => others.some((word) => stem(each) === stem(word) || (isStart && word.startsWith(each))))
}

/** The facts that a text tells. Told in two ways, or only thought of, they are left out. `isPast`: words about what was there before. */
export function factsTold(lexicon: FactLexicon, said: SaidWords, isPast: (word: number) => boolean): Record<string, ToldFact> {
  const mentions = longest(lexicon.find(said)).filter(({ from, to }) => to - from > 1 || !isPast(from))
  const told = toldOf(said, mentions)
  const byFact = new Map<Fact, Telling[]>()
  mentions.forEach((mention, at) => {
    const { fact, isDenial } = mention.meaning
    byFact.set(fact, [...(byFact.get(fact) ?? []), { mention, told: isDenial ? denied(fact) : told[at]! }])
  })
  const found: Record<string, ToldFact> = {}
  for (const [fact, tellings] of byFact) {
    const value = fact.kind === 'number' ? numberTold(fact, tellings, said) : valueTold(fact, tellings)
    if (value !== undefined) found[fact.id] = toldFact(value, tellings)
  }
  return found
}

/** "Ingen uteservering" is a choice among others; "ingen alkohol" is the no of a yes or no. */
const denied = ({ kind }: Fact): Told => (kind === 'choice' ? 'yes' : 'no')

const toldFact = (value: FactValue, tellings: readonly Telling[]): ToldFact => ({
  value,
  at: tellings.map(({ mention }) => mention.from),
  isAbout: tellings.some(({ mention: { meaning } }) => meaning.isAbout || meaning.isWhole),
})

/**
 * Without what stands inside a longer mention: "fyrverkeri" in "sälja fyrverkerier", and "öl" in "brygga öl", which says nothing of serving it. What
 * belongs with the longer one stays: "öl på uteserveringen" tells of both.
 */
function longest(mentions: readonly Mention<Meaning>[]): Mention<Meaning>[] {
  return mentions.filter(
    (one) => !mentions.some((other) => isInside(one, other) && isPartOf(one, other) && !isAlso(one, other, mentions)),
  )
}

const isInside = (one: Mention<Meaning>, other: Mention<Meaning>): boolean =>
  other.from <= one.from && one.to <= other.to && (other.to - other.from > one.to - one.from || isCloser(other, one))

/** Of one fact by one word: the longer word tells more. */
const isCloser = (one: Mention<Meaning>, other: Mention<Meaning>): boolean =>
  one.meaning.fact === other.meaning.fact && one.meaning.option !== other.meaning.option && one.by.length > other.by.length + 2

/** The longer phrase is written with the same word; otherwise they are two words of one compound. */
const isPartOf = ({ meaning: { words } }: Mention<Meaning>, other: Mention<Meaning>): boolean =>
  other.meaning.words.some((each) => each.startsWith(words[0]!) || words[0]!.startsWith(each))

/** Facts that go together: one is asked because of the other, or both because of the same that these words tell too. */
function isAlso(one: Mention<Meaning>, other: Mention<Meaning>, mentions: readonly Mention<Meaning>[]): boolean {
  const [fact, otherFact] = [one.meaning.fact, other.meaning.fact]
  if (isLinked(fact, otherFact)) return true
  const isShared = ({ meaning, from }: Mention<Meaning>): boolean =>
    from === one.from && hangsOn(fact, meaning.fact) && hangsOn(otherFact, meaning.fact)
  return fact !== otherFact && mentions.some(isShared)
}

/** Whether one of two facts is only asked because of the other. */
export const isLinked = (one: Fact, other: Fact): boolean => one !== other && (hangsOn(one, other) || hangsOn(other, one))

const hangsOn = ({ when }: Fact, other: Fact): boolean => when !== undefined && testsIn(when).some(({ is }) => is === other.id)

function valueTold(fact: Exclude<Fact, { kind: 'number' }>, tellings: readonly Telling[]): FactValue | undefined {
  const values = new Set(narrowed(fact, counting(tellings)).map((telling) => valueOf(fact, telling)))
  return values.size === 1 ? [...values][0] : undefined
}

/** "Öl och vin men ingen sprit": a denial after what is so, by another word, only says how far it goes. */
function counting(tellings: readonly Telling[]): Telling[] {
  const said = tellings.filter(({ told }) => told !== 'nothing')
  const yes = said.filter(({ told }) => told === 'yes').map(({ mention }) => mention)
  const isLimit = ({ from, by, meaning }: Mention<Meaning>): boolean =>
    yes.some((other) => other.from < from && other.by !== by && other.meaning.option === meaning.option)
  return said.filter(({ mention, told }) => told !== 'no' || !isLimit(mention))
}

/** "Uteservering på innergården": a word of the question itself is the whole of it, and what else was said tells which. */
function narrowed(fact: Fact, tellings: readonly Telling[]): readonly Telling[] {
  if (fact.kind !== 'choice') return tellings
  const closer = tellings.filter(({ mention, told }) => told !== 'yes' || !mention.meaning.isAskedAbout)
  return closer.length > 0 ? closer : tellings
}

function valueOf(fact: Exclude<Fact, { kind: 'number' }>, { mention, told }: Telling): FactValue | undefined {
  if (told === 'unknown') return mention.meaning.isAskedAbout || mention.meaning.isWhole ? 'unknown' : undefined
  if (told === 'yes') return fact.kind === 'yes-no' ? true : mention.meaning.option
  if (!mention.meaning.isWhole) return undefined
  return fact.kind === 'yes-no' ? false : 'none'
}

// "50 sittande gäster": one word may stand between a number and what it counts.
const MOST_BETWEEN = 1

function numberTold(
  fact: Extract<Fact, { kind: 'number' }>,
  tellings: readonly Telling[],
  said: SaidWords,
): FactValue | undefined {
  if (tellings.some(({ told }) => told === 'unknown')) return 'unknown'
  const numbers = numbersIn(said.words)
  const values = tellings
    .filter(({ told }) => told !== 'no')
    .flatMap(({ mention: { from, to } }) => {
      const before = numbers.find(
        (number) => number.to <= from && from - number.to <= MOST_BETWEEN && isTogether(said, number.to, from),
      )
      return before?.value ?? numbers.find((number) => number.from === to && said.gaps[to] !== 'weak')?.value ?? []
    })
  const [value, ...others] = new Set(values)
  return value !== undefined && others.length === 0 && value >= fact.least && value <= fact.most ? value : undefined
}

const isTogether = ({ gaps }: SaidWords, from: number, to: number): boolean =>
  gaps.slice(from, to + 1).every((gap) => gap === 'none')
