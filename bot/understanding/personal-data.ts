/** Kinds of personal data that are masked before anything is stored. */
export const PERSONAL_DATA = ['personal-number', 'card-number', 'email', 'phone'] as const
export type PersonalData = (typeof PERSONAL_DATA)[number]

type Pattern = { kind: PersonalData; pattern: RegExp; holds: (found: string) => boolean }

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Luhn's checksum, as payment cards and Swedish personal numbers have it (ISO/IEC 7812-1, annex B). */
export function hasLuhnChecksum(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}

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

// Longer kinds stand first: a card number must not be taken for two telephone numbers.
const PATTERNS: readonly Pattern[] = [
  { kind: 'email', pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu, holds: () => true },
  {
    kind: 'card-number',
    pattern: /(?<![\d])(?:\d[ -]?){12,18}\d(?!\d)/g,
    holds: (found) => digitsOf(found).length !== 12 && hasLuhnChecksum(digitsOf(found)),
  },
  { kind: 'personal-number', pattern: /(?<!\d)(?:19|20)?\d{2}[01]\d[0-9]\d[ ]?[-+–]?[ ]?\d{4}(?!\d)/g, holds: isPersonalNumber },
  {
    kind: 'phone',
    pattern: /(?<![\d\p{L}])(?:\+|00)(?:[\s()/-]{0,2}\d){8,14}(?!\d)|(?<![\d\p{L}])0(?:[\s()/-]{0,2}\d){7,10}(?!\d)/gu,
    holds: () => true,
  },
]

// The city's own and other public numbers are not anybody's data, and asking about them is ordinary.
const isPublicNumber = (digits: string): boolean =>
  /^0?8?508\d{5}$/.test(digits) || /^08?508/.test(digits) || /^0(20|771|77)\d+$/.test(digits)

const MASK = '■■■■'
const CLAUSES = /[,;.!?\n]+|\s(?:och|and)\s/u

/** What is asked, without the clauses that only told who is asking; the whole text when nothing else is in it. */
export function withoutMasked(text: string): string {
  if (!text.includes(MASK)) return text
  const rest = text.split(CLAUSES).filter((clause) => !clause.includes(MASK))
  return rest.join(', ').trim() || text
}

export type Masked = { text: string; found: readonly PersonalData[] }

/** The text with personal data replaced by black squares, so that its length and place can still be seen, and what kinds were found. */
export function maskPersonalData(text: string): Masked {
  const found = new Set<PersonalData>()
  let masked = text
  for (const { kind, pattern, holds } of PATTERNS)
    masked = masked.replace(pattern, (piece) => {
      if (!holds(piece) || (kind === 'phone' && isPublicNumber(digitsOf(piece)))) return piece
      found.add(kind)
      return MASK
    })
  return { text: masked, found: [...found] }
}

/** The same for anything that a press or an event carries; texts inside are masked, everything else is kept. */
export function maskDeep(value: unknown, found = new Set<PersonalData>()): { value: unknown; found: readonly PersonalData[] } {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const masked = maskPersonalData(part)
      masked.found.forEach((kind) => found.add(kind))
      return masked.text
    }
    if (Array.isArray(part)) return part.map(walk)
    if (part && typeof part === 'object')
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
    return part
  }
  const walked = walk(value)
  return { value: walked, found: [...found] }
}
