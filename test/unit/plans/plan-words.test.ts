import { describe, expect, it } from '@jest/globals'
import { addDays, dateText, daysBetween, daysText } from '../../../bot/cards/plan-dates.js'
import { planPaper } from '../../../bot/cards/plan-paper.js'
import { answerText, feeSumText, itemWords, whatIfText } from '../../../bot/cards/plan-words.js'
import type { PlanTeller } from '../../../bot/cards/plan-teller.js'
import type { FeeSum, Undertaking } from '../../../bot/domain/permits/plan-types.js'
import { plan } from '../../../bot/domain/permits/plan.js'
import { rulesOf } from '../../../bot/domain/permits/rules.js'
import { schedule } from '../../../bot/domain/permits/schedule.js'
import { furnished, smallContent, TODAY, translate, WINE_BAR } from '../../fixtures/plans-door.js'
import type { WrittenRules } from '../../fixtures/small-rules.js'

async function telling(
  language: string,
  undertaking: Undertaking = WINE_BAR,
  spoil: (written: WrittenRules) => void = () => undefined,
) {
  const written = furnished()
  spoil(written)
  const content = await smallContent(written)
  const rules = rulesOf(content)
  const teller: PlanTeller = { rules, content, language, t: translate(language) }
  const made = plan(rules, undertaking, TODAY)
  const words = (permit: string) =>
    itemWords(
      made,
      made.items.find((item) => item.permit === permit)!,
      undefined,
      teller,
    )
  return { teller, made, words }
}

describe('an item of a plan in words', () => {
  it.each<[string, object, string]>([
    ['a fee that is sure', { sek: 12590, per: 'once', year: 2026, sure: true }, '12 590 kr (as of 2026).'],
    [
      'an old one',
      { sek: 300, per: 'once', year: 2019, sure: false },
      '300 kr (as of 2019). The amount is not certain: check with whoever decides.',
    ],
    [
      'one without a year',
      { sek: 300, per: 'hour', year: null, sure: true },
      '300 kr an hour. I do not know which year the amount is from: check with whoever decides.',
    ],
    ['none at all', { sek: 0, per: 'once', year: 2026, sure: true }, 'No fee.'],
    ['perhaps none', { sek: 0, per: 'once', year: null, sure: false }, 'Probably no fee. Check with whoever decides.'],
    [
      'one by the day',
      { sek: 2.5, per: 'square-metre-day', year: 2026, sure: true },
      '2,5 kr a square metre and day (as of 2026).',
    ],
    [
      'one of several',
      { sek: 5, per: 'piece', year: 2026, sure: true, for: { sv: 'Skylt', en: 'Sign' } },
      'Sign: 5 kr each (as of 2026).',
    ],
  ])('tells %s', async (_what, fee, told) => {
    const { words } = await telling('en', WINE_BAR, ({ permits }) => (permits['alcohol-licence'].rule.fees = [fee]))
    expect(words('alcohol-licence').fees.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([told])
  })

  it('leaves out a fee that is not paid in this case, and never says nothing', async () => {
    const { words } = await telling('en', { answers: { guests: 600 } })
    expect(words('gathering-permit').fees.map((text) => text.replaceAll('\u00a0', ' '))).toEqual(['900 kr (as of 2026).'])
    expect(words('food-registration').fees).toEqual(['I have nothing reliable about that. Ask the one who decides.'])
  })

  it.each<[object | undefined, string]>([
    [{ least: 1, most: 1, sure: true }, '1 vecka från en komplett ansökan.'],
    [{ least: 1.5, most: 2, sure: true }, '1,5 till 2 veckor från en komplett ansökan.'],
    [{ least: 4, most: 4, sure: false }, '4 veckor från en komplett ansökan. Tiden är osäker: fråga den som bestämmer.'],
    [undefined, 'Jag har ingen säker uppgift. Fråga den som bestämmer.'],
  ])('tells the time of %j', async (handling, told) => {
    const { words } = await telling('sv', WINE_BAR, ({ permits }) => (permits['alcohol-licence'].rule.handling = handling))
    expect(words('alcohol-licence').time).toBe(told)
  })

  it.each<[unknown, string]>([
    ['decided', 'Must be finished before you open.'],
    ['sent', 'Must be sent before you open. You need not wait for an answer.'],
    ['none', 'Need not be finished before you open.'],
    [{ 'sent-weeks-before': 1 }, 'Must be sent at least one week before you open.'],
    [{ 'sent-weeks-before': 2.5 }, 'Must be sent at least 2.5 weeks before you open.'],
  ])('tells what must be done before opening: %j', async (opening, told) => {
    const { words } = await telling('en', WINE_BAR, ({ permits }) => (permits['alcohol-licence'].rule.opening = opening))
    expect(words('alcohol-licence').opening).toBe(told)
  })

  it('says of unread law what to find out, and does not say that it is needed', async () => {
    const { words } = await telling('en')
    expect(words('unread-duty')).toMatchObject({ statusText: 'Depends', findOut: 'Fråga nämnden in English' })
  })

  it('says of an answer that is not known what was asked', async () => {
    const { teller } = await telling('en')
    expect(answerText(teller.rules.facts.get('guests')!, 'unknown', teller)).toBe(
      'You do not know yet: Fråga om guests in English',
    )
    expect(answerText(teller.rules.facts.get('guests')!, 40, teller)).toBe('It is 40 guests')
  })
})

describe('the whole in words', () => {
  it.each<[FeeSum, string]>([
    [{ least: 0, most: 0, sure: true, without: [] }, 'I know of no fee that is paid once.'],
    [{ least: 500, most: 500, sure: true, without: [] }, '500 kr in fees that are paid once.'],
    [
      { least: 500, most: 500, sure: false, without: [] },
      '500 kr in fees that are paid once. At least one of the amounts is old or uncertain.',
    ],
    [
      { least: 0, most: 900, sure: true, without: [] },
      'Between 0 kr and 900 kr in fees that are paid once. The difference hangs on what is not certain yet.',
    ],
  ])('adds up %j', async (fees, told) => {
    expect(feeSumText(fees, (await telling('en')).teller).sum.replaceAll('\u00a0', ' ')).toBe(told)
  })

  it('tells a change of plan and what it does', async () => {
    const { teller } = await telling('en')
    const change = [{ fact: 'serves-alcohol', to: false }]
    const all = {
      permit: 'alcohol-licence',
      change,
      alsoSpared: ['knowledge-test'],
      added: ['cleaning-duty', 'unread-duty'],
      weeksSaved: 12,
    }
    expect(whatIfText(all, teller)).toBe(
      'If you change this: Nej serves-alcohol in English Then you do not need Licence to <serve> alcohol. You are also spared knowledge-test in English. ' +
        'Instead you need cleaning-duty in English and unread-duty in English. It may save about 12 weeks.',
    )
    expect(whatIfText({ ...all, alsoSpared: [], added: [], weeksSaved: 0 }, teller)).not.toContain('save')
  })

  it('tells a change that spares several things once', async () => {
    const { teller, made } = await telling('en')
    const change = [{ fact: 'serves-alcohol', to: false }]
    const whatIf = ['alcohol-licence', 'knowledge-test'].map((permit) => ({
      permit,
      change,
      alsoSpared: [],
      added: [],
      weeksSaved: 0,
    }))
    const told = { plan: made, made: TODAY, isShort: false, schedule: schedule(teller.rules, made, TODAY), whatIf }
    expect(planPaper(told, teller).whatIf.list).toHaveLength(1)
  })

  it('has every item of the plan in it exactly once', async () => {
    const { teller, made } = await telling('sv')
    const told = { plan: made, made: TODAY, isShort: false, schedule: schedule(teller.rules, made, TODAY), whatIf: [] }
    const { groups, rest } = planPaper(told, teller)
    const names = [...groups.flatMap(({ items }) => items), ...rest.flatMap(({ items }) => items)].map(({ name }) => name)
    expect(names.sort()).toEqual(made.items.map(({ permit }) => teller.rules.permits.get(permit)!.name.sv).sort())
  })
})

describe('days', () => {
  it('are counted over leap days and summer time', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29')
    expect(daysBetween('2027-03-01', '2027-11-01')).toBe(245)
  })

  it('are written as they are said', () => {
    expect(dateText('2027-02-01', 'sv')).toBe('1 februari 2027')
    expect(dateText('2027-02-01', 'en')).toBe('1 February 2027')
    expect(daysText('2027-02-01', '2027-02-01', 'en')).toBe('1 Feb 2027')
    expect(daysText('2027-02-12', '2027-02-15', 'sv').replace(/\s/g, ' ')).toBe('12–15 feb. 2027')
  })
})
