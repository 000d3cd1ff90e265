import { describe, expect, it } from '@jest/globals'
import { findableTexts } from '../../../bot/skills/findable-texts.js'
import { finderOf } from '../../../bot/understanding/find.js'
import { realContent } from '../../fixtures/content.js'
import { trainedFinder } from '../../fixtures/trained-finder.js'

const content = await realContent()
const finder = finderOf(findableTexts(content), trainedFinder(content))
const weigh = (question: string, language: string) => finder.weigh(question, [], language)

// Everyday sentences of ours, none of which stands in the content. Adding phrases for one thing must not take from another.
const FIRST = [
  ['sv', 'jag vill bygga ut huset med ett uterum', 'building-permit-apply'],
  ['sv', 'soporna har inte blivit hämtade på två veckor', 'missed-waste-pickup'],
  ['sv', 'jag har fått en parkeringsbot som är fel', 'parking-fine'],
  ['sv', 'pappa är 87 och klarar inte att duscha själv längre', 'home-care-apply'],
  ['sv', 'jag har inga pengar till hyran den här månaden', 'income-support-first'],
  ['sv', 'var kan jag parkera utanför min lägenhet', 'resident-parking-permit'],
  ['sv', 'min son ska byta grundskola', 'school-change-midyear'],
  ['sv', 'jag vill starta ett kafé på söder', 'business-type/cafe'],
  ['sv', 'det är råttor i källaren', 'pests-report'],
  ['sv', 'jag vill lära mig svenska', 'sfi-apply'],
  ['sv', 'lampan på gatan är trasig', 'fault-report-street'],
  ['sv', 'hål i vägen utanför min port', 'fault-report-street'],
  ['sv', 'min farmor har dött och vi ska ordna begravning', 'estate-notification'],
  ['sv', 'vi vill gifta oss borgerligt i stadshuset', 'civil-wedding-book'],
  ['sv', 'behöver en större lägenhet, hur ställer man sig i kö', 'housing-queue-join'],
  ['sv', 'sonen ska börja gymnasiet i höst', 'upper-secondary-apply'],
  ['sv', 'hur får jag färdtjänst till min mamma', 'paratransit'],
  ['sv', 'jag är rullstolsburen och vill parkera nära entrén', 'disabled-parking-permit'],
  ['sv', 'vi ska servera vin på vår restaurang', 'permit/alcohol-permanent-public'],
  ['sv', 'kan jag få bidrag till vår fotbollsförening', 'club-grants'],
  ['sv', 'tonåringen vill jobba i sommar', 'summer-job-apply'],
  ['en', 'my street light is broken', 'fault-report-street'],
  ['en', 'how do i get my kid into preschool', 'preschool-apply'],
  ['en', 'my neighbour is playing loud music every night', 'noise-complaint'],
  ['en', 'we want to build a deck', 'building-permit-apply'],
  ['en', 'I want to open a hair salon', 'permit/hairdresser-no-notification'],
  ['en', 'my grandmother needs help cleaning her home', 'home-care-apply'],
  ['en', 'I lost my wallet on the street', 'lost-property-street'],
  ['en', 'the bins were not emptied', 'missed-waste-pickup'],
] as const

describe('an everyday sentence', () => {
  it('is not one that was learned', () => {
    const learned = new Set(findableTexts(content).flatMap(({ texts }) => texts.map(({ text }) => text)))
    expect(FIRST.filter(([, question]) => learned.has(question))).toEqual([])
  })

  it.each(FIRST)('in %s, "%s", leads to %s first', (language, question, id) =>
    expect(weigh(question, language).matches[0]?.id).toBe(id),
  )

  it('leads to the preschool application as surely the right one', () => {
    const { found } = weigh('vi ska ha barn och behöver förskola', 'sv')
    expect(found.kind === 'sure' && found.best.id).toBe('preschool-apply')
  })
})
