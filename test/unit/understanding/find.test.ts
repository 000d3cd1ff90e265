import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { LANGUAGES } from '../../../bot/domain/language.js'
import { finderOf, type Described } from '../../../bot/understanding/find.js'
import { languageDetector } from '../../../bot/understanding/language-of.js'
import { realContent } from '../../fixtures/content.js'

const { services } = await realContent()
const things: Described[] = [...services.values()].map((service) => ({
  id: service.id,
  texts: LANGUAGES.flatMap((language) => [
    service.name[language],
    service.summary[language],
    ...service.also[language],
    ...service.phrases[language],
  ]),
}))
const finder = finderOf(things)
const idsOf = (question: string, excluded?: string[]): string[] => {
  const found = finder.find(question, excluded)
  if (found.kind === 'nothing') return []
  return found.kind === 'sure' ? [found.best.id, ...found.near.map(({ id }) => id)] : found.matches.map(({ id }) => id)
}

describe('the finder', () => {
  it.each([...services.values()].map(({ id, name }) => [name.sv, id] as const))('finds "%s" by its name', (name, id) => {
    expect(idsOf(name)).toContain(id)
  })

  it.each([
    ['vi ska ha barn och behöver förskola', 'preschool-apply'],
    ['byglov altan', 'building-permit-apply'],
    ['BOENDEPARKERING', 'resident-parking-permit'],
    ['forsorjningsstod', 'income-support-first'],
  ])('finds "%s", misspelt or shouted', (question, id) => expect(idsOf(question)).toContain(id))

  it('shows three at most, best first, and never one that was said no to', () => {
    fc.assert(
      fc.property(fc.constantFrom(...[...services.values()].flatMap(({ phrases }) => phrases.sv.slice(0, 2))), (question) => {
        const ids = idsOf(question)
        expect(ids.length).toBeLessThanOrEqual(3)
        const without = idsOf(question, ids)
        expect(without.filter((id) => ids.includes(id))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it.each(['', '   ', '!!!', 'qwzx qwzx', '🎈'])('finds nothing in %j', (question) =>
    expect(finder.find(question)).toEqual({ kind: 'nothing' }),
  )

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => expect(idsOf(text).length).toBeLessThanOrEqual(3)),
    )
  })

  it('has a version that changes with what is written', () => {
    expect(finderOf(things).version).toBe(finder.version)
    expect(finderOf(things.slice(1)).version).not.toBe(finder.version)
  })
})

describe('the language of a question', () => {
  const detect = languageDetector(
    LANGUAGES.map((language) => ({
      language,
      texts: [...services.values()].flatMap(({ summary, phrases }) => [summary[language], ...phrases[language].slice(0, 4)]),
    })),
  )
  it.each([
    ['how do I apply for a building permit', 'sv', 'en'],
    ['vad kostar det att bo på äldreboende', 'en', 'sv'],
    ['ok', 'sv', 'sv'],
    ['parking', 'sv', 'sv'],
    ['Attefall', 'en', 'en'],
  ])('of "%s" in a conversation in %s is %s', (text, prior, language) => expect(detect(text, prior)).toBe(language))
})
