import type { Mention } from './lexicon.js'
import type { SaidWords } from './said-words.js'
import { words as listed } from './words.js'

/** How something was mentioned: that it is so, that it is not, that it is not known yet, or in a way that says none of it. */
export type Told = 'yes' | 'no' | 'unknown' | 'nothing'

// All without dots, rings and apostrophes, as the words come.
const NO =
  listed(`inte ej icke utan ingen inget inga aldrig varken no not without never neither nor wont dont doesnt isnt arent cannot cant none
  slipper undviker avoid skippar skip`)
const SWEDISH_NO = listed('inte ej icke ingen inget inga varken')
// "Inte bara öl": the word after makes it no denial.
const NOT_ONLY = listed('bara enbart endast only just problem risk')
// "Inte än" and "hittar ingen lokal" say what there is now, not what it will be.
const NOT_YET = listed('an annu yet hittar hitta hittat find found finding fatt')
const DOUBT = listed('vet vetat saker osaker know sure unsure decided bestamt bestamd undecided')
const MAYBE = listed('kanske eventuellt ev mojligen maybe perhaps possibly might')
const AND = listed('och and samt plus')
const BUT = listed('men but fast however sen sedan then istallet instead')
const OR = listed('eller or nor heller')
// With one of these a part after "and" stands by itself: "utan öl och med musik", "no alcohol and we have music".
const OWN = listed('med with ska skall vill vi jag har kommer blir finns we i will want have there')
// What is denied or doubted is what is sold, not selling: "inte servera alkohol".
const SELLING = /^(?:serv|salj|forsalj|sell)|^(?:ha|har|have|has|gor|gora|laga|lagar|make|making|cook|cooking)$/

/** "Ingen uteservering" in a list of words denies by itself. */
export const denies = (phrase: string): boolean => NO.has(phrase.split(' ')[0]!)

export const isSelling = (word: string): boolean => SELLING.test(word)

// Where or for whom, and not what: "alkohol serverar vi inte på vårt café".
const PLACES = listed('pa i hos vid till at in on to')
const DETERMINES = listed('vart var vara mitt min mina det den de en ett the our my a an')
const DESCRIBES = /(?:haltiga?|haltigt|olic)$/

type Part = { from: number; to: number; told: Told }

/** How each mention was meant, in the same order. */
export function toldOf<Meaning>(said: SaidWords, mentions: readonly Mention<Meaning>[]): Told[] {
  const parts = partsOf(said)
  return mentions.map((mention) => {
    if (mention.isFreeFrom) return mentions.some(({ from }) => from === mention.to) ? 'nothing' : 'no'
    // "Alkoholfri öl" does not tell whether there is other beer.
    if (mentions.some(({ isFreeFrom, to }) => isFreeFrom && to === mention.from)) return 'nothing'
    if (isCustomer(said.words, mention.from)) return 'nothing'
    const before = parts.findLast(({ from, to }) => from <= mention.from && mention.from < to)
    if (before && before.told !== 'yes') return inside(said, before, mention, mentions)
    return after(said, parts, mention, mentions)
  })
}

/** In what is denied or doubted only its end counts, and what stands beside it with "or": "inte servera alkohol eller tobak". */
function inside<Meaning>(
  { words }: SaidWords,
  part: Part,
  mention: Mention<Meaning>,
  mentions: readonly Mention<Meaning>[],
): Told {
  if (part.told === 'nothing') return 'nothing'
  if (SELLING.test(words[mention.from]!) && mention.to - mention.from === 1) return 'nothing'
  if (isPlace(words, mention.from)) return 'nothing'
  // "Inga alkoholhaltiga drycker": the adjective is what is denied.
  if (mentions.some(({ from, to }) => to === mention.from && DESCRIBES.test(words[from]!))) return 'nothing'
  if (DESCRIBES.test(words[mention.from]!)) return part.told
  const later = mentions.filter(({ from, to }) => from >= mention.to && to <= part.to && !isPlace(words, from))
  const isBesideOr = words.slice(mention.to, Math.min(mention.to + 2, part.to)).some((word) => OR.has(word))
  return later.length === 0 || isBesideOr ? part.told : 'nothing'
}

/** "Alkohol serverar vi inte", "uteservering vet jag inte": the denial comes last, with nothing behind it that it could be about. */
function after<Meaning>(
  { words, gaps }: SaidWords,
  parts: readonly Part[],
  mention: Mention<Meaning>,
  mentions: readonly Mention<Meaning>[],
): Told {
  for (let at = mention.to; at < words.length && at < mention.to + 5; at++) {
    if (gaps[at] !== 'none' || AND.has(words[at]!) || BUT.has(words[at]!)) return 'yes'
    const part = parts.find(({ from, told }) => from === at && (told === 'no' || told === 'unknown'))
    if (part) {
      const isOwn = mentions.some(
        ({ from, to }) => from >= part.from && to <= part.to && !SELLING.test(words[from]!) && !isPlace(words, from),
      )
      return isOwn || words[at] === 'utan' || words[at] === 'without' || /^(?:no|ingen|inget|inga)$/.test(words[at]!)
        ? 'yes'
        : part.told
    }
    if (mentions.some(({ from }) => from === at && !SELLING.test(words[at]!))) return 'yes'
  }
  return 'yes'
}

/** "Säljer till restauranger": those are others. */
const isCustomer = (words: readonly string[], at: number): boolean =>
  (words[at - 1] === 'till' || words[at - 1] === 'at' || words[at - 1] === 'to') &&
  /(?:er|ar|or|s)$/.test(words[at]!) &&
  !SELLING.test(words[at]!)

const isPlace = (words: readonly string[], at: number): boolean =>
  PLACES.has(words[at] ?? '') ||
  PLACES.has(words[at - 1] ?? '') ||
  (DETERMINES.has(words[at - 1] ?? '') && PLACES.has(words[at - 2] ?? ''))

/** The stretches of a text in which something is denied, doubted or only thought of. */
function partsOf({ words, gaps }: SaidWords): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < words.length; at++) {
    const told = beginsAt(words, gaps, at)
    if (told === undefined) continue
    const to = told === 'no' && PLACES.has(words[at + 1] ?? '') && words[at] !== 'utan' ? at + 1 : endOf(words, gaps, at)
    const isNotYet =
      told === 'no' && (words.slice(at, to + 1).some((word) => NOT_YET.has(word)) || NOT_YET.has(words[at - 1] ?? ''))
    parts.push({ from: at, to, told: isNotYet ? 'nothing' : told })
    // "Utan alkohol och musik": whether there is music cannot be told.
    if (told !== 'yes' && AND.has(words[to] ?? '') && !OWN.has(words[to + 1] ?? ''))
      parts.push({ from: to, to: endOf(words, gaps, to + 1), told: 'nothing' })
  }
  return parts
}

function beginsAt(words: readonly string[], gaps: readonly Gap[], at: number): Told | undefined {
  const word = words[at]!
  if (MAYBE.has(word)) return 'nothing'
  if (!NO.has(word)) return word === 'osaker' || word === 'unsure' || word === 'undecided' ? 'unknown' : undefined
  if (NOT_ONLY.has(words[at + 1] ?? '')) return undefined
  if (isDoubt(words, gaps, at)) return 'unknown'
  // "Inte kiosk utan food truck": here "utan" is "but".
  if (word === 'utan' && isRather(words, gaps, at)) return undefined
  return 'no'
}

/** "Vet jag inte", "don't know yet", "inte bestämt". */
function isDoubt(words: readonly string[], gaps: readonly Gap[], at: number): boolean {
  for (let near = Math.max(0, at - 2); near <= Math.min(words.length - 1, at + 2); near++)
    if (DOUBT.has(words[near]!) && !gaps.slice(Math.min(near, at) + 1, Math.max(near, at) + 1).includes('strong')) return true
  return false
}

function isRather(words: readonly string[], gaps: readonly Gap[], at: number): boolean {
  for (let before = at - 1; before >= 0 && at - before < 6; before--) {
    if (SWEDISH_NO.has(words[before]!)) return true
    if (gaps[before] === 'strong') return false
  }
  return false
}

function endOf(words: readonly string[], gaps: readonly Gap[], from: number): number {
  let at = from + 1
  while (at < words.length && gaps[at] === 'none' && !AND.has(words[at]!) && !BUT.has(words[at]!) && !isNewNo(words, from, at))
    at++
  return at
}

const isNewNo = (words: readonly string[], from: number, at: number): boolean =>
  (words[at] === 'utan' || words[at] === 'without' || words[at] === 'med' || words[at] === 'with') && at > from + 1

type Gap = SaidWords['gaps'][number]
