import { randomInt } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ALPHABET, asCode, drawCode, shownCode, spokenCode } from '../../../bot/domain/permits/plan-code.js'
import { codeIn } from '../../../bot/understanding/plan-code-in.js'

const code = fc.array(fc.nat(), { minLength: 8, maxLength: 8 }).map((numbers) => {
  let at = 0
  return drawCode((below) => numbers[at++]! % below)
})

describe('the code of a plan', () => {
  it('is shown in threes and read letter by letter', () => {
    const drawn = drawCode(() => 0)
    expect([shownCode(drawn), spokenCode(drawn)]).toEqual(['222-222-222', '2 2 2, 2 2 2, 2 2 2'])
  })

  it('has nothing in it that looks like something else, and no word can come of it', () => {
    expect(ALPHABET).not.toMatch(/[01AEIOUYLSBZ]/)
    expect(new Set(ALPHABET).size).toBe(ALPHABET.length)
  })

  it('is found however it is written', () => {
    fc.assert(
      fc.property(code, (drawn) => {
        const shown = shownCode(drawn)
        const writings = [
          drawn,
          shown,
          shown.toLowerCase(),
          shown.replaceAll('-', ' '),
          `min kod är ${shown}`,
          `Koden är ${drawn}.`,
        ]
        writings.push(`my code is ${shown.toLowerCase()} please`, `kod: ${shown}`, drawn.split('').join(' '))
        for (const written of writings) expect([written, codeIn(written)]).toEqual([written, { kind: 'code', code: drawn }])
      }),
    )
  })

  it('is never mistaken for another by one wrong letter', () => {
    fc.assert(
      fc.property(code, fc.nat(8), fc.nat(ALPHABET.length - 1), (drawn, place, letter) => {
        fc.pre(ALPHABET[letter] !== drawn[place])
        const wrong = drawn.slice(0, place) + ALPHABET[letter]! + drawn.slice(place + 1)
        expect(asCode(wrong)).toBeUndefined()
        expect(codeIn(wrong)?.kind ?? 'mistyped').toBe('mistyped')
      }),
    )
  })

  it('is drawn differently each time', () => {
    const drawn = Array.from({ length: 1000 }, () => drawCode((below) => randomInt(below)))
    expect(new Set(drawn).size).toBe(1000)
    for (const each of drawn) expect(asCode(each)).toBe(each)
  })

  it.each([
    'hej',
    'Vad kostar det 2026?',
    'jag bor på Hornsgatan 12B',
    '08-508 00 508',
    '2026-11-21',
    'ABC 123',
    'min kod fungerar inte',
    'kod för porten',
    'covid19',
    'a4 e20 rv40',
    '11122',
    'jag har glömt koden till min port 1234',
  ])('is not seen in "%s"', (text) => expect(codeIn(text)).toBeUndefined())
})
