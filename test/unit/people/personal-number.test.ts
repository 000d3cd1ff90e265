import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hasLuhnChecksum } from '../../../bot/domain/people/luhn.js'
import { readPersonalNumber } from '../../../bot/domain/people/personal-number.js'

const TODAY = new Date('2026-06-15T12:00:00Z')
const right = (number: string, is = 'personal') => ({ kind: 'right', number, is })
const wrong = (why: string) => ({ kind: 'wrong', why })

// None of these belongs to anybody: the checksums are right, the dates and endings are made up.
describe('a personal number', () => {
  it.each([
    ['19811218-9876', right('19811218-9876')],
    ['198112189876', right('19811218-9876')],
    ['811218-9876', right('19811218-9876')],
    ['8112189876', right('19811218-9876')],
    [' 1981 12 18 - 98 76 ', right('19811218-9876')],
    ['1981-12-18-9876', right('19811218-9876')],
    ['811218\u20139876', right('19811218-9876')],
    ['٨١١٢١٨-٩٨٧٦', right('19811218-9876')],
    ['811278-9873', right('19811278-9873', 'co-ordination')],
    ['121212-1212', right('20121212-1212')],
    ['121212+1212', right('19121212-1212')],
    ['19121212-1212', right('19121212-1212')],
    ['', wrong('length')],
    ['nej', wrong('length')],
    ['811218-987', wrong('length')],
    ['19811218-98766', wrong('length')],
    ['4111 1111 1111 1111', wrong('length')],
    ['811318-9876', wrong('date')],
    ['20230230-1236', wrong('date')],
    ['20270101-1236', wrong('date')],
    ['811218-9877', wrong('checksum')],
  ])('"%s" is read', (typed, read) => {
    expect(readPersonalNumber(typed, TODAY)).toEqual(read)
  })

  it('is read the same again when it is written as it was read, and never otherwise than with a right checksum', () => {
    const typed = fc.tuple(
      fc.constantFrom('', '19', '20'),
      fc.stringMatching(/^\d{2}[01]\d[0-9]\d$/),
      fc.constantFrom('', '-', '+'),
      fc.stringMatching(/^\d{4}$/),
    )
    fc.assert(
      fc.property(typed, (parts) => {
        const read = readPersonalNumber(parts.join(''), TODAY)
        if (read.kind === 'wrong') return
        expect(hasLuhnChecksum(read.number.replace('-', '').slice(2))).toBe(true)
        expect(readPersonalNumber(read.number, TODAY)).toEqual(read)
      }),
      { numRuns: 2000 },
    )
  })
})
