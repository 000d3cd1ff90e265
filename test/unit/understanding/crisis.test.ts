import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Content } from '../../../bot/domain/content/content.js'
import { CRISIS_LANGUAGES, type CrisisLanguage } from '../../../bot/domain/crisis/kinds.js'
import { crisisDetector, type CrisisDetector } from '../../../bot/understanding/crisis.js'
import { readyPhrases } from '../../../bot/understanding/crisis-phrases.js'
import { sentencesOf } from '../../../bot/understanding/crisis-tokens.js'
import { vocabularyOf, type Vocabulary } from '../../../bot/understanding/crisis-vocabulary.js'
import { realContent } from '../../fixtures/content.js'
import { crisisPhrases } from '../../fixtures/crisis-phrases.js'
import { everydaySentences } from '../../fixtures/everyday-sentences.js'
import { typosIn } from '../../fixtures/typos.js'

let content: Content
let find: CrisisDetector
let vocabulary: Vocabulary
beforeAll(async () => {
  content = await realContent()
  find = crisisDetector(content.crisisWords.values())
  const words = [...content.crisisWords.values()]
  vocabulary = vocabularyOf(readyPhrases(words).entries, new Map(words.map(({ id, everyday }) => [id, everyday])))
})

/** True for what is a word as it stands: an everyday one, or one that phrases have or begin with. */
function isWordOf(language: CrisisLanguage, word: string): boolean {
  const [token] = sentencesOf(word).flat()
  const begun = vocabulary.wordsFor(token!).filter(({ asWritten }) => asWritten)
  return [...vocabulary.languagesOf(token!), ...begun.map((guess) => guess.language)].includes(language)
}

const textsOf = (language: CrisisLanguage): readonly string[] => crisisPhrases[language].map(([, text]) => text)

describe.each(CRISIS_LANGUAGES)('what people in a crisis write, in %s', (language) => {
  it('is found, every phrase of at least forty', () => {
    expect(textsOf(language).length).toBeGreaterThanOrEqual(40)
    expect(textsOf(language).filter((text) => find(text) === undefined)).toEqual([])
  })

  it('is of the right kind nine times of ten', () => {
    const right = crisisPhrases[language].filter(([kind, text]) => find(text)?.kind === kind)
    expect(right.length / crisisPhrases[language].length).toBeGreaterThanOrEqual(0.9)
  })

  it('is found with a mistake in any long word, unless that makes another word of it', () => {
    const misspelt = textsOf(language).flatMap(typosIn)
    const missed = misspelt.filter(({ word, text }) => !isWordOf(language, word) && find(text) === undefined)
    expect(misspelt.length).toBeGreaterThan(400)
    expect(missed).toEqual([])
    // Persian words are short and near each other: "ate" without one letter is "eats".
    expect(misspelt.filter(({ text }) => find(text) === undefined).length / misspelt.length).toBeLessThan(
      language === 'fa' ? 0.03 : 0.01,
    )
  })

  it('is found in capitals, with signs between and with the marks left out', () => {
    const shouted = textsOf(language).filter((text) => find(text.toLocaleUpperCase(language)) === undefined)
    const signed = textsOf(language).filter((text) => find(text.replaceAll(' ', ' 😭 ')) === undefined)
    const unmarked = textsOf(language).filter((text) => find(text.normalize('NFD').replace(/\p{M}/gu, '')) === undefined)
    expect({ shouted, signed, unmarked }).toEqual({ shouted: [], signed: [], unmarked: [] })
  })
})

describe('what people write on an ordinary day', () => {
  it('is no crisis, whatever dangerous words stand in it', () => {
    expect(everydaySentences.length).toBeGreaterThanOrEqual(200)
    expect(everydaySentences.filter((text) => find(text) !== undefined)).toEqual([])
  })

  it.each([
    'när dör man som kund',
    'vi ska slå ihop två lägenheter',
    'slå av strömmen',
    'jag dör av skratt',
    'döda tråden',
    'döda vinkeln i korsningen',
    'the deadline is killing me',
    'I am dying to know',
    'me muero de risa',
    'gülmekten öldüm',
    'umieram ze śmiechu',
    'помираю зі сміху',
  ])('"%s" is no crisis', (text) => expect(find(text)).toBeUndefined())

  it.each([
    'köavgift',
    'dagisavgift',
    'villkoren',
    'deklarationen',
    'drugstore',
    'Odenplan',
    'barnvagnar',
    'facebookstatus',
    'notified',
  ])('"%s" is not made of words without spaces between', (text) => expect(find(text)).toBeUndefined())

  it.each([
    ['vad krävs för att vi ska vara överens', 'kvävs'],
    ['الطريق إلى البيت', 'الحريق'],
    ['أريد أن أنتظر في البيت', 'أنتحر'],
    ['speeding and parking', 'bleeding'],
    ['bröllop i en lada', 'i laadaa, Somali for "kicks me"'],
  ])('"%s" is not taken for a misspelling of %s', (text) => expect(find(text)).toBeUndefined())
})

describe('the content of the product', () => {
  /** The matters that people in danger may come with; what they say there may well be a crisis. */
  const aboutCrises = ['domestic-violence-support', 'child-concern-report', 'social-emergency', 'hard-times-at-home']

  const said = (): { id: string; text: string }[] =>
    [content.services, content.lifeSituations, content.permits, content.businessTypes, content.otherAuthorities].flatMap(
      (entries) => [...entries.values()].flatMap((entry) => textsIn(entry).map((text) => ({ id: entry.id, text }))),
    )

  /** All texts of an entry. "Call 112" is what we say ourselves, and a crisis when somebody else does. */
  const textsIn = (value: unknown): string[] => {
    if (typeof value === 'string') return value.includes('112') ? [] : [value]
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
  }

  it('holds no crisis but where it is about one', () => {
    const texts = said()
    expect(texts.length).toBeGreaterThan(10_000)
    expect(texts.filter(({ id, text }) => !aboutCrises.includes(id) && find(text) !== undefined)).toEqual([])
  })

  it.each(['min man slår mig', 'rädd för min pojkvän', 'I am fourteen and afraid to go home to my dad'])(
    'says "%s" where it is about one, and that is a crisis',
    (text) => {
      expect(said().some((each) => each.text === text && aboutCrises.includes(each.id))).toBe(true)
      expect(find(text)).toBeDefined()
    },
  )
})

describe('a crisis', () => {
  it.each([
    ['minmanslårmig', 'violence'],
    ['iwanttokillmyself', 'suicide'],
    ['j a g v i l l d ö', 'suicide'],
    ['jag tänker på sj4lvm0rd', 'suicide'],
    ['själv mord', 'suicide'],
    ['jag vill dööööö', 'suicide'],
    ['انا عمري ١٠ سنين وأبي يضربني', 'child'],
    ['شوهرم منو می زنه', 'violence'],
    ['Hej! Jag undrar en sak. Min pappa slår mig. Vad ska jag göra?', 'child'],
  ])('is found in "%s": %s', (text, kind) => expect(find(text)?.kind).toBe(kind))

  it.each([
    ['jag vill inte leva', 'suicide'],
    ['I do not want to kill myself but I think of it', 'suicide'],
    ['han andas inte', 'danger'],
    ['she is not breathing', 'danger'],
  ])('may be told with a negation: "%s"', (text, kind) => expect(find(text)?.kind).toBe(kind))

  it.each(['ingen slår mig längre', 'min man slår mig inte', 'he does not hit me', 'mąż mnie nie bije'])(
    'is over or was none in "%s"',
    (text) => expect(find(text)).toBeUndefined(),
  )

  it.each([
    ['min granne slår sina barn', 'child'],
    ['my friend says she will kill herself', 'suicide'],
    ['grannen misshandlar sin fru', 'violence'],
  ])('may be somebody else’s: "%s"', (text, kind) => expect(find(text)?.kind).toBe(kind))

  it('is told in the language whose words say most', () =>
    expect(['min man slår mig', 'my husband hits me', 'زوجي يضربني'].map((text) => find(text)?.language)).toEqual([
      'sv',
      'en',
      'ar',
    ]))
})
