import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isOnPath } from '../../../bot/domain/permits/facts-of.js'
import type { Answers, Fact } from '../../../bot/domain/permits/facts.js'
import { nextQuestion, questionsLeft } from '../../../bot/domain/permits/next-question.js'
import type { Plan, PlanItem, Undertaking } from '../../../bot/domain/permits/plan-types.js'
import { plan } from '../../../bot/domain/permits/plan.js'
import { schedule } from '../../../bot/domain/permits/schedule.js'
import { whatIf } from '../../../bot/domain/permits/what-if.js'
import { realRules } from '../../fixtures/permit-rules.js'
import { holds, type Everything } from './oracle.js'
import { askedOneByOne, type Mind } from './person.js'

/** The properties of the engine over the rules of content/: they are too many to try everything, so worlds are drawn. */
const rules = await realRules()
const facts = [...rules.facts.values()]
const AT = '2026-06-01'

const valueOf = (fact: Fact): fc.Arbitrary<boolean | string | number> =>
  fact.kind === 'yes-no'
    ? fc.boolean()
    : fact.kind === 'choice'
      ? fc.constantFrom(...fact.options.map(({ id }) => id))
      : fc.integer({ min: Math.ceil(fact.least), max: Math.floor(fact.most) })

/** Everything about somebody, as it is. */
const world: fc.Arbitrary<Everything> = fc
  .tuple(...facts.map(valueOf))
  .map((values) => Object.fromEntries(facts.map(({ id }, index) => [id, values[index]!])))
const type = fc.option(fc.constantFrom(...rules.types.keys()), { nil: undefined, freq: 6 })
const told = fc.subarray(facts.map(({ id }) => id))
const someTold = fc.subarray(
  facts.map(({ id }) => id),
  { maxLength: 12 },
)

const given = (kind: string | undefined): Answers => (kind === undefined ? {} : rules.types.get(kind)!.given)
const picked = (mind: Answers, ids: readonly string[]): Answers => Object.fromEntries(ids.map((id) => [id, mind[id]!]))
const itemsOf = (undertaking: Undertaking): readonly PlanItem[] => plan(rules, undertaking, AT).items
const outcome = ({ items, fees }: Plan) => ({
  items: items.map(({ permit, status, hangsOn }) => ({ permit, status, hangsOn })),
  fees,
})
const isNeeded = (everything: Everything, permit: string): boolean =>
  holds(rules, everything, rules.permits.get(permit)!.rule.needed)

describe('the rules of content/', () => {
  it('give every certain status by what is so, in any world that fits the answers', () => {
    fc.assert(
      fc.property(world, world, type, told, (answered, rest, kind, ids) => {
        const undertaking = { type: kind, answers: picked(answered, ids) }
        const everything = { ...rest, ...given(kind), ...undertaking.answers } as Everything
        for (const { permit, status } of itemsOf(undertaking)) {
          if (status === 'not-needed' || status === 'untouched')
            expect([permit, isNeeded(everything, permit)]).toEqual([permit, false])
          if (status === 'needed' || status === 'probably') expect([permit, isNeeded(everything, permit)]).toEqual([permit, true])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('never make "not needed" of something that is missing', () => {
    fc.assert(
      fc.property(world, type, told, (everything, kind, kept) => {
        const after = new Map(
          itemsOf({ type: kind, answers: picked(everything, kept) }).map((item) => [item.permit, item.status]),
        )
        for (const { permit, status } of itemsOf({ type: kind, answers: everything })) {
          if (after.get(permit) === 'not-needed')
            expect([permit, status]).toEqual([permit, kind === undefined ? 'not-needed' : status])
          if (kind === undefined && (status === 'needed' || status === 'probably'))
            expect(['not-needed', 'untouched']).not.toContain(after.get(permit))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('come to the same plan one by one as all at once', () => {
    fc.assert(
      fc.property(world, type, someTold, fc.infiniteStream(fc.nat(9)), (everything, kind, ids, luck) => {
        const mind: Mind = Object.fromEntries(facts.map(({ id }) => [id, luck.next().value === 0 ? 'unknown' : everything[id]!]))
        const begin = { type: kind, answers: picked(mind, ids) }
        const { answers } = askedOneByOne(rules, begin, mind, AT, {
          isOnPath: (fact, answers) => isOnPath(rules, { type: kind, answers }, fact) !== 'no',
        })
        const unasked = Object.entries(mind).filter(([id]) => !Object.hasOwn(given(kind), id))
        const whole = plan(rules, { type: kind, answers: { ...Object.fromEntries(unasked), ...begin.answers } }, AT)
        expect(outcome(plan(rules, { type: kind, answers }, AT))).toEqual(outcome(whole))
      }),
      { numRuns: 150 },
    )
  })

  it('keep what is certain, whatever is answered next', () => {
    fc.assert(
      fc.property(world, type, someTold, fc.constantFrom(...facts), (everything, kind, ids, next) => {
        fc.pre(!ids.includes(next.id) && !Object.hasOwn(given(kind), next.id))
        const before = { type: kind, answers: picked(everything, ids) }
        const after = itemsOf({ type: kind, answers: { ...before.answers, [next.id]: everything[next.id]! } })
        itemsOf(before).forEach((item, index) => {
          if (item.status !== 'depends' || item.hangsOn.length === 0) expect(after[index]!.status).toBe(item.status)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('ask nothing that is settled, and leave nothing unasked that could change the plan', () => {
    fc.assert(
      fc.property(world, type, someTold, (everything, kind, ids) => {
        const undertaking = { type: kind, answers: picked(everything, ids) }
        const { items } = plan(rules, undertaking, AT)
        const left = questionsLeft(rules, undertaking, AT).flatMap((card) => card.facts)
        const next = nextQuestion(rules, undertaking, [], AT)
        for (const fact of next?.facts ?? []) {
          expect(left).toContain(fact)
          expect(Object.hasOwn(undertaking.answers, fact) || Object.hasOwn(given(kind), fact)).toBe(false)
        }
        if (!next)
          expect(items.flatMap(({ hangsOn }) => hangsOn).filter((fact) => !Object.hasOwn(undertaking.answers, fact))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('have reasons that decide alone', () => {
    fc.assert(
      fc.property(world, type, told, (everything, kind, ids) => {
        for (const { permit, status, because, hangsOn } of itemsOf({ type: kind, answers: picked(everything, ids) })) {
          if (hangsOn.length > 0) continue
          const statusBy = (reasons: PlanItem['because']) =>
            itemsOf({ answers: Object.fromEntries(reasons.map(({ fact, value }) => [fact, value])) }).find(
              (item) => item.permit === permit,
            )!
          expect(statusBy(because).status).toBe(status)
          for (const reason of because) expect(statusBy(because.filter((other) => other !== reason)).hangsOn).not.toEqual([])
        }
      }),
      { numRuns: 15 },
    )
  })

  it('never put an item before what it needs', () => {
    fc.assert(
      fc.property(world, type, someTold, (everything, kind, ids) => {
        const { items } = schedule(rules, plan(rules, { type: kind, answers: picked(everything, ids) }, AT), AT, {
          including: 'depends',
        })
        const byId = new Map(items.map((item) => [item.permit, item]))
        for (const item of items) {
          const { before } = rules.permits.get(item.permit)!.rule
          for (const first of before.applying.flatMap((id) => byId.get(id) ?? []))
            expect(item.sentMost).toBeGreaterThanOrEqual(first.doneMost)
          for (const first of before.decision.flatMap((id) => byId.get(id) ?? []))
            expect(item.doneMost).toBeGreaterThanOrEqual(first.doneMost)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('propose only changes that do what they say', () => {
    fc.assert(
      fc.property(world, type, someTold, (everything, kind, ids) => {
        const answers = picked(everything, ids)
        for (const { permit, change, alsoSpared } of whatIf(rules, { type: kind, answers }, AT)) {
          const changes = Object.fromEntries(change.map(({ fact, to }) => [fact, to]))
          const then = itemsOf({ type: kind, answers: { ...answers, ...changes } })
          for (const spared of [permit, ...alsoSpared])
            expect(then.find((item) => item.permit === spared)!.status).toBe('not-needed')
          expect(change.every(({ fact }) => !rules.facts.get(fact)!.fixed)).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })
})
