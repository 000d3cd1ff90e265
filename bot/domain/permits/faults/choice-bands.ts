import type { Fact } from '../facts.js'
import { faultAt, within, type Fault, type Place } from './fault.js'

type Choice = Extract<Fact, { kind: 'choice' }>
/** The whole numbers of an option, both included. */
type Band = { readonly first: number; readonly last: number; readonly id: string; readonly index: number }

const SHAPES: readonly [RegExp, (one: number, other: number) => { first: number; last: number }][] = [
  [/^under-(\d+)(?:-[a-z]+)*$/, (limit) => ({ first: -Infinity, last: limit - 1 })],
  [/^(?:up-to|at-most)-(\d+)(?:-[a-z]+)*$/, (limit) => ({ first: -Infinity, last: limit })],
  [/^over-(\d+)(?:-[a-z]+)*$/, (limit) => ({ first: limit + 1, last: Infinity })],
  [/^(?:from|at-least)-(\d+)(?:-[a-z]+)*$/, (limit) => ({ first: limit, last: Infinity })],
  [/^(\d+)-or-(?:fewer|less)(?:-[a-z]+)*$/, (limit) => ({ first: -Infinity, last: limit })],
  [/^(\d+)-or-(?:more|over)(?:-[a-z]+)*$/, (limit) => ({ first: limit, last: Infinity })],
  [/^(\d+)(?:-to)?-(\d+)(?:-[a-z]+)*$/, (first, last) => ({ first, last })],
]

/** Options whose ids are ranges of numbers follow on each other: "under-50", "50-149", "150-or-more". */
export function bandsOfOptions({ options }: Choice, place: Place): Fault[] {
  const bands = options.flatMap(({ id }, index) => bandOf(id, index)).sort((one, other) => one.first - other.first)
  return bands.flatMap(({ id, index, first }, at) => {
    const before = bands[at - 1]
    if (!before || first === before.last + 1) return []
    const wrong = first <= before.last ? 'overlaps' : 'leaves a gap after'
    return [faultAt('range', within(place, 'options', index, 'id'), `"${id}" ${wrong} "${before.id}"`)]
  })
}

function bandOf(id: string, index: number): Band[] {
  for (const [shape, numbers] of SHAPES) {
    const found = shape.exec(id)
    if (found) return [{ ...numbers(Number(found[1]), Number(found[2])), id, index }]
  }
  return []
}
