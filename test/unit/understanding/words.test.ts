import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { areaFinder } from '../../../bot/understanding/area.js'
import { COMMANDS, commandIn, languageAskedFor } from '../../../bot/understanding/commands.js'
import { comparable, folded, visibleText } from '../../../bot/understanding/normalise.js'
import { realContent } from '../../fixtures/content.js'

const { districts } = await realContent()
const areas = areaFinder(districts.values())

describe('text that is stored', () => {
  it('has no control, private or invisible characters', () => {
    expect(visibleText('a\u0000b\u200b\u202ec\u{E0041}\ufeffd\u0007')).toBe('abcd')
  })

  it('keeps line breaks, emoji made of several characters, and other scripts', () => {
    expect(visibleText('rad ett\r\nrad två')).toBe('rad ett\nrad två')
    expect(visibleText('👩‍👧 می‌خواهم')).toBe('👩‍👧 می‌خواهم')
  })

  it('is the same when tidied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => expect(visibleText(visibleText(text))).toBe(visibleText(text))),
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(comparable(comparable(text))).toBe(comparable(text))))
  })

  it('is compared without case, dots and rings', () => {
    expect(folded(comparable('  FÖRSKOLA!! i   Årsta '))).toBe('forskola i arsta')
  })
})

describe('commands', () => {
  it.each(Object.entries(COMMANDS).flatMap(([command, phrases]) => phrases.map((phrase) => [phrase, command] as const)))(
    '"%s" is %s',
    (phrase, command) => {
      expect(commandIn(phrase)).toBe(command)
      expect(commandIn(`${phrase.toUpperCase()}!`)).toBe(command)
    },
  )

  it.each([
    ['Kan jag prata med en människa tack', 'person'],
    ['Börja om, tack!', 'restart'],
    ['snälla, prata med någon', 'person'],
  ])('"%s" is %s with politeness around it', (text, command) => expect(commandIn(text)).toBe(command))

  it.each([
    'hjälp med hemtjänst',
    'nej för företag',
    'kontakta min handläggare om bygglov',
    'tack för senast, hur söker jag förskola',
    'kundtjänst för parkering',
  ])('"%s" is a question and no command', (text) => expect(commandIn(text)).toBeUndefined())

  it.each([
    ['på svenska', 'sv'],
    ['English please', 'en'],
    ['svenska för invandrare', undefined],
    ['engelska i förskolan', undefined],
  ])('"%s" asks for the language %s', (text, language) => expect(languageAskedFor(text)).toBe(language))
})

describe('areas', () => {
  it.each([
    ['Tensta', 'jarva'],
    ['vasastan', 'norra-innerstaden'],
    ['jag bor i hagersten', 'hagersten-alvsjo'],
    ['Södermalm', 'sodermalm'],
  ])('"%s" lies in %s', (text, id) => expect(areas.named(text)).toBe(id))

  it.each(['jag vet inte', 'Göteborg', ''])('"%s" is no area', (text) => expect(areas.named(text)).toBeUndefined())

  it('are found by every name that they have', () => {
    for (const { id, areas: names } of districts.values())
      for (const name of names) expect([name, areas.named(name)]).toEqual([name, id])
  })

  it('are left out of what is searched for, as is the city itself', () => {
    expect(areas.withoutPlace('min mamma i Vasastan behöver hemtjänst')).toBe('min mamma behöver hemtjänst')
    expect(areas.withoutPlace('daycare in Stockholm')).toBe('daycare')
    expect(areas.withoutPlace('Stockholm')).toBe('Stockholm')
  })
})
