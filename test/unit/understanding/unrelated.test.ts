import { describe, expect, it } from '@jest/globals'
import { findableTexts } from '../../../bot/skills/findable-texts.js'
import { rankerOf, train, type Rankable, type Ranker } from '../../../bot/understanding/ranker.js'
import { realContent } from '../../fixtures/content.js'

/** Services that are near enough to be taken for each other. */
const NEAR = [
  ['a-board-sign', 'goods-display'],
  ['alcohol-licence-apply', 'alcohol-temporary-apply'],
  ['archive-old-drawings', 'e-archive'],
  ['archive-old-drawings', 'building-drawings'],
  ['business-guides-verksamt', 'quay-establish'],
  ['childcare-unsocial-hours', 'preschool-apply'],
  ['compost-notification', 'food-waste'],
  ['compost-notification', 'pests-report'],
  ['council-meetings', 'public-documents'],
  ['council-meetings', 'voting'],
  ['childcare-unsocial-hours', 'custody-talks'],
  ['disabled-parking-permit', 'disabled-parking-reduced-fee'],
  ['elderly-care-minority-language', 'preschool-minority-language'],
  ['extra-waste-pickup', 'waste-subscription'],
  ['extra-waste-pickup', 'missed-waste-pickup'],
  ['extra-waste-pickup', 'grease-separator'],
  ['fireplace-notification', 'pool-notify'],
  ['food-complaint', 'foodtruck-food-register'],
  ['food-complaint', 'goods-display'],
  ['guardian-become', 'guardian-change'],
  ['city-vacancies', 'housing-apply-for-flat'],
  ['housing-support', 'special-service-housing'],
  ['job-centre', 'summer-job-employer'],
  ['lost-property-street', 'towed-car'],
  ['noise-complaint', 'school-complaint'],
  ['bulky-hazardous-waste', 'packaging-collection'],
  ['after-school-care', 'preschool-offer-answer'],
  ['newly-arrived-pupils', 'refugee-intro'],
  ['adult-education-apply', 'sfi-apply'],
  ['club-grants', 'social-ngo-grants'],
] as const

const phrase = (text: string): Rankable['texts'][number] => ({ text, role: 'phrase' })
const BALLOON: Rankable = {
  id: 'balloon',
  texts: [
    { text: 'Landa med luftballong', role: 'name' },
    phrase('vi tänker flyga varmluft över fälten'),
    phrase('ballongkorgen behöver en äng att gå ner på'),
    phrase('bröllopsflygning med champagne i gryningen'),
    phrase('hot air balloon touching down on a meadow'),
  ],
}
// How far the one may come nearer to the other, where leads of 1 are common: one thing among fifty more makes every word a little rarer.
const SHARE = 0.1

const ids: ReadonlySet<string> = new Set(NEAR.flat())
const things = findableTexts(await realContent()).filter(({ id }) => ids.has(id))
const textsOf = (id: string): Rankable['texts'] => things.find((thing) => thing.id === id)!.texts
const without = rankerOf(train(things))
const having = rankerOf(train([...things, BALLOON]))

const lead = (ranker: Ranker, question: string, [one, other]: readonly [string, string]): number => {
  const scores = new Map(ranker.rank(question, things.length + 1).map(({ id, score }) => [id, score]))
  return scores.get(one)! - scores.get(other)!
}

/** What people say of the one, of the other, and half of each. */
function questionsBetween([one, other]: readonly [string, string]): string[] {
  const [first, second] = [one, other].map((id) => textsOf(id).flatMap(({ text, role }) => (role === 'phrase' ? [text] : [])))
  return first!.slice(0, 8).flatMap((text, at) => [text, second![at]!, `${text} ${second![at]!}`])
}

describe('adding an unrelated service', () => {
  it('is tried on thirty pairs', () => {
    expect(NEAR).toHaveLength(30)
    expect([...ids].filter((id) => !things.some((thing) => thing.id === id))).toEqual([])
  })

  it.each(NEAR)('does not change by more than its share which of %s and %s is first', (...pair) => {
    for (const question of questionsBetween(pair)) {
      const [before, after] = [lead(without, question, pair), lead(having, question, pair)]
      expect([question, Math.abs(after - before) <= SHARE]).toEqual([question, true])
      if (Math.abs(before) > SHARE) expect([question, after > 0]).toEqual([question, before > 0])
    }
  })
})
