import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { z } from 'zod'
import type { FactValue } from '../../../bot/domain/permits/facts.js'
import { rulesOf } from '../../../bot/domain/permits/rules.js'
import { findableTexts } from '../../../bot/skills/findable-texts.js'
import { finderOf } from '../../../bot/understanding/find.js'
import { numberOf, numbersIn } from '../../../bot/understanding/numbers-in-text.js'
import { undertakingFinder } from '../../../bot/understanding/undertaking.js'
import { projectFolder, realContent } from '../../fixtures/content.js'
import { everydaySentences } from '../../fixtures/everyday-sentences.js'
import { trainedFinder } from '../../fixtures/trained-finder.js'

const Value = z.union([z.boolean(), z.string(), z.number()])
const Row = z.strictObject({
  say: z.string(),
  in: z.enum(['sv', 'en']),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  facts: z.record(z.string(), Value).default({}),
  may: z.record(z.string(), Value).default({}),
  starts: z.literal(false).optional(),
})
const rounds = z
  .record(z.string(), z.array(Row))
  .parse(parse(readFileSync(`${projectFolder}test/fixtures/said-undertakings.yaml`, 'utf8')))
const rows = Object.values(rounds).flat()
const told = rows.filter(({ starts }) => starts !== false)

const content = await realContent()
const rules = rulesOf(content)
const understand = undertakingFinder(rules, finderOf(findableTexts(content), trainedFinder(content)))
const factsIn = (text: string, language = 'sv') => understand(text, language).facts
const typesOf = ({ type }: (typeof rows)[number]): string[] => (type === undefined ? [] : [type].flat())
const share = (some: number, all: number): number => some / all

describe('what people say they want to do', () => {
  it('names only kinds, facts and answers that there are', () => {
    for (const row of told) {
      for (const type of typesOf(row)) expect(rules.types.has(type)).toBe(true)
      for (const [fact, value] of Object.entries({ ...row.facts, ...row.may }))
        expect([row.say, fact, isAnswer(fact, value)]).toEqual([row.say, fact, true])
    }
  })

  it('is told in at least 120 ways, about most kinds of business', () => {
    expect(rows.length).toBeGreaterThanOrEqual(120)
    expect(new Set(told.flatMap(typesOf)).size).toBeGreaterThanOrEqual(40)
  })

  it('is never taken for another kind of business with certainty', () => {
    const wrong = told.flatMap((row) => {
      const { type } = understand(row.say, row.in)
      return type?.sure === true && !typesOf(row).includes(type.id) ? [`${row.say}: ${type.id}`] : []
    })
    expect(wrong).toEqual([])
  })

  it('is recognised as its kind of business in four of five', () => {
    const right = told.filter((row) => {
      const { type } = understand(row.say, row.in)
      return type?.sure === true && typesOf(row).includes(type.id)
    })
    expect(share(right.length, told.length)).toBeGreaterThanOrEqual(0.8)
  })

  it('tells nineteen of twenty facts, and next to nothing that was not said', () => {
    let [wanted, found, given] = [0, 0, 0]
    const invented: string[] = []
    for (const row of told) {
      const { facts, type } = understand(row.say, row.in)
      const taken: Record<string, FactValue> = { ...(type?.sure === true ? rules.types.get(type.id)!.given : {}), ...facts }
      for (const [fact, value] of Object.entries(row.facts)) {
        wanted++
        if (taken[fact] === value) found++
      }
      const granted = typesOf(row).map((id) => rules.types.get(id)!.given)
      for (const [fact, value] of Object.entries(facts)) {
        given++
        if (![row.facts, row.may, ...granted].some((some) => some[fact] === value))
          invented.push(`${row.say}: ${fact} ${String(value)}`)
      }
    }
    expect(share(found, wanted)).toBeGreaterThanOrEqual(0.95)
    expect(share(invented.length, given) <= 0.02 ? [] : invented).toEqual([])
  })

  it('is told from complaints and from questions of others', () => {
    const others = rows.filter(({ starts }) => starts === false)
    expect(others.filter(({ say, in: language }) => understand(say, language).starts === true)).toEqual([])
    const begun = everydaySentences.filter((sentence) => understand(sentence, 'sv').starts === true)
    expect(share(begun.length, everydaySentences.length)).toBeLessThan(0.015)
    const started = told.filter(({ say, in: language }) => understand(say, language).starts === true)
    expect(share(started.length, told.length)).toBeGreaterThanOrEqual(0.85)
  })
})

describe('the facts in a text', () => {
  it.each([
    ['en restaurang utan alkohol', { 'serves-alcohol': false }],
    ['vi ska inte servera alkohol eller tobak på restaurangen', { 'serves-alcohol': false, 'sells-tobacco': false }],
    ['alkohol serverar vi inte på vårt kafé', { 'serves-alcohol': false }],
    ['restaurang utan alkohol men med uteservering', { 'serves-alcohol': false, 'outdoor-seating': 'public' }],
    ['a restaurant without outdoor seating', { 'outdoor-seating': 'none' }],
    ['restaurang med ingen uteservering', { 'outdoor-seating': 'none' }],
    ['öl och vin men ingen sprit på krogen', { 'serves-alcohol': true }],
    ['inte bara öl på krogen', { 'serves-alcohol': true }],
    ['vet inte om vi ska servera alkohol på restaurangen', { 'serves-alcohol': 'unknown' }],
    ['restaurang, uteservering vet jag inte', { 'outdoor-seating': 'unknown' }],
    ['I am not sure about outdoor seating yet, opening a cafe', { 'outdoor-seating': 'unknown' }],
    ['restaurang med uteservering på innergården', { 'outdoor-seating': 'own-land' }],
    ['restaurang med pizzauteservering', { 'outdoor-seating': 'public' }],
    ['kafé med ölservering', { 'serves-alcohol': true }],
    ['resturang med uteservring', { 'serves-food': true, 'outdoor-seating': 'public' }],
    ['vi kör en mat vagn', { 'selling-place': 'vehicle' }],
    ['hotell med tvåhundrafemtio rum', { 'guest-rooms': 250 }],
    ['hotell för ungefär tvåhundra gäster', { 'guest-beds': 200 }],
    ['hotell med ett par hundra gäster', { 'guest-beds': 200 }],
    ['a hostel with 1 200 guests', { 'guest-beds': 1200 }],
    ['gammal frisörsalong som ska bli kafé', { 'new-use': true }],
  ])('"%s" tells %j', (text, facts) => {
    expect(factsIn(text)).toMatchObject(facts)
  })

  it.each([
    ['restaurang utan alkohol och musik', 'music'],
    ['ingen sprit på vår restaurang', 'serves-alcohol'],
    ['kanske uteservering på restaurangen', 'outdoor-seating'],
    ['ett kafé, alkoholfri öl', 'serves-alcohol'],
    ['restaurang: servera alkohol, nej inte servera alkohol', 'serves-alcohol'],
    ['vi har ingen lokal än men vill öppna gym', 'premises'],
    ['restaurang med 60 gäster', 'guest-beds'],
    ['hotell med 10-15 rum', 'guest-rooms'],
    ['gammal frisörsalong som ska bli kafé', 'hair-or-massage'],
    ['vi säljer ost till restauranger', 'serves-food'],
    ['jag vill reservera ett bord', 'serves-food'],
    ['vi ska brygga öl', 'serves-alcohol'],
  ])('"%s" leaves %s open', (text, fact) => {
    expect(factsIn(text)).not.toHaveProperty(fact)
  })

  it('leaves it to the person which of two kinds it is, where nothing told', () => {
    expect(understand('jag vill öppna en pizzeria', 'sv')).toMatchObject({
      type: { sure: false },
      between: expect.arrayContaining(['restaurant-alcohol', 'restaurant-no-alcohol']) as unknown,
      starts: true,
    })
    expect(understand('jag vill öppna en liten pizzeria med uteservering och sälja öl', 'sv').type).toEqual({
      id: 'restaurant-alcohol',
      sure: true,
    })
  })

  const said = fc.constantFrom(...rows)

  it('is the same in capitals, with more spaces, and without dots and rings', () => {
    fc.assert(
      fc.property(said, fc.constantFrom('upper', 'spaces', 'plain'), ({ say, in: language }, how) => {
        const otherwise = {
          upper: say.toUpperCase(),
          spaces: `  ${say.replaceAll(' ', '   ')} `,
          plain: say.normalize('NFD').replace(/\p{M}/gu, ''),
        }[how]
        expect(understand(otherwise, language)).toEqual(understand(say, language))
      }),
    )
  })

  it('is nothing where no word is known', () => {
    const letters = fc.string({ unit: fc.constantFrom('q', 'x', 'z', 'w', 'j'), minLength: 3, maxLength: 9 })
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), (some) => {
        expect(factsIn(some.join(' '))).toEqual({})
        expect(understand(some.join(' '), 'en').starts).toBe(false)
      }),
    )
  })

  it('is never so what was denied', () => {
    const yesNo = [...rules.facts.values()].flatMap((fact) => (fact.kind === 'yes-no' ? [fact] : []))
    const phrases = yesNo
      .flatMap(({ id, words }) => [
        ...words.sv.map((phrase) => ({ id, phrase, no: ['ingen', 'inga', 'utan'] })),
        ...words.en.map((phrase) => ({ id, phrase, no: ['no', 'without'] })),
      ])
      .filter(({ phrase }) => !phrase.includes(' '))
    fc.assert(
      fc.property(fc.constantFrom(...phrases), fc.nat(), ({ id, phrase, no }, which) => {
        expect(factsIn(`${no[which % no.length]!} ${phrase.replaceAll('*', '')}`)[id]).not.toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('is always an answer that the fact can have', () => {
    const words = rows.flatMap(({ say }) => say.split(' '))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, 'inte', 'utan', 'vet', 'no', '200', '99999'), { maxLength: 25 }), (some) => {
        const { facts, type } = understand(some.join(' '), 'sv')
        for (const [fact, value] of Object.entries(facts))
          expect([fact, value, isAnswer(fact, value)]).toEqual([fact, value, true])
        if (type) expect(rules.types.has(type.id)).toBe(true)
      }),
    )
  })
})

describe('a number in a text', () => {
  it.each([
    ['50', 50],
    ['1 200', 1200],
    ['1.200', 1200],
    ['tjugofem', 25],
    ['tvåhundra', 200],
    ['två hundra', 200],
    ['tvåhundrafemtio', 250],
    ['ett par hundra', 200],
    ['ett hundra', 100],
    ['tretusen', 3000],
    ['två tusen fem hundra', 2500],
    ['ett dussin', 12],
    ['a couple of hundred', 200],
    ['two hundred and fifty', 250],
    ['twenty-five', 25],
    ['three thousand', 3000],
  ])('"%s" is %d', (text, value) => {
    expect(numberOf(text)).toBe(value)
  })

  it.each(['ett', 'en', 'a', 'of', '3-5', 'rum'])('"%s" is none', (text) => {
    expect(numberOf(text)).toBeUndefined()
  })

  it('stands where it was said', () => {
    expect(numbersIn(['hotell', 'med', 'tva', 'hundra', 'rum', 'och', '4', 'bad'])).toEqual([
      { value: 200, from: 2, to: 4 },
      { value: 4, from: 6, to: 7 },
    ])
  })
})

function isAnswer(id: string, value: FactValue): boolean {
  const fact = rules.facts.get(id)
  if (!fact) return false
  if (value === 'unknown') return true
  if (fact.kind === 'yes-no') return typeof value === 'boolean'
  if (fact.kind === 'choice') return fact.options.some((option) => option.id === value)
  return typeof value === 'number' && value >= fact.least && value <= fact.most
}
