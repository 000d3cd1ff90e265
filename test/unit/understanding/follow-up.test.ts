import { describe, expect, it } from '@jest/globals'
import { errandsIn } from '../../../bot/understanding/errands.js'
import type { Found } from '../../../bot/understanding/find.js'
import { followUpIn } from '../../../bot/understanding/follow-up.js'
import { isInsult } from '../../../bot/understanding/insult.js'
import { maskPersonalData, withoutMasked } from '../../../bot/understanding/personal-data.js'

describe('a message that follows another', () => {
  it.each([
    ['och vad kostar det?', 'cost'],
    ['Är det gratis', 'cost'],
    ['how much does it cost?', 'cost'],
    ['hur lång tid tar det då', 'time'],
    ['when will I get an answer', 'time'],
    ['måste jag ha BankID', 'login'],
    ['var ansöker man', 'apply'],
    ['vem kan jag ringa om det', 'person'],
    ['kan någon göra det åt mig', 'someone'],
    ['vad behöver jag', 'papers'],
    ['what documents do I need', 'papers'],
  ])('"%s" asks about its %s', (text, aspect) => {
    expect(followUpIn(text)).toEqual({ kind: 'aspect', aspect })
  })

  it.each([
    ['nej, för företag', 'business'],
    ['no, for my company', 'business'],
    ['det är för en förening', 'association'],
    ['för vårt bolag', 'business'],
  ])('"%s" says for whom: %s', (text, audience) => {
    expect(followUpIn(text)).toEqual({ kind: 'audience', audience })
  })

  it.each([
    ['min mamma då?', 'min mamma'],
    ['och för hund?', 'hund'],
    ['what about my son', 'my son'],
  ])('"%s" asks the same about another', (text, other) => {
    expect(followUpIn(text)).toEqual({ kind: 'instead', text: other })
  })

  it.each(['vad kostar förskola', 'hur lång tid tar ett bygglov', 'jag vill betala min parkeringsbot', 'hej', 'vad', 'kontakt'])(
    '"%s" stands by itself',
    (text) => {
      expect(followUpIn(text)).toBeUndefined()
    },
  )
})

describe('errands in a message', () => {
  const clear = (id: string): Found => ({ kind: 'several', matches: [{ id, score: 1, probability: 0.8 }] })
  const KNOWN: Record<string, Found> = {
    'behöver förskola': clear('preschool'),
    'söka bygglov': clear('building-permit'),
    'ändra bygglov': clear('building-permit'),
    'min altan lutar': { kind: 'several', matches: [{ id: 'faults', score: 1, probability: 0.4 }] },
  }
  const find = (text: string): Found => KNOWN[text] ?? { kind: 'nothing' }
  const textsIn = (text: string, finder = find): string[] => errandsIn(text, finder).map((errand) => errand.text)

  it('are the parts that lead to different things, in order', () => {
    expect(textsIn('vi är nya här, behöver förskola och söka bygglov')).toEqual(['behöver förskola', 'söka bygglov'])
  })

  it.each([
    ['one thing said twice', 'söka bygglov och ändra bygglov'],
    ['something unclear beside something clear', 'min altan lutar och behöver förskola'],
    ['a story told with commas only', 'behöver förskola, söka bygglov'],
    ['words that mean nothing alone', 'du och jag behöver förskola'],
  ])('are not made of %s', (_what, text) => {
    expect(textsIn(text)).toEqual([text])
  })

  it('stay one when the whole is clear', () => {
    const sure = (): Found => ({ kind: 'sure', best: { id: 'one', score: 1, probability: 0.9 }, near: [] })
    expect(textsIn('behöver förskola och söka bygglov', sure)).toHaveLength(1)
  })
})

describe('abuse', () => {
  it.each(['din jävla idiot', 'FUCK YOU', 'dra åt helvete', 'ni är ju värdelösa allihop', 'stupid bot'])(
    '"%s" is nothing else',
    (text) => {
      expect(isInsult(text)).toBe(true)
    },
  )
  it.each(['jävla grannar', 'det är fan kallt i lägenheten', 'hej', 'dum fråga kanske men hur söker man bygglov', ''])(
    '"%s" is not only that',
    (text) => {
      expect(isInsult(text)).toBe(false)
    },
  )
})

describe('a question with personal data in it', () => {
  it('is looked for without the clauses that only tell who asks', () => {
    const { text } = maskPersonalData('jag heter något och nås på 070-123 45 67, hur söker jag förskola')
    expect(withoutMasked(text)).toBe('jag heter något,  hur söker jag förskola')
  })
  it('is left as it is when there is nothing else in it', () => {
    const { text } = maskPersonalData('070-123 45 67')
    expect(withoutMasked(text)).toBe(text)
  })
})
