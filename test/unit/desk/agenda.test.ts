import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { agenda } from '../../../bot/domain/desk/agenda.js'
import { randomFrom } from '../../../bot/domain/desk/random.js'

describe('an agenda', () => {
  it('gives the soonest first, and of two at once the one that was put in first, also while more is put in', () => {
    const deeds = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant('next' as const)), { maxLength: 60 })
    fc.assert(
      fc.property(deeds, (all) => {
        const tried = agenda<number>()
        let model: { at: number; what: number }[] = []
        all.forEach((deed, order) => {
          if (deed !== 'next') {
            tried.put(deed, order)
            model.push({ at: deed, what: order })
            return
          }
          const first = [...model].sort((one, other) => one.at - other.at || one.what - other.what)[0]
          model = model.filter((entry) => entry !== first)
          expect(tried.next()).toEqual(first && expect.objectContaining(first))
        })
      }),
      { numRuns: 500 },
    )
  })
})

describe('random numbers', () => {
  it('are the same for the same seed, and spread over 0 to 1', () => {
    const draw = (seed: number): number[] => Array.from({ length: 1000 }, randomFrom(seed))
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
    const tenths = draw(7).map((value) => Math.floor(value * 10))
    for (let tenth = 0; tenth < 10; tenth++) expect(tenths.filter((each) => each === tenth).length).toBeGreaterThan(60)
  })
})
