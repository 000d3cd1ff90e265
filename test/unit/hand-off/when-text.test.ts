import { describe, expect, it } from '@jest/globals'
import { whenText } from '../../../bot/cards/desk/when-text.js'
import { loadWords } from '../../../bot/i18n/load-words.js'
import { translator } from '../../../bot/i18n/words.js'
import { projectFolder } from '../../fixtures/content.js'
import { at } from '../../fixtures/desk.js'

const translate = translator(loadWords(`${projectFolder}locales`, ['sv', 'en']))
const said = (when: string, now: string, language: string): string =>
  whenText(at(when), at(now), { t: translate(language), language })

describe('a time, as one says it in Stockholm', () => {
  it.each([
    ['2026-11-20 15:30', 'i dag kl. 15.30', 'today at 15:30'],
    ['2026-11-21 09:00', 'i morgon kl. 9', 'tomorrow at 9:00'],
    ['2026-11-23 08:00', 'måndag 23 november kl. 8', 'Monday 23 November at 8:00'],
  ])('%s on a Friday', (when, swedish, english) => {
    expect(said(when, '2026-11-20 10:00', 'sv')).toBe(swedish)
    expect(said(when, '2026-11-20 10:00', 'en').replace(',', '')).toBe(english)
  })
})
