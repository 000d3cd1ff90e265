import { describe, expect, it } from '@jest/globals'
import { loadTemplates } from '../../bot/cards/templates.js'
import { madeOnce } from '../../bot/cards/made-once.js'
import { nameOfServiceCard, serviceCard, type ServiceCard } from '../../bot/cards/service-card.js'
import { loadWords } from '../../bot/i18n/load-words.js'
import { translator } from '../../bot/i18n/words.js'
import { projectFolder, realContent } from '../fixtures/content.js'

const LANGUAGES = ['sv', 'en'] as const
const fill = loadTemplates(`${projectFolder}adaptive-cards`)
const translate = translator(loadWords(`${projectFolder}locales`, LANGUAGES))

describe('a card that is made once', () => {
  it('is for every service the card that would have been made anew, in every shape it is shown in', async () => {
    const content = await realContent()
    const once = madeOnce((shown: ServiceCard) => serviceCard(fill, shown), nameOfServiceCard)
    const all = [...content.services.values()].flatMap((service) =>
      LANGUAGES.flatMap((language) =>
        [undefined, 'unknown', 'bromma', 'farsta'].flatMap((district) =>
          [true, false].flatMap((short) =>
            [true, false].map((asksDistrict) => ({
              service,
              content,
              language,
              t: translate(language),
              district,
              short,
              asksDistrict,
            })),
          ),
        ),
      ),
    )
    for (const shown of all) once(shown)
    expect(all.filter((shown) => JSON.stringify(once(shown)) !== JSON.stringify(serviceCard(fill, shown)))).toEqual([])
  })

  it('is not made again', () => {
    let made = 0
    const once = madeOnce(
      (name: string) => ({ type: 'AdaptiveCard', version: '1.5', body: [name, ++made] }),
      (name) => name,
    )
    expect([once('a'), once('b'), once('a')].map(({ body }) => body)).toEqual([
      ['a', 1],
      ['b', 2],
      ['a', 1],
    ])
  })
})
