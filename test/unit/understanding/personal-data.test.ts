import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hasLuhnChecksum, maskDeep, maskPersonalData } from '../../../bot/understanding/personal-data.js'

// None of these belongs to anybody: the checksums are right, the dates and endings are made up.
const found: [string, string][] = [
  ['811218-9876', 'personal-number'],
  ['19811218-9876', 'personal-number'],
  ['8112189876', 'personal-number'],
  ['198112189876', 'personal-number'],
  ['811218 - 9876', 'personal-number'],
  ['811278-9873', 'personal-number'],
  ['4111 1111 1111 1111', 'card-number'],
  ['5500-0000-0000-0004', 'card-number'],
  ['kalle.test@example.org', 'email'],
  ['070-123 45 67', 'phone'],
  ['+46 70 123 45 67', 'phone'],
  ['0046701234567', 'phone'],
  ['08-123 456 78', 'phone'],
]

describe('personal data', () => {
  it.each(found)('%s is masked as %s, and what stands around it is kept', (data, kind) => {
    const { text, found: kinds } = maskPersonalData(`hej det är ${data} som gäller`)
    expect(text).toBe('hej det är ■■■■ som gäller')
    expect(kinds).toEqual([kind])
  })

  it.each([
    'jag bor i en trea på 75 kvm sedan 2019',
    'vad är numret till 08-508 00 508',
    'ring 112',
    '1177',
    'postnummer 123 45',
    'diarienummer 2016-0999',
    'barnet föddes 2024-03-15',
    '811218-1234 har fel kontrollsiffra',
    'priset är 1 810 kr i timmen 2026',
  ])('"%s" is left as it is', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] })
  })

  it('is masked in everything that a press carries', () => {
    const { value, found: kinds } = maskDeep({ verb: 'x', deep: ['811218-9876', { mail: 'a@example.org' }], n: 5 })
    expect(JSON.stringify(value)).not.toMatch(/9876|example/)
    expect([...kinds].sort()).toEqual(['email', 'personal-number'])
  })

  it('is masked wherever it stands in a text, and masking twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...found.map(([data]) => data)), (before, after, data) => {
        const once = maskPersonalData(`${before} ${data} ${after}`).text
        expect(maskPersonalData(once).text).toBe(once)
      }),
    )
  })

  it('has a checksum that notices every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (place, digit) => {
        const right = '8112189876'
        const changed = right.slice(0, place) + String(digit) + right.slice(place + 1)
        expect(hasLuhnChecksum(changed)).toBe(changed === right)
      }),
    )
  })
})
