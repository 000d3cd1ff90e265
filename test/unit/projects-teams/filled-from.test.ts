import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { loadWords } from '../../../bot/i18n/load-words.js'
import { translator } from '../../../bot/i18n/words.js'
import { filledFrom } from '../../../bot/skills/projects/filled-from.js'
import { changeIn } from '../../../bot/understanding/project-change.js'
import { projectFolder } from '../../fixtures/content.js'
import { running, WHO } from '../../fixtures/project.js'

const t = translator(loadWords(join(projectFolder, 'locales'), ['sv', 'en']))('sv')
const { project } = running()

function filled(words: string, today = '2027-01-11') {
  const change = changeIn(words)
  if (!change) throw new Error('No change was seen')
  return filledFrom({ ...change, words }, { project, person: WHO.manager, today, about: '', language: 'sv', t })
}

describe('a day that something is moved to', () => {
  it.each([
    ['contract blir klart först den 15 augusti', '2027-08-15'],
    ['vi måste skjuta contract till 31 juli', '2027-07-31'],
    ['leveransen contract kommer inte förrän 15/8', '2027-08-15'],
    ['contract flyttas till 2028-03-01', '2028-03-01'],
    ['contract flyttas till den 3:e april 2028', '2028-04-03'],
    ['the delivery of contract is moved to August 15th', '2027-08-15'],
    ['the contract will not be delivered until 1 September 2027', '2027-09-01'],
  ])('is what "%s" fills in', (words, day) => {
    expect(filled(words)).toMatchObject({ 'date.deliveries.contract': day })
  })

  it('is the next one when no year is said', () => {
    expect(filled('contract flyttas till 2 januari')).toMatchObject({ 'date.deliveries.contract': '2028-01-02' })
    expect(filled('contract flyttas till 29 februari')).toMatchObject({ 'date.deliveries.contract': '2028-02-29' })
  })

  it('is told in the title and as a consequence', () => {
    expect(filled('contract flyttas till 15 augusti')).toMatchObject({
      title: 'Leverans: Contract: klart 15 augusti 2027',
      'effect.time': 'Nytt datum: 15 augusti 2027.',
    })
  })

  it.each([
    ['vi kan inte bli klara med contract till 15 juni', 'a day that cannot be kept'],
    ['contract flyttas till 31 februari', 'a day that there is not'],
    ['contract flyttas till sommaren', 'no day at all'],
  ])('is not taken of "%s": %s', (words) => {
    expect(filled(words)).toMatchObject({ touches: 'deliveries.contract', 'date.deliveries.contract': '2027-06-30' })
    expect(filled(words)).not.toHaveProperty(['effect.time'])
  })
})

describe('how much later', () => {
  it('is one day, or several', () => {
    expect(filled('contract blir en dag sen')['effect.time']).toBe('1 dag senare än planen säger.')
    expect(filled('contract blir två dagar tidigare')['effect.time']).toBe('2 dagar tidigare än planen säger.')
  })

  it('is left open where only money is told of', () => {
    expect(filled('licences blir 200 000 kr dyrare').touches).toBe('budget.licences')
  })
})

describe('what moves with it', () => {
  it.each([
    // The tender has four weeks until its contract: two are no matter, five are.
    ['tender blir två veckor sen', { 'date.activities.tender': '2027-06-15' }, 'activities.tender'],
    [
      'tender blir fem veckor sen',
      {
        'date.activities.tender': '2027-07-06',
        'date.deliveries.contract': '2027-07-06',
        'date.milestones.procured': '2027-07-06',
      },
      'activities.tender,milestones.procured,deliveries.contract',
    ],
    [
      'contract blir två veckor sent',
      { 'date.deliveries.contract': '2027-07-14', 'date.milestones.procured': '2027-07-14' },
      'deliveries.contract,milestones.procured',
    ],
    ['contract blir två veckor tidigare', { 'date.deliveries.contract': '2027-06-16' }, 'deliveries.contract'],
  ])('is, of "%s", only what would otherwise be before it', (words, dates, touches) => {
    const said = filled(words)
    expect(said).toMatchObject({ ...dates, touches })
    expect(Object.keys(said).filter((id) => id.startsWith('date.'))).toHaveLength(Object.keys(dates).length)
  })
})
