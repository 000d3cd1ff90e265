import { describe, expect, it } from '@jest/globals'
import { namedBy } from '../../../bot/understanding/project-change.js'
import { projectWish } from '../../../bot/understanding/project-wish.js'

const WISHES: [string, object | undefined][] = [
  ['statusrapport', { kind: 'form', form: 'status-report', language: 'sv' }],
  ['Statusrapport P-2027-001', { kind: 'form', form: 'status-report', language: 'sv', which: 'p 2027 001' }],
  [
    'Jag vill skriva en statusrapport för sociala system',
    { kind: 'form', form: 'status-report', language: 'sv', which: 'sociala system' },
  ],
  ['lägesrapport', { kind: 'form', form: 'progress-report', language: 'sv' }],
  ['ny ändringsbegäran', { kind: 'form', form: 'change-request', language: 'sv' }],
  [
    'I need to write a change request for P-2027-001',
    { kind: 'form', form: 'change-request', language: 'en', which: 'p 2027 001' },
  ],
  ['Status report', { kind: 'form', form: 'status-report', language: 'en' }],
  ['progress report', { kind: 'form', form: 'progress-report', language: 'en' }],
  ['mina projekt', { kind: 'mine', language: 'sv' }],
  ['My projects', { kind: 'mine', language: 'en' }],
  ['styrgrupp P-2027-001', { kind: 'steering-place', language: 'sv', which: 'p 2027 001' }],
  ['ta bort styrgruppen', { kind: 'no-steering-place', language: 'sv' }],
  // What citizens' questions in Teams look like is left to the finder.
  ['mina projekt är försenade', undefined],
  ['jag vill söka bygglov för en altan', undefined],
  ['när öppnar simhallen efter två veckor', undefined],
  ['hur lång tid tar det, två veckor?', undefined],
  ['kostar det 200 kr mer', { kind: 'change', language: 'sv', change: { language: 'sv', kronor: 200, about: [] } }],
]

describe('what somebody wants to do with projects', () => {
  it.each(WISHES)('is understood of "%s"', (text, wish) => {
    expect(projectWish(text)).toEqual(wish)
  })
})

const CHANGES: [string, number | undefined, number | undefined, string[]][] = [
  ['vi blir två veckor sena med upphandlingen', 14, undefined, ['upphandlingen']],
  ['Upphandlingen blir en månad försenad', 30, undefined, ['upphandlingen']],
  ['Vi måste skjuta fram leveransen av version 1 med 10 dagar', 10, undefined, ['maste', 'leveransen', 'version']],
  ['installationen kan bli klar tre veckor tidigare', -21, undefined, ['installationen', 'kan', 'klar']],
  ['licenserna blir 200 000 kr dyrare', undefined, 200_000, ['licenserna']],
  ['konsulterna kostar 1,5 miljoner kronor mer än budget', undefined, 1_500_000, ['konsulterna']],
  ['vi blir två veckor sena med upphandlingen och det kostar 50 tkr mer', 14, 50_000, ['upphandlingen']],
  ['we will be two weeks late with the procurement', 14, undefined, ['procurement']],
  ['the procurement is delayed by a month', 30, undefined, ['procurement']],
  ['licences will cost 300 000 SEK more', undefined, 300_000, ['licences']],
  ['push the first version back three weeks', 21, undefined, ['first', 'version', 'back']],
]

describe('a change that is told of in words', () => {
  it.each(CHANGES)('is read out of "%s"', (text, days, kronor, about) => {
    const wish = projectWish(text)
    if (wish?.kind !== 'change') throw new Error('No change was seen')
    expect({ days: wish.change.days, kronor: wish.change.kronor, about: wish.change.about }).toEqual({ days, kronor, about })
  })

  it('is told in the language of the words', () => {
    expect(projectWish('we are two weeks behind with the tender')?.language).toBe('en')
    expect(projectWish('vi ligger två veckor efter, försenade med anbudet')?.language).toBe('sv')
  })
})

describe('the words that name what a change is about', () => {
  const plan = ['Upphandlad', 'Upphandling av drift', 'I bruk', 'Avtal'].map((name) => ({ name }))
  it.each([
    ['upphandlingen', ['Upphandlad', 'Upphandling av drift']],
    ['avtalet', ['Avtal']],
    ['utbildningen', []],
    ['bruket', ['I bruk']],
  ])('"%s" is found in whatever form it is written', (word, names) => {
    expect(namedBy([word], plan).map(({ name }) => name)).toEqual(names)
  })

  it('prefers what has more of them', () => {
    expect(namedBy(['upphandlingen', 'driften'], plan)[0]?.name).toBe('Upphandling av drift')
  })
})
