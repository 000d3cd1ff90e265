import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hasLuhnChecksum } from '../../../bot/domain/people/luhn.js'
import { maskDeep, maskPersonalData } from '../../../bot/understanding/personal-data.js'

// None of these belongs to anybody: the checksums are right, the dates and endings are made up.
const found: [string, string][] = [
  ['811218-9876', 'personal-number'],
  ['19811218-9876', 'personal-number'],
  ['8112189876', 'personal-number'],
  ['198112189876', 'personal-number'],
  ['811218 - 9876', 'personal-number'],
  ['811278-9873', 'personal-number'],
  ['1981-12-18-9876', 'personal-number'],
  ['1981 12 18 9876', 'personal-number'],
  ['811218‑9876', 'personal-number'],
  ['٨١١٢١٨-٩٨٧٦', 'personal-number'],
  ['۱۹۸۱۱۲۱۸۹۸۷۶', 'personal-number'],
  ['4111111111111111', 'card-number'],
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
    expect(kinds).toEqual({ [kind]: 1 })
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
    expect(maskPersonalData(text)).toEqual({ text, found: {} })
  })

  it('is masked in everything that a press carries', () => {
    const { value, found: kinds } = maskDeep({ verb: 'x', deep: ['811218-9876', { mail: 'a@example.org' }], n: 5 })
    expect(JSON.stringify(value)).not.toMatch(/9876|example/)
    expect(kinds).toEqual({ email: 1, 'personal-number': 1 })
  })

  it('is masked wherever it stands in a text, and masking twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...found.map(([data]) => data)), (before, after, data) => {
        const once = maskPersonalData(`${before} ${data} ${after}`).text
        expect(maskPersonalData(once).text).toBe(once)
      }),
    )
  })

  it.each([
    ['mitt kort är 4111 1111 1111 1111 12/27 och koden 123', 'mitt kort är ■■■■ 12/27 och koden 123'],
    ['4111 1111 1111 1111 12 27', '■■■■ 12 27'],
    ['4111-1111-1111-1111 5500-0000-0000-0004', '■■■■ ■■■■'],
  ])('"%s" shows what stands beside a card number', (text, masked) => {
    expect(maskPersonalData(text).text).toBe(masked)
  })

  it('is counted, each kind by itself, and only the kinds that are asked for', () => {
    const text = '811218-9876, 811278-9873, 4111 1111 1111 1111 och a@example.org'
    expect(maskPersonalData(text).found).toEqual({ 'personal-number': 2, 'card-number': 1, email: 1 })
    expect(maskPersonalData(text, ['card-number'])).toEqual({
      text: '811218-9876, 811278-9873, ■■■■ och a@example.org',
      found: { 'card-number': 1 },
    })
  })

  // Patterns that go back again and again would take hours for each of these.
  it.each(['1', 'a', '1 ', '0-', 'a@', 'a.', '19', '+', '81 ', 'a@b.'])('is looked for in a huge paste of "%s"', (piece) => {
    const text = `${piece.repeat(1_000_000 / piece.length)} 811218-9876`
    // Compared as a yes or no: a failing test would print the megabyte.
    expect(maskPersonalData(text).text.includes('811218-9876')).toBe(false)
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
