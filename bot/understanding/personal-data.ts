import { isUuid } from '../domain/uuid.js'
import { hasLuhnChecksum } from '../domain/people/luhn.js'
import { PERSONAL_DATA, type Found, type PersonalData } from '../domain/people/personal-data.js'
import { withPlainDigits } from '../domain/plain-digits.js'

/** Where in a piece that looks like its kind it really is: each part by its beginning and its end. */
type Parts = readonly (readonly [from: number, to: number])[]
type Pattern = { kind: PersonalData; pattern: RegExp; partsOf: (piece: string) => Parts }

const digitsOf = (text: string): string => text.replace(/\D/g, '')
const wholeIf =
  (holds: (piece: string) => boolean) =>
  (piece: string): Parts =>
    holds(piece) ? [[0, piece.length]] : []

// A co-ordination number has 60 added to the day (Skatteverket, SKV 707).
function isDate(yymmdd: string): boolean {
  const month = Number(yymmdd.slice(2, 4))
  const day = Number(yymmdd.slice(4, 6)) % 60
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

const isPersonalNumber = (found: string): boolean => {
  const ten = digitsOf(found).slice(-10)
  return isDate(ten) && hasLuhnChecksum(ten)
}

/**
 * Card numbers among digits that stand together: "4111 1111 1111 1111 12/27" has an expiry date after it, and a list has several. Looked for from one
 * space or dash to another, the longest first.
 */
function cardsIn(piece: string): Parts {
  const groups = [...piece.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({ digits, from: index, to: index + digits.length }))
  const parts: [number, number][] = []
  for (let first = 0; first < groups.length; first++) {
    const last = lastOfCard(groups.slice(first).map(({ digits }) => digits))
    if (last === undefined) continue
    parts.push([groups[first]!.from, groups[first + last]!.to])
    first += last
  }
  return parts
}

function lastOfCard(groups: readonly string[]): number | undefined {
  let digits = ''
  let last: number | undefined
  for (const [index, group] of groups.entries()) {
    digits += group
    if (digits.length > 19) break
    if (isCard(digits)) last = index
  }
  return last
}

// The first digit of all networks that pay: elsewhere a checksum is right by chance once in ten.
const isCard = (digits: string): boolean => /^[2-6]\d{12,18}$/.test(digits) && hasLuhnChecksum(digits)

// The city's own and other public numbers are not anybody's data, and asking about them is ordinary.
const isPublicNumber = (digits: string): boolean =>
  /^0?8?508\d{5}$/.test(digits) || /^08?508/.test(digits) || /^0(20|771|77)\d+$/.test(digits)

// Longer kinds stand first: a card number must not be taken for two telephone numbers. No part can be repeated without bound, so a huge text is quick.
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'email',
    pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu,
    partsOf: wholeIf(() => true),
  },
  { kind: 'card-number', pattern: /(?<!\d)\d(?:[ \u00a0\u2011-\u2013-]?\d){12,63}(?!\d)/g, partsOf: cardsIn },
  {
    kind: 'personal-number',
    pattern:
      /(?<!\d)(?:(?:(?:19|20)?\d{2}[01]\d\d\d)|(?:(?:19|20)\d{2}[ .\u2011-\u2013-][01]\d[ .\u2011-\u2013-]\d\d))[ \u00a0]?[-+\u2010-\u2015\u2212]?[ \u00a0]?\d{4}(?!\d)/g,
    partsOf: wholeIf(isPersonalNumber),
  },
  {
    kind: 'phone',
    pattern: /(?<![\d\p{L}])(?:\+|00)(?:[\s()/-]{0,2}\d){8,14}(?!\d)|(?<![\d\p{L}])0(?:[\s()/-]{0,2}\d){7,10}(?!\d)/gu,
    partsOf: wholeIf((piece) => !isPublicNumber(digitsOf(piece))),
  },
]

const MASK = '■■■■'
const CLAUSES = /[,;.!?\n]+|\s(?:och|and)\s/u

/** What is asked, without the clauses that only told who is asking; the whole text when nothing else is in it. */
export function withoutMasked(text: string): string {
  if (!text.includes(MASK)) return text
  const rest = text.split(CLAUSES).filter((clause) => !clause.includes(MASK))
  return rest.join(', ').trim() || text
}

export type Masked = { text: string; found: Found }

/** The text with personal data of these kinds replaced by black squares, so that its place can still be seen, and how many of each kind were found. */
export function maskPersonalData(text: string, kinds: readonly PersonalData[] = PERSONAL_DATA): Masked {
  const found: Found = {}
  let masked = text
  for (const pattern of PATTERNS.filter(({ kind }) => kinds.includes(kind))) {
    const { left, count } = withoutKind(masked, pattern)
    masked = left
    if (count > 0) found[pattern.kind] = count
  }
  return { text: masked, found }
}

function withoutKind(text: string, { pattern, partsOf }: Pattern): { left: string; count: number } {
  const pieces: string[] = []
  let from = 0
  // Digits are digits in every script; the text itself stays as it was written.
  for (const { 0: piece, index } of withPlainDigits(text).matchAll(pattern))
    for (const [begins, ends] of partsOf(piece)) {
      pieces.push(text.slice(from, index + begins))
      from = index + ends
    }
  return { left: [...pieces, text.slice(from)].join(MASK), count: pieces.length }
}

/** Both counts together; `found` is what is added to. */
export function addFound(found: Found, more: Found): void {
  for (const [kind, count] of Object.entries(more) as [PersonalData, number][]) found[kind] = (found[kind] ?? 0) + count
}

/** The same for anything that a press or an event carries; texts inside are masked, everything else is kept. */
export function maskDeep(value: unknown, kinds: readonly PersonalData[] = PERSONAL_DATA): { value: unknown; found: Found } {
  const found: Found = {}
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') {
      // A button that has lost its id does nothing.
      if (isUuid(part)) return part
      const masked = maskPersonalData(part, kinds)
      addFound(found, masked.found)
      return masked.text
    }
    if (Array.isArray(part)) return part.map(walk)
    if (part && typeof part === 'object')
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
    return part
  }
  return { value: walk(value), found }
}
