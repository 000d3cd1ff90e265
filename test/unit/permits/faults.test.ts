import { describe, expect, it } from '@jest/globals'
import { faultsIn, makesPlansWrong, type FaultKind } from '../../../bot/domain/permits/faults.js'
import { FAULT_KINDS } from '../../../bot/domain/permits/faults/fault.js'
import { rulesFrom, smallRules, smallRulesBut, type WrittenRules } from '../../fixtures/small-rules.js'

const TODAY = '2026-11-21'
const faultsOf = (written: WrittenRules, today = TODAY) =>
  faultsIn(rulesFrom(written), today).map(({ kind, file, path, reason }) => ({ kind, at: [file, ...path].join(' '), reason }))

type Row = {
  what: string
  kind: FaultKind
  spoil: (written: WrittenRules) => void
  at: string
  says: string
}
const rule = (written: WrittenRules, id: string) => written.permits[id].rule
const fact = (written: WrittenRules, card: string, index: number) => written['permit-questions'][card].facts[index]
const LICENCE = 'permits/alcohol-licence.yaml rule'
const GATHERING = 'permits/gathering-permit.yaml rule'
const SERVING = 'permit-questions/serving.yaml facts'
const GUESTS = 'permit-questions/gathering.yaml facts 0'
const BAR = 'business-types/wine-bar.yaml'

/** One row a fault: how the good rules are spoiled, and where and how it is told. Every kind of fault is there at least once. */
const ROWS: readonly Row[] = [
  {
    what: 'a rule about a fact that no card asks',
    kind: 'unknown-fact',
    spoil: (written) => (rule(written, 'alcohol-licence').needed.all[0] = 'serves-alcohol-outdoors'),
    at: `${LICENCE} needed all 0`,
    says: 'no card asks for the fact "serves-alcohol-outdoors"',
  },
  {
    what: 'a fee that hangs on a fact that no card asks',
    kind: 'unknown-fact',
    spoil: (written) => (rule(written, 'gathering-permit').fees[0].when = { visitors: { under: 500 } }),
    at: `${GATHERING} fees 0 when visitors`,
    says: '"visitors"',
  },
  {
    what: 'a question that is asked because of a fact that no card asks',
    kind: 'unknown-fact',
    spoil: (written) => (fact(written, 'serving', 1).when = 'serves-anything'),
    at: `${SERVING} 1 when`,
    says: '"serves-anything"',
  },
  {
    what: 'a kind of business that gives a fact that no card asks',
    kind: 'unknown-fact',
    spoil: (written) => (written['business-types']['wine-bar'].given.dances = true),
    at: `${BAR} given dances`,
    says: '"dances"',
  },
  {
    what: 'a share of a fact that no card asks',
    kind: 'unknown-fact',
    spoil: (written) => (written['business-types']['wine-bar'].common.dances = 0.1),
    at: `${BAR} common dances`,
    says: '"dances"',
  },
  {
    what: 'an option that does not exist',
    kind: 'unknown-option',
    spoil: (written) => (rule(written, 'one-evening-licence').needed['alcohol-when'] = ['one-evening', 'sometimes']),
    at: 'permits/one-evening-licence.yaml rule needed alcohol-when',
    says: '"alcohol-when" has no option "sometimes"; it has always, one-evening',
  },
  {
    what: 'a number that is tested as yes or no',
    kind: 'wrong-test',
    spoil: (written) => (rule(written, 'gathering-permit').needed.any[1] = 'guests'),
    at: `${GATHERING} needed any 1`,
    says: '"guests" is a number',
  },
  {
    what: 'a yes/no fact that is tested as a choice',
    kind: 'wrong-test',
    spoil: (written) => (rule(written, 'food-registration').needed = { 'serves-food': 'yes' }),
    at: 'permits/food-registration.yaml rule needed serves-food',
    says: 'write its name alone',
  },
  {
    what: 'a choice that is tested as a number',
    kind: 'wrong-test',
    spoil: (written) => (rule(written, 'knowledge-test').needed = { 'alcohol-when': { 'at-least': 3 } }),
    at: 'permits/knowledge-test.yaml rule needed alcohol-when',
    says: 'write "fact: option"',
  },
  {
    what: 'a fact on two cards',
    kind: 'fact-twice',
    spoil: (written) => written['permit-questions'].serving.facts.push(fact(written, 'gathering', 1)),
    at: 'permit-questions/gathering.yaml facts 1',
    says: 'also written in permit-questions/serving.yaml',
  },
  {
    what: 'a permit before it that does not exist',
    kind: 'unknown-permit',
    spoil: (written) => rule(written, 'alcohol-licence').before.decision.push('knowledge-tset'),
    at: `${LICENCE} before decision 1`,
    says: 'the permit "knowledge-tset" does not exist',
  },
  {
    what: 'a whole that does not exist',
    kind: 'unknown-permit',
    spoil: (written) => (rule(written, 'knowledge-test').partOf = 'licence'),
    at: 'permits/knowledge-test.yaml rule partOf',
    says: '"licence"',
  },
  {
    what: 'a usual permit that does not exist',
    kind: 'unknown-permit',
    spoil: (written) => written['business-types'].fair.usually.push('fair-permit'),
    at: 'business-types/fair.yaml usually 1',
    says: '"fair-permit"',
  },
  {
    what: 'a question that is asked because of its own answer',
    kind: 'circle-of-questions',
    spoil: (written) => (fact(written, 'serving', 0).when = { 'alcohol-when': 'always' }),
    at: `${SERVING} 0 when`,
    says: 'serves-food → alcohol-when → serves-alcohol → serves-food',
  },
  {
    what: 'two permits that come before each other, one before applying and one before opening',
    kind: 'circle-in-order',
    spoil: (written) => (rule(written, 'food-registration').before = { opening: ['alcohol-licence'] }),
    at: 'permits/food-registration.yaml rule before opening 0',
    says: 'food-registration → alcohol-licence → food-registration',
  },
  {
    what: 'a permit that comes before itself',
    kind: 'circle-in-order',
    spoil: (written) => (rule(written, 'food-registration').before = { decision: ['food-registration'] }),
    at: 'permits/food-registration.yaml rule before decision 0',
    says: 'food-registration → food-registration',
  },
  {
    what: 'two permits that are part of each other',
    kind: 'circle-in-order',
    spoil: (written) => (rule(written, 'alcohol-licence').partOf = 'knowledge-test'),
    at: `${LICENCE} partOf`,
    says: 'part of each other',
  },
  {
    what: 'a part that must be finished before its whole is applied for',
    kind: 'circle-in-order',
    spoil: (written) => (rule(written, 'alcohol-licence').before = { applying: ['knowledge-test'] }),
    at: `${LICENCE} before applying 0`,
    says: '"knowledge-test" is part of this one',
  },
  {
    what: 'a part that waits for its whole to be decided',
    kind: 'circle-in-order',
    spoil: (written) => {
      rule(written, 'alcohol-licence').before = {}
      rule(written, 'knowledge-test').before = { applying: ['alcohol-licence'] }
    },
    at: 'permits/knowledge-test.yaml rule before applying 0',
    says: 'it cannot wait for it',
  },
  {
    what: 'a permit that nobody can need, since the question is only asked of others',
    kind: 'never-needed',
    spoil: (written) =>
      (rule(written, 'knowledge-test').needed = { all: [{ not: 'serves-food' }, { 'alcohol-when': 'always' }] }),
    at: 'permits/knowledge-test.yaml rule needed',
    says: 'no answers make this needed',
  },
  {
    what: 'a question that nobody can come to',
    kind: 'never-asked',
    spoil: (written) => (fact(written, 'serving', 2).when = { all: ['serves-alcohol', { not: 'serves-food' }] }),
    at: `${SERVING} 2 when`,
    says: 'no answers lead to this question',
  },
  {
    what: 'a part of a rule that says both yes and no',
    kind: 'contradiction',
    spoil: (written) => rule(written, 'gathering-permit').needed.any.push({ all: ['serves-food', { not: 'serves-food' }] }),
    at: `${GATHERING} needed any 2`,
    says: 'contradicts itself',
  },
  {
    what: 'a fee that only those pay who do not need the permit',
    kind: 'contradiction',
    spoil: (written) =>
      (rule(written, 'food-registration').fees = [{ sek: 1, per: 'once', year: 2026, sure: true, when: { not: 'serves-food' } }]),
    at: 'permits/food-registration.yaml rule fees 0 when',
    says: 'nobody who needs the permit pays this fee',
  },
  {
    what: 'a rule that says something of everybody without saying so',
    kind: 'always-so',
    spoil: (written) => (rule(written, 'food-registration').needed = { any: ['serves-food', { not: 'serves-alcohol' }] }),
    at: 'permits/food-registration.yaml rule needed',
    says: 'write "always"',
  },
  {
    what: 'a part of a rule that says nothing',
    kind: 'always-so',
    spoil: (written) =>
      (rule(written, 'food-registration').needed = {
        all: ['serves-food', { any: ['serves-alcohol', { not: 'serves-alcohol' }] }],
      }),
    at: 'permits/food-registration.yaml rule needed all 1',
    says: 'says nothing',
  },
  {
    what: 'a kind of business that gives an option that does not exist',
    kind: 'given',
    spoil: (written) => (written['business-types']['wine-bar'].given['alcohol-when'] = 'daily'),
    at: `${BAR} given alcohol-when`,
    says: '"alcohol-when" has no option "daily"',
  },
  {
    what: 'a kind of business that gives a word for a yes',
    kind: 'given',
    spoil: (written) => (written['business-types']['wine-bar'].given['serves-food'] = 'yes'),
    at: `${BAR} given serves-food`,
    says: '"serves-food" is true or false',
  },
  {
    what: 'a kind of business that gives a number that cannot be',
    kind: 'given',
    spoil: (written) => (written['business-types']['wine-bar'].given.guests = 20_000),
    at: `${BAR} given guests`,
    says: 'a number from 0 to 10000',
  },
  {
    what: 'a kind of business that gives an answer to what it is never asked',
    kind: 'given',
    spoil: (written) => Object.assign(written['business-types'].fair.given, { 'serves-food': false, 'serves-alcohol': true }),
    at: 'business-types/fair.yaml given serves-alcohol',
    says: 'rules out that "serves-alcohol" is asked',
  },
  {
    what: 'a usual permit that is ruled out',
    kind: 'usually',
    spoil: (written) =>
      (written['business-types'].fair = {
        ...written['business-types'].fair,
        given: { 'serves-food': false },
        usually: ['alcohol-licence'],
      }),
    at: 'business-types/fair.yaml usually 0',
    says: 'rules "alcohol-licence" out',
  },
  {
    what: 'a range that no number is in',
    kind: 'range',
    spoil: (written) => (rule(written, 'gathering-permit').needed.any[1].guests = { 'at-least': 150, under: 100 }),
    at: `${GATHERING} needed any 1 guests under`,
    says: 'no number is both',
  },
  {
    what: 'a limit beyond what can be answered',
    kind: 'range',
    spoil: (written) => (fact(written, 'gathering', 0).most = 300),
    at: `${GATHERING} fees 1 when guests at-least`,
    says: 'tells nobody apart',
  },
  {
    what: 'a limit above everything that can be answered',
    kind: 'range',
    spoil: (written) => (rule(written, 'gathering-permit').needed.any[1].guests = { 'at-least': 150, under: 20_000 }),
    at: `${GATHERING} needed any 1 guests under`,
    says: 'under 20000 tells nobody apart',
  },
  {
    what: 'a limit below everything that can be answered',
    kind: 'range',
    spoil: (written) => (rule(written, 'gathering-permit').needed.any[1].guests = { under: 0 }),
    at: `${GATHERING} needed any 1 guests under`,
    says: 'under 0 tells nobody apart',
  },
  {
    what: 'fees with a hole between them',
    kind: 'range',
    spoil: (written) => (rule(written, 'gathering-permit').fees[1].when.guests = { 'at-least': 600 }),
    at: `${GATHERING} fees 1 when`,
    says: 'begins at 600, but the range before it ends at 500: nobody pays between',
  },
  {
    what: 'fees that overlap',
    kind: 'range',
    spoil: (written) => (rule(written, 'gathering-permit').fees[1].when.guests = { 'at-least': 400 }),
    at: `${GATHERING} fees 1 when`,
    says: 'overlaps the range before it, which ends at 500',
  },
  {
    what: 'alternatives that overlap',
    kind: 'range',
    spoil: (written) =>
      rule(written, 'gathering-permit').needed.any.push({ guests: { 'at-least': 20, under: 300 } }) &&
      fact(written, 'gathering', 0).typical.unshift({ value: 5, common: 0 }),
    at: `${GATHERING} needed any 1 guests`,
    says: 'overlaps the range before it, which ends at 300',
  },
  {
    what: 'a rule that begins just after another ends',
    kind: 'range',
    spoil: (written) => (rule(written, 'cleaning-duty').needed = { guests: { under: 149 } }),
    at: 'permits/cleaning-duty.yaml rule needed guests under',
    says: 'ends at 149, but another range begins at 150',
  },
  {
    what: 'a typical number that cannot be answered',
    kind: 'range',
    spoil: (written) => (fact(written, 'gathering', 0).typical[2].value = 20_000),
    at: `${GUESTS} typical 2`,
    says: '20000 is not from 0 to 10000',
  },
  {
    what: 'a number whose most is less than its least',
    kind: 'range',
    spoil: (written) => Object.assign(fact(written, 'gathering', 0), { least: 20_000 }),
    at: `${GUESTS} most`,
    says: 'from 20000, but only to 10000',
  },
  {
    what: 'options that are ranges with a hole between them',
    kind: 'range',
    spoil: (written) => rangesAsOptions(written, ['under-50', '51-149', '150-or-more']),
    at: 'permit-questions/gathering.yaml facts 1 options 1 id',
    says: '"51-149" leaves a gap after "under-50"',
  },
  {
    what: 'options that are ranges and overlap',
    kind: 'range',
    spoil: (written) => rangesAsOptions(written, ['up-to-50', '50-to-149', 'over-149']),
    at: 'permit-questions/gathering.yaml facts 1 options 1 id',
    says: '"50-to-149" overlaps "up-to-50"',
  },
  {
    what: 'a fact that nothing hangs on',
    kind: 'never-used',
    spoil: (written) => rule(written, 'gathering-permit').needed.any.shift(),
    at: 'permit-questions/gathering.yaml facts 1',
    says: 'nothing hangs on the fact "place"',
  },
  {
    what: 'an unread law without what to find out',
    kind: 'nothing-to-find-out',
    spoil: (written) => delete rule(written, 'unread-duty').findOut,
    at: 'permits/unread-duty.yaml rule sure',
    says: 'needs findOut',
  },
  {
    what: 'options whose shares do not make one',
    kind: 'shares',
    spoil: (written) => (fact(written, 'serving', 2).options[1].common = 0.33),
    at: `${SERVING} 2 options`,
    says: 'the shares make 1.03',
  },
  {
    what: 'typical numbers whose shares do not make one',
    kind: 'shares',
    spoil: (written) => (fact(written, 'gathering', 0).typical[0].common = 0.5),
    at: `${GUESTS} typical`,
    says: 'the shares make 0.90',
  },
  {
    what: 'a range that the rules tell apart and no typical number is in',
    kind: 'shares',
    spoil: (written) => (fact(written, 'gathering', 0).typical[1].value = 120),
    at: `${GUESTS} typical`,
    says: 'from 150 to under 500',
  },
  {
    what: 'shares of a kind of business that do not make one',
    kind: 'shares',
    spoil: (written) => (written['business-types']['wine-bar'].common['alcohol-when'].always = 0.8),
    at: `${BAR} common alcohol-when`,
    says: 'the shares make 0.85',
  },
  {
    what: 'one share for a choice',
    kind: 'shares',
    spoil: (written) => (written['business-types']['wine-bar'].common['alcohol-when'] = 0.8),
    at: `${BAR} common alcohol-when`,
    says: 'write a share for each answer',
  },
  {
    what: 'a share above one',
    kind: 'shares',
    spoil: (written) => (written['business-types'].fair.common['serves-food'] = 80),
    at: 'business-types/fair.yaml common serves-food',
    says: 'from 0 to 1',
  },
  {
    what: 'several shares for a yes/no fact',
    kind: 'shares',
    spoil: (written) => (written['business-types'].fair.common['serves-food'] = { yes: 1 }),
    at: 'business-types/fair.yaml common serves-food',
    says: 'write the share that say yes',
  },
  {
    what: 'a share of an option that does not exist',
    kind: 'shares',
    spoil: (written) => (written['business-types']['wine-bar'].common['alcohol-when'] = { always: 0.5, daily: 0.5 }),
    at: `${BAR} common alcohol-when daily`,
    says: 'no answer "daily"',
  },
  {
    what: 'a text of blanks',
    kind: 'words',
    spoil: (written) => (fact(written, 'serving', 0).ask.en = ' '),
    at: `${SERVING} 0 ask en`,
    says: 'nothing is written in "en"',
  },
  {
    what: 'a list with nothing in one language',
    kind: 'words',
    spoil: (written) => (fact(written, 'serving', 0).words = { sv: ['mat'], en: [] }),
    at: `${SERVING} 0 words en`,
    says: 'nothing is written in "en"',
  },
  {
    what: 'a text that was not translated',
    kind: 'words',
    spoil: (written) => (written['permit-questions'].serving.why.en = written['permit-questions'].serving.why.sv),
    at: 'permit-questions/serving.yaml why en',
    says: 'the same as "sv"',
  },
  {
    what: 'a rule that nobody has checked for long',
    kind: 'unchecked',
    spoil: (written) => (rule(written, 'cleaning-duty').checked = '2025-05-20'),
    at: 'permits/cleaning-duty.yaml rule checked',
    says: 'more than 18 months ago',
  },
  {
    what: 'a rule that was checked tomorrow',
    kind: 'unchecked',
    spoil: (written) => (rule(written, 'cleaning-duty').checked = '2026-11-22'),
    at: 'permits/cleaning-duty.yaml rule checked',
    says: 'has not come yet',
  },
  {
    what: 'a rule that ended before it began',
    kind: 'never-valid',
    spoil: (written) => (rule(written, 'unread-duty').valid = { from: '2028-01-01', to: '2027-01-01' }),
    at: 'permits/unread-duty.yaml rule valid',
    says: 'in force from 2028-01-01, but only to 2027-01-01',
  },
  {
    what: 'a rule that is no longer in force',
    kind: 'expired',
    spoil: (written) => (rule(written, 'unread-duty').valid = { to: '2026-11-20' }),
    at: 'permits/unread-duty.yaml rule valid to',
    says: 'no longer in force since 2026-11-20',
  },
]

function rangesAsOptions(written: WrittenRules, ids: readonly string[]): void {
  const place = fact(written, 'gathering', 1)
  place.options = ids.map((id, index) => ({ ...place.options[0], id, common: index === 0 ? 1 : 0 }))
  rule(written, 'gathering-permit').needed.any[0] = { place: ids[2] }
}

describe('the check of the rules', () => {
  it('finds nothing in good rules', () => {
    expect(faultsOf(smallRules())).toEqual([])
  })

  it.each(ROWS)('finds $what, says where, and finds it no more when it is mended', ({ spoil, kind, at, says }) => {
    const found = faultsOf(smallRulesBut(spoil)).filter((fault) => fault.kind === kind)
    expect(found).toContainEqual({ kind, at, reason: expect.stringContaining(says) })
    expect(faultsOf(smallRules()).filter((fault) => fault.kind === kind)).toEqual([])
  })

  it('has shown every kind of fault', () => {
    expect(new Set(ROWS.map(({ kind }) => kind))).toEqual(new Set(Object.keys(FAULT_KINDS)))
  })

  it('tells only the fact that is missing, and not everything that could not be tried without it', () => {
    const written = smallRulesBut((rules) => rules['permit-questions'].serving.facts.shift())
    expect(new Set(faultsOf(written).map(({ kind }) => kind))).toEqual(new Set(['unknown-fact']))
  })

  it.each([
    ['2026-08-31', '2028-02-29', '2028-03-01'],
    ['2026-02-28', '2027-08-31', '2027-09-01'],
  ])('lets a rule that was checked on %s stand until %s', (checked, last, after) => {
    const written = smallRulesBut((rules) => {
      for (const { rule } of Object.values(rules.permits)) rule.checked = checked
    })
    expect(faultsOf(written, last)).toEqual([])
    expect(faultsOf(written, after).map(({ kind }) => kind)).toContain('unchecked')
  })

  it('takes a fact as used that only a fee hangs on, or only another question', () => {
    const written = smallRulesBut((rules) => {
      rule(rules, 'gathering-permit').needed = { place: 'in-a-street' }
      rule(rules, 'food-registration').needed = { 'alcohol-when': 'always' }
      rule(rules, 'unread-duty').needed = { place: 'indoors' }
      rule(rules, 'alcohol-licence').needed = { 'alcohol-when': 'always' }
    })
    expect(faultsOf(written).filter(({ kind }) => kind === 'never-used')).toEqual([])
  })

  it('calls nothing a reason to refuse the rules that comes with time alone', () => {
    for (const today of ['1970-01-01', '2026-11-21', '2040-01-01'])
      expect(faultsIn(rulesFrom(smallRules()), today).filter(makesPlansWrong)).toEqual([])
  })

  it('lets a kind of business say no to what is not asked of it anyway', () => {
    const no = { 'serves-food': false, 'serves-alcohol': false }
    expect(faultsOf(smallRulesBut((written) => (written['business-types'].fair.given = no)))).toEqual([])
  })

  it('lets rules have limits of their own that are far apart', () => {
    const written = smallRulesBut((rules) => {
      rule(rules, 'cleaning-duty').needed = { any: [{ guests: { under: 20 } }, { guests: { 'at-least': 5000 } }] }
      fact(rules, 'gathering', 0).typical = [10, 30, 200, 1000, 6000].map((value) => ({ value, common: 0.2 }))
      rules['business-types']['wine-bar'].common.guests = { 30: 1 }
    })
    expect(faultsOf(written)).toEqual([])
  })
})
