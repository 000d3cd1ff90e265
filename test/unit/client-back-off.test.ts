import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { backOff, retryAfter } from '../../web/chat/back-off.js'

const AT = new Date('2026-03-02T10:00:00Z')

describe('waiting before the next try', () => {
  it('is about twice as long each time, and half a minute at most', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 100].map((attempt) => backOff(attempt, () => 1))
    expect(longest).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000])
  })

  it('is never less than half of that, whatever chance says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
        const wait = backOff(attempt, () => chance)
        const longest = backOff(attempt, () => 1)
        return wait >= longest / 2 && wait <= longest
      }),
    )
  })

  it.each([
    ['3', 3000],
    ['0', 0],
    ['Mon, 02 Mar 2026 10:00:30 GMT', 30_000],
    ['Mon, 02 Mar 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('takes Retry-After as seconds or a date: %s', (header, wait) => {
    expect(retryAfter(header, AT)).toBe(wait)
  })
})
