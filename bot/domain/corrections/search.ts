import type { Content } from '../content/content.js'
import type { InEveryLanguage } from '../language.js'
import type { CorrectableKind } from './fields.js'

export type CorrectableThing = { id: string; name: InEveryLanguage }

/** The entries of a kind that can be corrected. */
export const THINGS: Readonly<Record<CorrectableKind, (content: Content) => ReadonlyMap<string, CorrectableThing>>> = {
  contact: ({ contact }) => contact,
  services: ({ services }) => services,
  queues: ({ queues }) => queues,
  ways: ({ ways }) => ways,
  permits: ({ permits }) => permits,
  'other-authorities': ({ otherAuthorities }) => otherAuthorities,
  crisis: ({ crisis }) => crisis,
}

const KINDS_IN_ORDER = Object.keys(THINGS) as CorrectableKind[]

export const thingOf = (content: Content, kind: CorrectableKind, id: string): CorrectableThing | undefined =>
  THINGS[kind](content).get(id)

/** Things by name, number, address or e-mail: whoever has a wrong number before them looks for that. Best first. */
export function searched(content: Content, asked: string, atMost: number): { kind: CorrectableKind; thing: CorrectableThing }[] {
  const words = folded(asked)
  const digits = asked.replace(/\D/g, '')
  if (words === '') return []
  return KINDS_IN_ORDER.flatMap((kind) =>
    [...THINGS[kind](content).values()].map((thing) => ({ kind, thing, rank: rankOf(thing, words, digits) })),
  )
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, atMost)
    .map(({ kind, thing }) => ({ kind, thing }))
}

const NOT_FOUND = 4
function rankOf(thing: CorrectableThing, words: string, digits: string): number {
  const names = [thing.name.sv, thing.name.en, thing.id].map(folded)
  if (names.some((name) => name === words)) return 0
  if (names.some((name) => name.startsWith(words))) return 1
  if (words.split(' ').every((word) => names.some((name) => name.includes(word)))) return 2
  return isWrittenIn(reachedAt(thing), words, digits) ? 3 : NOT_FOUND
}

const isWrittenIn = (written: readonly string[], words: string, digits: string): boolean =>
  written.some((one) => folded(one).includes(words) || (digits.length >= 4 && one.replace(/\D/g, '').includes(digits)))

/** What stands in an entry to reach it by. */
function reachedAt(thing: object): string[] {
  const { phones, phone, email, web, link } = thing as Record<string, unknown>
  const url = typeof link === 'object' && link !== null && 'url' in link ? link.url : link
  return [phones, phone, email, web, url].flat().filter((one) => typeof one === 'string')
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[-\s]+/g, ' ')
    .trim()
