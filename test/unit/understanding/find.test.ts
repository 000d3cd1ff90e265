import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findableTexts } from '../../../bot/skills/findable-texts.js'
import {
  finderOf,
  trainedFromBytes,
  trainedToBytes,
  versionOf,
  type Described,
  type Found,
} from '../../../bot/understanding/find.js'
import { realContent } from '../../fixtures/content.js'
import { trainedFinder } from '../../fixtures/trained-finder.js'

const content = await realContent()
const { services } = content
const things = findableTexts(content)
const trained = trainedFinder(content)
const finder = finderOf(things, trained)

const matchesOf = (found: Found) => {
  if (found.kind === 'nothing') return []
  return found.kind === 'sure' ? [found.best, ...found.near] : found.matches
}
const idsOf = (question: string, excluded?: string[]): string[] =>
  matchesOf(finder.find(question, excluded, 'sv')).map(({ id }) => id)
const phrases = fc.constantFrom(...[...services.values()].flatMap((service) => [...service.phrases.sv, ...service.phrases.en]))

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

  it('shows three at most, and never one that was said no to', () => {
    fc.assert(
      fc.property(phrases, (question) => {
        const ids = idsOf(question)
        expect(ids.length).toBeLessThanOrEqual(3)
        expect(idsOf(question, ids).filter((id) => ids.includes(id))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('says of each how likely it is, the likeliest first, and no more than all together', () => {
    fc.assert(
      fc.property(phrases, fc.constantFrom('sv', 'en', 'fi'), (question, language) => {
        const likely = matchesOf(finder.find(question, [], language)).map(({ probability }) => probability)
        expect([...likely].sort((one, other) => other - one)).toEqual(likely)
        expect(likely.every((one) => one > 0)).toBe(true)
        expect(likely.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-9)
      }),
      { numRuns: 60 },
    )
  })

  it('finds the same however it is typed: case, spaces, dots and rings, emoji', () => {
    fc.assert(
      fc.property(phrases, (question) => {
        const found = finder.find(question)
        const without = question.normalize('NFD').replace(/\p{M}/gu, '')
        for (const typed of [question.toUpperCase(), `  ${question.replaceAll(' ', '   ')} `, without, `👶 ${question} 🙏!!`])
          expect(finder.find(typed)).toEqual(found)
      }),
      { numRuns: 60 },
    )
  })

  it.each(['', '   ', '!!!', 'qwzx qwzx', '🎈', 'asdf jklö'])('finds nothing in %j', (question) =>
    expect(finder.find(question)).toEqual({ kind: 'nothing' }),
  )

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => expect(idsOf(text).length).toBeLessThanOrEqual(3)),
    )
  })
})

describe('what was learned', () => {
  it('finds the same after it has been in a file', () => {
    const again = finderOf(things, trainedFromBytes(trainedToBytes(trained)))
    fc.assert(
      fc.property(phrases, (question) => expect(again.find(question)).toEqual(finder.find(question))),
      { numRuns: 40 },
    )
  })

  it('leads to every service, permit and kind of business by one of its own phrases, while that is held back', () =>
    expect(trained.neverFirst).toEqual([]))

  it('is small enough to load at once', () => expect(trainedToBytes(trained).length).toBeLessThan(25e6))

  it('is refused when the file is something else', () => {
    expect(() => trainedFromBytes(new TextEncoder().encode('{}'))).toThrow('no model')
    expect(() => trainedFromBytes(new Uint8Array())).toThrow('no model')
    expect(() => trainedFromBytes(trainedToBytes({ ...trained, method: 'another' }))).toThrow('method')
  })
})

describe('after an edit, before it is learned', () => {
  const parking = things.filter(({ id }) => id !== 'resident-parking-permit')
  const fresh: Described = {
    id: 'balloon-landing',
    texts: [{ text: 'landa med luftballong', role: 'name', language: 'sv' }],
    isOurs: true,
  }

  it('what was learned before goes on, and its version is told', () => {
    const meanwhile = finderOf([...things, fresh], trained)
    expect(meanwhile.version).toBe(trained.version)
    expect(meanwhile.version).not.toBe(versionOf([...things, fresh]))
    expect(meanwhile.find('hur söker jag bygglov för altan')).toEqual(finder.find('hur söker jag bygglov för altan'))
  })

  it('what is gone from the content is not found any more', () => {
    const found = finderOf(parking, trained).find('boendeparkering')
    expect(matchesOf(found).map(({ id }) => id)).not.toContain('resident-parking-permit')
  })

  it('a bot that has learned nothing compares letters, finds, and is never sure', () => {
    const letters = finderOf([...things, fresh])
    expect(letters.version).not.toBe(versionOf([...things, fresh]))
    const found = letters.find('landa med luftballong')
    expect(found.kind).not.toBe('sure')
    expect(matchesOf(found)[0]?.id).toBe('balloon-landing')
    expect(letters.find('qwzx qwzx')).toEqual({ kind: 'nothing' })
  })
})

describe('the version', () => {
  it('changes with every word, and with nothing else', () => {
    const [first, ...others] = things
    const reworded = { ...first!, texts: first!.texts.map((text, at) => (at === 0 ? { ...text, text: `${text.text}!` } : text)) }
    expect(versionOf(findableTexts(content))).toBe(trained.version)
    expect(versionOf([reworded, ...others])).not.toBe(trained.version)
    expect(versionOf(others)).not.toBe(trained.version)
  })
})
