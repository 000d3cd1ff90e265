import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findableOf, findables, type Findable } from '../../bot/domain/content/findables.js'
import { leadingElsewhere, tellingDifference, type Answer } from '../../bot/domain/content/telling-difference.js'
import { realContent } from '../fixtures/content.js'

const content = await realContent()
const things = (...keys: string[]): Findable[] => keys.map((key) => findableOf(content, key)!)
const said = (answer: Answer): string => ('is' in answer ? answer.is.join(' ') : answer.text.sv)
const between = (...keys: string[]) => {
  const { by, answers } = tellingDifference(things(...keys), content)
  return [by, ...answers.map(said)]
}

describe('what tells two things apart', () => {
  it.each([
    ['paratransit', 'heavy-vehicle-permit', 'audience', 'citizen', 'business'],
    ['debt-advice', 'club-event-grant', 'audience', 'citizen', 'association'],
    ['business-type/cafe', 'food-business-register', 'undertaking', 'everything', 'one'],
    ['permit/food-import', 'business-type/cafe', 'undertaking', 'one', 'everything'],
    [
      'daily-activity',
      'elderly-day-centre',
      'situation',
      'Jag har en funktionsnedsättning',
      'Jag eller en anhörig behöver hjälp som äldre',
    ],
    ['civil-wedding-book', 'other-authority/church-wedding', 'decider', 'city', 'Svenska kyrkan eller ditt samfund'],
    ['other-authority/state-roads', 'fault-report-street', 'decider', 'Trafikverket', 'city'],
  ])('%s and %s: %s', (one, other, ...difference) => expect(between(one, other)).toEqual(difference))

  it('is for whom they are, when everything else is the same', () => {
    const [by, one] = between('preschool-apply', 'preschool-terminate')
    expect([by, one]).toEqual(['for', content.services.get('preschool-apply')!.for.sv])
  })

  it('is what one does there, when even that is the same', () => {
    const [apply] = things('preschool-apply')
    const twin = { ...apply!, thing: { ...apply!.thing, summary: { sv: 'Något annat.', en: 'Something else.' } } } as Findable
    expect(tellingDifference([apply!, twin], content).by).toBe('summary')
  })

  it('is not whose matter it is, when that is only told with other remarks', () => {
    expect(between('a-board-sign', 'permit/a-board')[0]).not.toBe('decider')
  })

  it('must tell each of three from the others', () => {
    expect(between('paratransit', 'heavy-vehicle-permit', 'debt-advice')[0]).not.toBe('audience')
  })

  it('has an answer for each, no two of them the same', () => {
    const key = fc.constantFrom(...findables(content).map((findable) => findable.key))
    fc.assert(
      fc.property(fc.uniqueArray(key, { minLength: 2, maxLength: 3 }), (keys) => {
        const answers = between(...keys).slice(1)
        expect(answers).toHaveLength(keys.length)
        expect(new Set(answers).size).toBe(keys.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('things that lead to the same page', () => {
  it('are one to a person, whichever comes first', () => {
    const twins = things('hotel-notify', 'permit/hotel-notification')
    expect(leadingElsewhere(twins)).toEqual([twins[0]])
    expect(leadingElsewhere([...twins].reverse())).toEqual([twins[1]])
  })

  it('are not those that have none', () => {
    const without = things('a-board-sign', 'business-type/cafe', 'other-authority/passport')
    expect(leadingElsewhere(without)).toEqual(without)
  })
})
