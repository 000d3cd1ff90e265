import type { QuestionCard } from '../facts.js'
import type { Rules } from '../rules.js'

/**
 * Every kind of fault, and whether it makes plans wrong. A rule set with such a fault is not taken; one that only calls for care (a date that
 * has gone by, a word that is missing) is used, and the fault is told. Nothing that comes with time alone may make a plan wrong: the
 * same files must be good tomorrow.
 */
export const FAULT_KINDS = {
  'unknown-fact': 'plans wrong',
  'unknown-option': 'plans wrong',
  'wrong-test': 'plans wrong',
  'fact-twice': 'plans wrong',
  'unknown-permit': 'plans wrong',
  'circle-of-questions': 'plans wrong',
  'circle-in-order': 'plans wrong',
  'never-needed': 'plans wrong',
  'never-asked': 'plans wrong',
  contradiction: 'plans wrong',
  given: 'plans wrong',
  range: 'plans wrong',
  'never-valid': 'plans wrong',
  'nothing-to-find-out': 'plans wrong',
  'always-so': 'care',
  'never-used': 'care',
  usually: 'care',
  shares: 'care',
  words: 'care',
  unchecked: 'care',
  expired: 'care',
} as const satisfies Record<string, 'plans wrong' | 'care'>
export type FaultKind = keyof typeof FAULT_KINDS

/** Where something stands: the file under content/, and the way to it through the file's fields. */
export type Place = { readonly file: string; readonly path: readonly (string | number)[] }
/** What is wrong with the rules, in plain English for who writes them. */
export type Fault = Place & { readonly kind: FaultKind; readonly reason: string }

/** One thing that is looked for. */
export type Check = (rules: Rules, today: string) => readonly Fault[]

export const makesPlansWrong = ({ kind }: Fault): boolean => FAULT_KINDS[kind] === 'plans wrong'

export const faultAt = (kind: FaultKind, { file, path }: Place, reason: string): Fault => ({ kind, file, path, reason })
export const within = ({ file, path }: Place, ...more: readonly (string | number)[]): Place => ({
  file,
  path: [...path, ...more],
})

export const permitPlace = (id: string, ...path: readonly (string | number)[]): Place => ({ file: `permits/${id}.yaml`, path })
export const typePlace = (id: string, ...path: readonly (string | number)[]): Place => ({
  file: `business-types/${id}.yaml`,
  path,
})
export const cardPlace = (id: string, ...path: readonly (string | number)[]): Place => ({
  file: `permit-questions/${id}.yaml`,
  path,
})

/** Every fact as it is written: one that is written twice comes twice. */
export const writtenFacts = ({ cards }: Rules): { card: QuestionCard; fact: QuestionCard['facts'][number]; place: Place }[] =>
  cards.flatMap((card) => card.facts.map((fact, index) => ({ card, fact, place: cardPlace(card.id, 'facts', index) })))
