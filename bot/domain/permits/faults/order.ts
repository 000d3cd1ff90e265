import type { Permit } from '../permit.js'
import type { Rules } from '../rules.js'
import { testsIn } from '../condition.js'
import { circlesIn, inWords } from './circle.js'
import { faultAt, permitPlace, typePlace, within, writtenFacts, type Check, type Fault, type Place } from './fault.js'

const BEFORE = ['applying', 'decision', 'opening'] as const

type Named = { readonly from: string; readonly to: string; readonly place: Place }

/** Every permit that a permit names as coming before it. */
const before = ({ id, rule }: Permit, ...what: readonly (typeof BEFORE)[number][]): Named[] =>
  what.flatMap((step) =>
    rule.before[step].map((to, index) => ({ from: id, to, place: permitPlace(id, 'rule', 'before', step, index) })),
  )
const partOf = ({ id, rule }: Permit): Named[] =>
  rule.partOf === undefined ? [] : [{ from: id, to: rule.partOf, place: permitPlace(id, 'rule', 'partOf') }]

/** Every permit that is named exists. */
export const permitsExist: Check = ({ permits, types }) =>
  [
    ...[...permits.values()].flatMap((permit) => [
      ...before(permit, ...BEFORE),
      ...partOf(permit),
      ...permit.first.map((to, index) => ({ to, place: permitPlace(permit.id, 'first', index) })),
    ]),
    ...[...types.values()].flatMap(({ id, usually, depending }) => [
      ...usually.map((to, index) => ({ to, place: typePlace(id, 'usually', index) })),
      ...depending.map((to, index) => ({ to, place: typePlace(id, 'depending', index) })),
    ]),
  ]
    .filter(({ to }) => !permits.has(to))
    .map(({ to, place }) => faultAt('unknown-permit', place, `the permit "${to}" does not exist`))

/**
 * Nothing comes before itself. Before applying, before the decision and before opening are taken together, which is stricter than need be: an order
 * that only works because the three differ is more than a reader can follow.
 */
export const orderWithoutCircles: Check = ({ permits }) => {
  const all = [...permits.values()]
  return [
    ...circlesAmong(
      all.flatMap((permit) => before(permit, ...BEFORE)),
      (circle) => `these come before each other: ${circle}`,
    ),
    ...circlesAmong(all.flatMap(partOf), (circle) => `these are part of each other: ${circle}`),
    ...all.flatMap((permit) => partBeforeWhole(permit, permits)),
  ]
}

/** A part goes with the errand of its whole, so it can neither be finished before the whole is applied for nor wait for it to be finished. */
function partBeforeWhole(permit: Permit, permits: Rules['permits']): Fault[] {
  const whole = permit.rule.partOf === undefined ? undefined : permits.get(permit.rule.partOf)
  if (!whole) return []
  const waiting = before(permit, 'applying', 'decision').filter(({ to }) => to === whole.id)
  const early = before(whole, 'applying').filter(({ to }) => to === permit.id)
  return [
    ...waiting.map(({ place }) => faultAt('circle-in-order', place, `it is part of "${whole.id}", so it cannot wait for it`)),
    ...early.map(({ place }) =>
      faultAt(
        'circle-in-order',
        place,
        `"${permit.id}" is part of this one: it may come before the decision, not before applying`,
      ),
    ),
  ]
}

function circlesAmong(named: readonly Named[], reason: (circle: string) => string): Fault[] {
  const needs = new Map<string, string[]>()
  for (const { from, to } of named) needs.set(from, [...(needs.get(from) ?? []), to])
  return circlesIn(needs).map((circle) => {
    const [first, second = first] = circle
    const { place } = named.find(({ from, to }) => from === first && to === second)!
    return faultAt('circle-in-order', place, reason(inWords(circle)))
  })
}

/** No fact is asked only when it is known itself. */
export const questionsWithoutCircles: Check = (rules) => {
  const written = writtenFacts(rules)
  const needs = new Map(written.map(({ fact }) => [fact.id, fact.when ? testsIn(fact.when).map(({ is }) => is) : []]))
  return circlesIn(needs).map((circle) => {
    const { place } = written.find(({ fact }) => fact.id === circle[0])!
    return faultAt(
      'circle-of-questions',
      within(place, 'when'),
      `whether it is asked hangs on its own answer: ${inWords(circle)}`,
    )
  })
}
