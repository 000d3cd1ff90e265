import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { LANGUAGES } from '../../../bot/domain/language.js'
import { languageModel } from '../../../bot/understanding/language-model.js'
import { languageDetector, languageReader } from '../../../bot/understanding/language-of.js'
import { projectFolder } from '../../fixtures/content.js'

const bytes = readFileSync(join(projectFolder, 'bot/understanding/languages/model.bin'))
const model = languageModel(bytes)
const read = languageReader(model)
const detect = languageDetector(model, LANGUAGES, ['Södermalm', 'Gamla stan', 'Hägersten-Älvsjö'])

describe('the language of a text', () => {
  it.each([
    ['sv', 'min farfar har ramlat och kan inte gå i trapporna'],
    ['en', 'our dustbins were not emptied last Tuesday'],
    ['fi', 'naapurin koira haukkuu koko yön'],
    ['da', 'hvor kan jeg aflevere gamle møbler'],
    ['no', 'hvor kan jeg få hjelp til å flytte sofaen min'],
    ['no', 'eg veit ikkje kva eg skal gjera'],
    ['ar', 'زوجتي حامل ونحتاج إلى شقة أكبر'],
    ['fa', 'خواهرم تازه به استکهلم آمده و کار ندارد'],
    ['ckb', 'خوشکەکەم تازە هاتووە و ئیشی نییە'],
    ['kmr', 'xwişka min nû hatiye û karê wê tune ye'],
    ['so', 'walaashay dhawaan ayay timid shaqo ma haysato'],
    ['ti', 'ሓፍተይ ሓዳሽ እያ መጺኣ ስራሕ የብላን'],
    ['pl', 'moja siostra niedawno przyjechała i nie ma pracy'],
    ['uk', 'моя сестра нещодавно приїхала і не має роботи'],
    ['ru', 'моя сестра недавно приехала и у неё нет работы'],
    ['es', 'mi hermana acaba de llegar y no tiene trabajo'],
    ['fr', "ma sœur vient d'arriver et n'a pas de travail"],
    ['de', 'meine Schwester ist gerade angekommen und hat keine Arbeit'],
    ['ro', 'sora mea a venit de curând și nu are de lucru'],
    ['tr', 'kız kardeşim yeni geldi ve işi yok'],
    ['sh', 'moja sestra je nedavno došla i nema posao'],
    ['sh', 'моја сестра је недавно дошла и нема посао'],
    ['et', 'mu õde tuli hiljuti ja tal ei ole tööd'],
    ['zh', '我姐姐刚到 Stockholm 还没有工作'],
    ['zh', '播放 Duke Ellington'],
    ['th', 'พี่สาวเพิ่งมาถึงและยังไม่มีงานทำ'],
  ])('is %s for "%s"', (language, text) => expect(read(text)[0]?.language).toBe(language))

  it.each([
    ['hur mycket kostar det'],
    ['HUR MYCKET KOSTAR DET'],
    ['hur mycket kostar det???  🎈 070 123 45 67'],
    ['jag behover ga pa forskolan i morgon'],
  ])('is Swedish for "%s", however it is typed', (text) => expect(read(text, 'sv')[0]?.language).toBe('sv'))

  it('leans to the language of the conversation when a text could be either', () => {
    const likelihoodOfDanish = (prior: string): number =>
      read('kan du', prior).find(({ language }) => language === 'da')!.likelihood
    expect(likelihoodOfDanish('da')).toBeGreaterThan(likelihoodOfDanish('sv'))
  })

  it.each(['', '   ', '42', '!!!', '🎈', 'γειά σου'])('is nothing for %j', (text) => expect(read(text, 'sv')).toEqual([]))

  it('is a likelihood for each language, best first, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const likelihoods = read(text, 'sv').map(({ likelihood }) => likelihood)
        if (likelihoods.length > 0) expect(likelihoods.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
        expect(likelihoods).toEqual([...likelihoods].sort((one, other) => other - one))
      }),
    )
  })
})

describe('the language that a text is answered in', () => {
  it.each([
    ['how do I apply for a building permit', 'sv', 'en'],
    ['vad kostar det att bo på äldreboende', 'en', 'sv'],
    ['och vad kostar det?', 'en', 'sv'],
    ['school lunch menu', 'sv', 'en'],
  ])('of "%s" in a conversation in %s is %s', (text, prior, language) => expect(detect(text, prior)).toBe(language))

  it.each([
    'ok',
    'parking',
    'parkering',
    'Attefall',
    'föris',
    'Södermalm',
    'Gamla stan',
    'parkering Södermalm',
    'Parking, Gamla stan?',
  ])('stays what it was after one word or names: "%s"', (text) => {
    expect(detect(text, 'sv')).toBe('sv')
    expect(detect(text, 'en')).toBe('en')
  })

  it.each(['asap tack', 'my förskolekö number'])('stays what it was when a text could be either: "%s"', (text) => {
    expect(detect(text, 'sv')).toBe('sv')
    expect(detect(text, 'en')).toBe('en')
  })

  it('is not kept by a name that only looks like the end of a word', () => {
    expect(languageDetector(model, LANGUAGES, ['ad jag undrar'])('vad jag undrar', 'en')).toBe('sv')
  })

  it.each([
    ['hej, I need help with förskola please', 'en'],
    ['what is föris', 'en'],
    ['can i get bostadsbidrag', 'en'],
    ['need a försörjningsstöd now', 'en'],
    ['my dad needs hemtjänstinsatser', 'en'],
    ['jag pratar inte svenska so well', 'sv'],
    ['hi jag behöver hjälp', 'sv'],
    ['hej jag heter محمد och behöver hjälp', 'sv'],
  ])('of mixed text is the one that most is said in: "%s"', (text, language) => {
    expect(detect(text, 'sv')).toBe(language)
    expect(detect(text, 'en')).toBe(language)
  })

  it.each(['hvor kan jeg aflevere gamle møbler', 'hvor kan jeg få hjelp til å flytte sofaen min'])(
    'is Swedish for our neighbours, who read it: "%s"',
    (text) => {
      expect(detect(text, 'sv')).toBe('sv')
      expect(detect(text, 'en')).toBe('sv')
    },
  )

  it('is their own for neighbours once it is spoken', () => {
    expect(languageDetector(model, ['sv', 'en', 'da'], [])('hvor kan jeg aflevere gamle møbler', 'sv')).toBe('da')
  })

  it.each(['waxaan u baahanahay caawimaad', 'أحتاج إلى مساعدة', '我需要帮助'])(
    'stays what it was when the text is in a language that is not spoken: "%s"',
    (text) => {
      expect(detect(text, 'sv')).toBe('sv')
      expect(detect(text, 'en')).toBe('en')
    },
  )

  it('needs no second word where the script says it', () => {
    expect(languageDetector(model, ['sv', 'ti'], [])('ሰላም', 'sv')).toBe('ti')
  })

  it('is one that is spoken, or the one before, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...LANGUAGES), (text, prior) =>
        expect(LANGUAGES).toContain(detect(text, prior)),
      ),
    )
  })

  it('is seen in the beginning of a very long text', () => {
    expect(detect('this is a very long letter to the city '.repeat(5000), 'sv')).toBe('en')
  })
})

it('refuses a model that was learned for other languages', () => {
  expect(() => languageModel(bytes.subarray(0, -1))).toThrow(/learned for other languages/)
})
