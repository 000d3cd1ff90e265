import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Answers, FactValue } from '../../../bot/domain/permits/facts.js'
import { plan } from '../../../bot/domain/permits/plan.js'
import type { Plan, Undertaking, WhatIf } from '../../../bot/domain/permits/plan-types.js'
import type { Rules } from '../../../bot/domain/permits/rules.js'
import { schedule } from '../../../bot/domain/permits/schedule.js'
import { whatIf } from '../../../bot/domain/permits/what-if.js'
import { completions, knownOf, neededIn } from './oracle.js'
import { aCard, aFact, aPermit, aType, begun, someRules, valuesOf } from './random-rules.js'

const AT = '2026-06-01'

const changed = ({ type, answers }: Undertaking, { change }: WhatIf): Undertaking => ({
  type,
  answers: { ...answers, ...Object.fromEntries(change.map(({ fact, to }) => [fact, to])) },
})
const statusesOf = ({ items }: Plan) => new Map(items.map(({ permit, status }) => [permit, status]))
const mayBeNeeded = (status: string | undefined): boolean => status === 'needed' || status === 'probably' || status === 'depends'

describe('what if', () => {
  it('really does what it says, by trying', () => {
    fc.assert(
      fc.property(begun({ missing: 5, dontKnow: true }), ({ rules, undertaking }) => {
        const before = statusesOf(plan(rules, undertaking, AT))
        for (const proposal of whatIf(rules, undertaking, AT)) {
          const then = changed(undertaking, proposal)
          const after = statusesOf(plan(rules, then, AT))
          expect(mayBeNeeded(before.get(proposal.permit))).toBe(true)
          for (const spared of [proposal.permit, ...proposal.alsoSpared]) {
            expect(mayBeNeeded(before.get(spared))).toBe(true)
            expect(completions(rules, knownOf(rules, then)).some((world) => neededIn(rules, world).includes(spared))).toBe(false)
          }
          for (const [permit, status] of after) {
            if (mayBeNeeded(status) && !mayBeNeeded(before.get(permit))) expect(proposal.added).toContain(permit)
            if (status === 'not-needed' && mayBeNeeded(before.get(permit)))
              expect([proposal.permit, ...proposal.alsoSpared]).toContain(permit)
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  it('changes one fact where one is enough, two at most, and never what is fixed or so already', () => {
    fc.assert(
      fc.property(begun({ missing: 5, dontKnow: true }), fc.nat({ max: 4 }), ({ rules: loose, undertaking }, fixedOne) => {
        const rules = withFixed(loose, `fact-${fixedOne}`)
        const known = knownOf(rules, undertaking)
        for (const { permit, change } of whatIf(rules, undertaking, AT)) {
          expect([1, 2]).toContain(change.length)
          expect(new Set(change.map(({ fact }) => fact)).size).toBe(change.length)
          for (const { fact, to } of change) {
            expect(rules.facts.get(fact)!.fixed).toBeUndefined()
            expect(to).not.toEqual(known[fact])
            const without = change.filter((other) => other.fact !== fact)
            const then = changed(undertaking, { permit, change: without, alsoSpared: [], added: [], weeksSaved: 0 })
            expect(statusesOf(plan(rules, then, AT)).get(permit)).not.toBe('not-needed')
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('misses no single change of an answer about how it is done', () => {
    fc.assert(
      fc.property(begun({ missing: 5, dontKnow: true }), ({ rules, undertaking: { answers } }) => {
        const all = withType(rules, 'any')
        const undertaking = { type: 'any', answers }
        const proposed = whatIf(all, undertaking, AT).map(({ permit }) => permit)
        const { items, offPath } = plan(all, undertaking, AT)
        const known = knownOf(all, undertaking)
        const said = [...rules.facts.values()].filter(({ id }) => known[id] !== undefined && !offPath.includes(id))
        const isSparedBy = (permit: string, id: string, value: FactValue): boolean =>
          statusesOf(plan(all, { type: 'any', answers: { ...answers, [id]: value } }, AT)).get(permit) === 'not-needed'
        for (const { permit } of items.filter((item) => mayBeNeeded(item.status))) {
          if (said.some((fact) => valuesOf(fact).some((value) => isSparedBy(permit, fact.id, value))))
            expect(proposed).toContain(permit)
        }
      }),
      { numRuns: 300 },
    )
  })
})

function withFixed(rules: Rules, id: string): Rules {
  const cards = rules.cards.map((card) => ({
    ...card,
    facts: card.facts.map((fact) => (fact.id === id ? { ...fact, fixed: true as const } : fact)),
  }))
  return someRules(cards, [...rules.permits.values()], [...rules.types.values()])
}
const withType = (rules: Rules, id: string): Rules =>
  someRules(rules.cards, [...rules.permits.values()], [...rules.types.values(), aType(id)])

const isTrue = (fact: string) => ({ is: fact, value: true as const })

describe('a proposal', () => {
  const facts = [
    ...[aFact.yesNo('food'), aFact.yesNo('alcohol'), aFact.yesNo('strong', 0.5, isTrue('alcohol'))],
    ...[aFact.yesNo('late'), aFact.yesNo('flat'), aFact.number('guests')],
  ]
  const rules = someRules(
    [aCard('all', facts)],
    [
      aPermit('register', { needed: isTrue('food'), handling: { least: 2, most: 2, sure: true } }),
      aPermit('serving', { needed: isTrue('alcohol'), handling: { least: 6, most: 10, sure: true } }),
      aPermit('test', { needed: isTrue('alcohol'), opening: 'sent' }),
      aPermit('notify', { needed: { all: [isTrue('food'), { not: isTrue('alcohol') }] }, opening: 'sent' }),
      aPermit('big', { needed: { is: 'guests', atLeast: 50 }, opening: 'sent' }),
      aPermit('spirits', { needed: isTrue('strong'), opening: 'sent' }),
      aPermit('night', { needed: { all: [isTrue('alcohol'), isTrue('late')] }, handling: { least: 20, most: 20, sure: true } }),
      aPermit('unread', { needed: isTrue('alcohol'), sure: 'unread' }),
    ],
    [
      { ...aType('bar', { food: true, alcohol: true }), optional: ['alcohol'] },
      aType('cafe', { food: true, flat: true, alcohol: false }),
      aType('anything'),
    ],
  )
  const about = (permit: string, undertaking: Undertaking) =>
    whatIf(rules, undertaking, AT).find((proposal) => proposal.permit === permit)
  const said: Answers = { food: true, alcohol: true, strong: false, guests: 80, late: false }
  const noAlcohol = [{ fact: 'alcohol', to: false }]

  it('tells what else is spared, what is added, and how much time is saved', () => {
    expect(about('serving', { type: 'anything', answers: said })).toEqual({
      permit: 'serving',
      change: noAlcohol,
      alsoSpared: ['test'],
      added: ['notify'],
      weeksSaved: 8,
    })
  })

  it('says a number that is as near as it can be to what was planned', () => {
    expect(about('big', { type: 'anything', answers: said })?.change).toEqual([{ fact: 'guests', to: 49 }])
  })

  it('keeps what the kind of business is, but for what that calls optional', () => {
    expect(about('serving', { type: 'bar', answers: {} })?.change).toEqual(noAlcohol)
    expect(about('register', { type: 'bar', answers: { guests: 10 } })).toBeUndefined()
    expect(about('register', { type: 'cafe', answers: { food: true } })).toBeUndefined()
  })

  it('takes back what somebody said against what the kind of business gives', () => {
    expect(about('serving', { type: 'cafe', answers: { alcohol: true } })?.change).toEqual(noAlcohol)
    expect(about('serving', { type: 'anything', answers: { alcohol: true } })?.change).toEqual(noAlcohol)
  })

  it('keeps what everybody is asked, where the kind of business is not known', () => {
    expect(about('serving', { answers: said })).toBeUndefined()
    expect(about('spirits', { answers: { ...said, strong: true } })?.change).toEqual([{ fact: 'strong', to: false }])
  })

  it('does not propose what is only open: that it hangs on it is said already', () => {
    expect(about('serving', { type: 'anything', answers: { food: true } })).toBeUndefined()
    expect(about('serving', { type: 'anything', answers: { food: true, alcohol: 'unknown' } })).toBeUndefined()
  })

  it('is never made about law that nobody has read', () => {
    expect(about('unread', { type: 'anything', answers: said })).toBeUndefined()
  })

  it('is made for what is open, and then counts its time', () => {
    expect(about('night', { type: 'anything', answers: { food: true, alcohol: true } })).toMatchObject({
      change: noAlcohol,
      weeksSaved: 18,
    })
  })

  it('saves the whole weeks that opening comes earlier', () => {
    const undertaking = { type: 'anything', answers: said }
    const after = { type: 'anything', answers: { ...said, alcohol: false } }
    const opening = (of: Undertaking) => Date.parse(schedule(rules, plan(rules, of, AT), AT).opening.most)
    expect(about('serving', undertaking)!.weeksSaved).toBe((opening(undertaking) - opening(after)) / (7 * 86_400_000))
  })
})
