import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { earText } from '../../../bot/cards/phone/ear.js'
import { numberInWords } from '../../../bot/cards/phone/number-words.js'
import { loadWords } from '../../../bot/i18n/load-words.js'
import { translator } from '../../../bot/i18n/words.js'
import { projectFolder } from '../../fixtures/content.js'

const translate = translator(loadWords(join(projectFolder, 'locales'), ['sv', 'en']))
const sv = { language: 'sv', t: translate('sv') }
const en = { language: 'en', t: translate('en') }

describe('numbers in words', () => {
  it.each([
    [0, 'noll', 'zero'],
    [19, 'nitton', 'nineteen'],
    [21, 'tjugoett', 'twenty-one'],
    [100, 'etthundra', 'one hundred'],
    [234, 'tvåhundratrettiofyra', 'two hundred and thirty-four'],
    [1000, 'ettusen', 'one thousand'],
    [12_500, 'tolvtusen femhundra', 'twelve thousand five hundred'],
    [999_999, 'niohundranittioniotusen niohundranittionio', 'nine hundred and ninety-nine thousand nine hundred and ninety-nine'],
  ])('%s', (value, swedish, english) => {
    expect([numberInWords(value, sv.t), numberInWords(value, en.t)]).toEqual([swedish, english])
  })

  it('are given for whole numbers below a million only', () => {
    expect([numberInWords(1_000_000, sv.t), numberInWords(2.5, sv.t), numberInWords(-1, sv.t)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('a text for the ear', () => {
  it.each([
    ['a telephone number in groups, digit by digit', 'Ring 08-508 00 508.', ['Ring 0 8, 5 0 8, 0 0, 5 0 8.']],
    ['a number that is a link', '**Ring:** växeln, [08-508 00 000](tel:0850800000)', ['Ring: växeln, 0 8, 5 0 8, 0 0, 0 0 0']],
    ['the emergency number', 'Ring 112 nu.', ['Ring 1 1 2 nu.']],
    ['an amount', 'Avgiften är 1 234 kr.', ['Avgiften är ettusen tvåhundratrettiofyra kronor.']],
    ['an amount in the middle', 'Det kostar 500 kr om dagen.', ['Det kostar femhundra kronor om dagen.']],
    ['a span of amounts', 'Mellan 500–1 000 kr.', ['Mellan femhundra till ettusen kronor.']],
    ['one krona', '1 kr', ['en krona']],
    ['hours and days', 'Mån–fre kl. 8.00–16.30', ['Måndag till fredag klockan åtta till sexton och trettio']],
    ['short forms', 'Ta med t.ex. pass, ritning m.m.', ['Ta med till exempel pass, ritning med mera']],
    ['a share', 'Moms 25 % tillkommer.', ['Moms 25 procent tillkommer.']],
    ['a date', 'Senast 2027-02-01.', ['Senast 1 februari 2027.']],
    ['an address of the web', 'Läs på https://stockholm.se/forskola.', ['Läs på webbadressen kan jag skicka.']],
    [
      'an e-mail address',
      'Skriv till fraga.forskola@stockholm.se',
      ['Skriv till fraga punkt forskola snabel-a stockholm punkt se'],
    ],
    ['sentences, one a line', 'Du ansöker. Det är gratis; vänta sedan.', ['Du ansöker.', 'Det är gratis.', 'Vänta sedan.']],
    ['what stands in brackets', 'En skylt (överdagenskylt) på gatan.', ['En skylt, överdagenskylt, på gatan.']],
    ['a list', '- Pass\n- **Ritning**', ['Pass', 'Ritning']],
    ['a span of weeks', '2–4 veckor', ['2 till 4 veckor']],
  ])('says %s', (_, written, said) => {
    expect(earText(written, sv)).toEqual(said)
  })

  it.each([
    ['an amount', 'The fee is SEK 1,500.', ['The fee is one thousand five hundred kronor.']],
    ['hours', 'Mon–Fri 9.30–15.00', ['Monday to Friday nine thirty to fifteen']],
    ['short forms', 'Bring e.g. a map', ['Bring for example a map']],
  ])('says %s in English', (_, written, said) => {
    expect(earText(written, en)).toEqual(said)
  })
})
