import { describe, expect, it } from '@jest/globals'
import type { Card } from '../../bot/domain/conversations/message.js'
import { shownCode } from '../../bot/domain/permits/plan-code.js'
import { memoryStores } from '../fixtures/memory-stores.js'
import { pilotRulesBut } from '../fixtures/pilot-rules.js'
import { partsOf, talkOfPermits } from '../fixtures/talk-of-permits.js'

const PIZZERIA = 'jag vill öppna en liten pizzeria med uteservering och sälja öl'

const wordsOf = (cards: readonly Card[]): string =>
  partsOf(cards)
    .flatMap(({ text, title, value, label }) => [text, title, value, label])
    .filter((word) => typeof word === 'string')
    .join('\n')
const verbsOf = (cards: readonly Card[]): string[] =>
  partsOf(cards).flatMap(({ type, verb }) => (type === 'Action.Execute' ? [String(verb)] : []))
/** Ids of the facts that the newest card asks. */
const askedOn = (cards: readonly Card[]): string[] =>
  partsOf(cards).flatMap(({ id, type }) =>
    (type === 'Input.ChoiceSet' || type === 'Input.Number') && String(id).startsWith('fact.') ? [String(id).slice(5)] : [],
  )
const statusesIn = async (talk: Awaited<ReturnType<typeof talkOfPermits>>): Promise<Record<string, string>> => {
  const { plan } = (await talk.pilot())!
  const saved = await talk.stores.plans.find(plan!.id, new Date('2026-11-21T09:00:00Z'))
  return Object.fromEntries(saved!.plan.items.map(({ permit, status }) => [permit, status]))
}

describe('somebody who tells what they want to open', () => {
  it('is shown what was understood, and is never asked what was said', async () => {
    const talk = await talkOfPermits()
    const first = await talk.say(PIZZERIA)
    expect(first.outcomes).toEqual(['permit-question'])
    expect(first.labels[0]?.results?.map(({ id, kind }) => `${kind} ${id}`)).toContain('permit food-notice')
    const [understood] = first.cards
    for (const said of ['Pizzeria', 'Du har uteservering.', 'Du serverar alkohol.', 'Du serverar mat.'])
      expect(wordsOf([understood!])).toContain(said)
    expect(verbsOf([understood!])).toEqual(['pilot.type', 'pilot.change', 'pilot.change', 'pilot.change'])
    expect(askedOn(first.cards)).toEqual(['alcohol-outdoors'])
  })

  it('is asked one card at a time, with the reason and "I don\'t know yet", and then has the plan', async () => {
    const talk = await talkOfPermits()
    const first = await talk.say(PIZZERIA)
    const question = wordsOf(first.cards)
    for (const part of ['Alkohol kräver tillstånd.', talk.t('sv', 'pilot.question.unknown'), talk.t('sv', 'pilot.question.back')])
      expect(question).toContain(part)
    const last = await talk.answer({ 'alcohol-outdoors': 'yes' })
    expect(last.outcomes).toEqual(['permit-plan'])
    expect(last.texts[0]).toContain('Du serverar alkohol ute.')
    expect(await statusesIn(talk)).toEqual({
      'food-notice': 'needed',
      'wine-licence': 'needed',
      'terrace-licence': 'probably',
      'street-permit': 'needed',
      'crowd-permit': 'not-needed',
      till: 'needed',
      'new-building-law': 'depends',
    })
    expect(last.ids).toEqual(['food-notice', 'street-permit', 'terrace-licence', 'till', 'wine-licence'])
  })

  it('finds in the plan who decides, why, by which law, at what price, how long, with which papers, and what comes first', async () => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    const { cards } = await talk.answer({ 'alcohol-outdoors': 'no' })
    const words = wordsOf(cards).replaceAll('\u00a0', ' ')
    for (const told of [
      'Nämnden',
      'Du serverar alkohol.',
      'lagen (2000:1) 1 kap.',
      '12 590 kr',
      '8 till 12 veckor',
      'Ritning',
      'Anmäla mat',
      'Fråga om bygglov.',
    ])
      expect(words).toContain(told)
    const { plan } = (await talk.pilot())!
    expect(words).toContain(shownCode(plan!.code))
    const links = partsOf(cards).flatMap(({ type, url }) => (type === 'Action.OpenUrl' ? [String(url)] : []))
    for (const paper of ['', '.pdf', '.ics']) expect(links).toContain(`/plans/${plan!.id}${paper}?lang=sv`)
    expect(partsOf(cards).find(({ type }) => type === 'Image')).toMatchObject({ url: `/plans/${plan!.id}/timeline.svg?lang=sv` })
  })

  it('is answered in English when the words are English', async () => {
    const talk = await talkOfPermits()
    const first = await talk.say('I want to open a pizzeria with outdoor seating and sell beer')
    expect(first.labels[0]?.language).toBe('en')
    expect(wordsOf(first.cards)).toContain('You serve alcohol.')
    const last = await talk.answer({ 'alcohol-outdoors': 'yes' })
    expect(wordsOf(last.cards)).toContain('Alcohol licence')
    expect(wordsOf(last.cards)).not.toMatch(/Serveringstillstånd|Behövs/)
  })

  it('can sell hot dogs from a cart', async () => {
    const talk = await talkOfPermits()
    const first = await talk.say('I want to sell hot dogs from a cart in the park')
    expect(wordsOf(first.cards)).toContain('You are in a street or park.')
    expect(askedOn(first.cards)).not.toContain('place')
    let heard = first
    while (heard.outcomes[0] === 'permit-question') {
      const asked = askedOn(heard.cards)
      heard = await talk.answer(Object.fromEntries(asked.map((fact) => [fact, fact === 'guests' ? 200 : 'no'])))
    }
    expect(await statusesIn(talk)).toMatchObject({
      'street-permit': 'needed',
      'crowd-permit': 'needed',
      'wine-licence': 'not-needed',
    })
  })

  it('can hold a flea market', async () => {
    const talk = await talkOfPermits()
    const first = await talk.say('ska ordna loppmarknad i parken')
    expect(first.outcomes).toEqual(['permit-question'])
    await talk.move('plan')
    expect((await statusesIn(talk))['street-permit']).toBe('needed')
  })

  it('is not asked anew for what is only likely: the card of the business offers the pilot first', async () => {
    const talk = await talkOfPermits()
    const { cards, outcomes } = await talk.press({ verb: 'business-type', id: 'pizzeria' })
    expect(outcomes).toEqual(['answer'])
    expect(verbsOf(cards)[0]).toBe('pilot.start')
    const started = await talk.pressOn(cards, 'pilot.start')
    expect(started.outcomes).toEqual(['permit-question'])
    expect(wordsOf(started.cards)).toContain('Pizzeria')
  })
})

describe('a card with several questions', () => {
  it('lets those be that depend on another one of them, and asks them when they have come to matter', async () => {
    const rules = pilotRulesBut(({ 'business-types': types }) => {
      types['flea-market'].given = { 'serves-food': true, 'outdoor-seating': true }
    })
    const talk = await talkOfPermits({ rules })
    const first = await talk.say('ska ordna loppmarknad')
    const required = partsOf(first.cards).flatMap(({ id, type, isRequired }) =>
      type === 'Input.ChoiceSet' && id !== 'fact' ? [[id, isRequired]] : [],
    )
    expect(required).toEqual([
      ['fact.serves-alcohol', true],
      ['fact.alcohol-outdoors', false],
    ])
    const { cards, texts } = await talk.answer({ 'serves-alcohol': 'yes' })
    expect(texts[0]).toContain('Du serverar alkohol.')
    expect(askedOn(cards)).toEqual(['alcohol-outdoors'])
    await talk.move('change', { fact: 'serves-alcohol' })
    await talk.answer({ 'serves-alcohol': 'no' })
    expect((await talk.pilot())?.asking?.facts).not.toContain('alcohol-outdoors')
  })
})

describe('somebody who asks for the pilot by name', () => {
  it.each(['tillståndslotsen', 'Vilka tillstånd behöver jag?', 'permit pilot'])(
    '"%s" asks what they want to do',
    async (text) => {
      const talk = await talkOfPermits()
      const { outcomes, cards } = await talk.say(text)
      expect(outcomes).toEqual(['permit-question'])
      expect(verbsOf(cards)).toEqual(['pilot.choose', 'pilot.choose'])
    },
  )

  it('tells it in words of their own, or chooses, or goes on without a name for it', async () => {
    const said = await talkOfPermits()
    await said.say('tillståndslotsen')
    expect(wordsOf((await said.say('en pizzeria med öl')).cards)).toContain('Du serverar alkohol.')
    const chose = await talkOfPermits()
    await chose.say('tillståndslotsen')
    expect(wordsOf((await chose.move('choose', { type: 'flea-market' })).cards)).toContain('Loppmarknad')
    const other = await talkOfPermits()
    await other.say('tillståndslotsen')
    const { outcomes } = await other.move('choose', { type: '' })
    expect([outcomes, (await other.pilot())?.type]).toEqual([['permit-question'], undefined])
  })

  it('is told calmly when nothing or something strange was chosen', async () => {
    const talk = await talkOfPermits()
    await talk.say('tillståndslotsen')
    expect((await talk.move('choose')).texts).toEqual([talk.t('sv', 'pilot.type.empty')])
    expect((await talk.move('choose', { type: '__proto__' })).texts).toEqual([talk.t('sv', 'pilot.type.unknown')])
  })
})

describe('somebody who changes their mind', () => {
  it('goes back to the question before, and finds the answer in it', async () => {
    const talk = await talkOfPermits()
    await talk.say('jag vill ha en pizzeria')
    const first = (await talk.pilot())!.asking!
    await talk.answer(Object.fromEntries(first.facts.map((fact) => [fact, 'yes'])))
    const { cards } = await talk.move('back')
    expect(askedOn(cards)).toEqual(first.facts)
    expect(partsOf(cards).find(({ id }) => id === `fact.${first.facts[0]!}`)).toMatchObject({ value: 'yes' })
  })

  it('hears it when there is nothing before', async () => {
    const talk = await talkOfPermits()
    await talk.say('jag vill ha en pizzeria')
    const { texts, outcomes } = await talk.move('back')
    expect([texts, outcomes]).toEqual([[talk.t('sv', 'pilot.first')], ['permit-question']])
  })

  it('walks back and forth without being asked twice', async () => {
    const talk = await talkOfPermits()
    await talk.say('ska ordna loppmarknad')
    const asked: string[] = []
    for (let step = 0; step < 3; step++) {
      const { asking } = (await talk.pilot())!
      if (!asking) break
      asked.push(asking.card)
      await talk.answer(Object.fromEntries(asking.facts.map((fact) => [fact, { guests: '20', place: 'public' }[fact] ?? 'yes'])))
    }
    for (const card of asked.toReversed()) {
      await talk.move('back')
      expect((await talk.pilot())?.asking?.card).toBe(card)
    }
  })

  it('changes an answer from the list, and sees which answers no longer count', async () => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    await talk.answer({ 'alcohol-outdoors': 'yes' })
    const { cards } = await talk.move('answers')
    expect(verbsOf(cards).filter((verb) => verb === 'pilot.change').length).toBeGreaterThanOrEqual(3)
    expect(askedOn((await talk.move('change', { fact: 'serves-alcohol' })).cards)).toEqual(['serves-alcohol'])
    const { texts, outcomes } = await talk.answer({ 'serves-alcohol': 'no' })
    expect(outcomes).toEqual(['permit-plan'])
    expect(texts[0]).toContain(talk.t('sv', 'pilot.changed', { list: 'Du serverar inte alkohol.' }))
    expect(texts[0]).toContain(talk.t('sv', 'pilot.forgotten', { list: 'Du serverar alkohol ute.' }))
    expect((await talk.pilot())?.answers).toEqual({ 'outdoor-seating': true, 'serves-alcohol': false })
    expect((await statusesIn(talk))['wine-licence']).toBe('not-needed')
  })

  it('corrects what was taken for granted', async () => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    const { cards } = await talk.move('change', { fact: 'place' })
    expect(partsOf(cards).find(({ id }) => id === 'fact.place')).toMatchObject({ value: 'indoors' })
    await talk.answer({ place: 'public' })
    await talk.move('plan')
    expect((await statusesIn(talk))['crowd-permit']).toBe('depends')
  })

  it('corrects the kind of business, and keeps what was answered', async () => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    await talk.move('type')
    await talk.move('choose', { type: 'hot-dog-cart' })
    expect(await talk.pilot()).toMatchObject({ type: 'hot-dog-cart', answers: { 'serves-alcohol': true } })
  })

  it('starts over', async () => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    const { texts } = await talk.move('restart')
    expect(texts).toEqual([talk.t('sv', 'pilot.restarted')])
    expect(await talk.pilot()).toMatchObject({ at: 'type', answers: {} })
    await talk.say('börja om')
    expect(await talk.pilot()).toBeUndefined()
  })

  it('tries what the plan says would be simpler', async () => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    const { cards } = await talk.answer({ 'alcohol-outdoors': 'no' })
    expect(wordsOf(cards)).toContain('Du serverar inte alkohol.')
    const without = partsOf(cards).find(({ id, type }) => id === 'try-wine-licence' && type === 'Action.Execute')!
    await talk.press(without['data'] as { verb: string })
    expect((await statusesIn(talk))['wine-licence']).toBe('not-needed')
  })
})

describe('somebody who does not know yet', () => {
  it('can say so to every question, and nothing open becomes "not needed"', async () => {
    const talk = await talkOfPermits()
    let heard = await talk.say('ska ordna loppmarknad')
    while (heard.outcomes[0] === 'permit-question') heard = await talk.doNotKnow()
    expect(await statusesIn(talk)).toEqual({
      'food-notice': 'depends',
      'wine-licence': 'depends',
      'terrace-licence': 'depends',
      'street-permit': 'depends',
      'crowd-permit': 'depends',
      till: 'needed',
      'new-building-law': 'depends',
    })
    expect(wordsOf(heard.cards)).toContain('Fråga polisen om platsen är offentlig.')
  })

  it('can have the plan at once: what was not asked stands as open, and can be answered from there', async () => {
    const talk = await talkOfPermits()
    await talk.say('ska ordna loppmarknad')
    const { outcomes, cards } = await talk.move('plan')
    expect(outcomes).toEqual(['permit-plan'])
    expect(wordsOf(cards)).toContain(talk.t('sv', 'pilot.plan.short'))
    expect(Object.values(await statusesIn(talk))).not.toContain('not-needed')
    expect((await talk.move('thorough')).outcomes).toEqual(['permit-question'])
  })
})

describe('a card that is pressed in an unexpected way', () => {
  it('belongs to an earlier plan: nothing is changed, and the present question is put', async () => {
    const talk = await talkOfPermits()
    const first = await talk.say(PIZZERIA)
    await talk.move('restart')
    await talk.say('en pizzeria med öl')
    const before = (await talk.pilot())?.answers
    const { texts, outcomes } = await talk.pressOn(first.cards, 'pilot.answer', { 'fact.alcohol-outdoors': 'yes' })
    expect([texts, outcomes]).toEqual([[talk.t('sv', 'pilot.problem.old-card')], ['permit-question']])
    expect((await talk.pilot())?.answers).toEqual(before)
  })

  it('belongs to no plan at all', async () => {
    const talk = await talkOfPermits()
    const { texts, outcomes } = await talk.press({
      verb: 'pilot.answer',
      run: 'x',
      card: 'alcohol',
      'fact.serves-alcohol': 'yes',
    })
    expect([texts, outcomes]).toEqual([[talk.t('sv', 'pilot.problem.no-pilot')], ['permit-question']])
  })

  it('answers what is no longer asked: it is told, and nothing is kept of it', async () => {
    const talk = await talkOfPermits()
    await talk.say('ska ordna loppmarknad')
    await talk.move('change', { fact: 'serves-food' })
    await talk.answer({ 'serves-food': 'no' })
    const { texts } = await talk.move('answer', { card: 'alcohol', 'fact.serves-alcohol': 'yes' })
    expect(texts[0]).toContain('Serverar du alkohol?')
    expect(texts[0]).toContain(talk.t('sv', 'pilot.problem.off-path', { list: '|' }).split('|')[1]?.trim())
    expect((await talk.pilot())?.answers).not.toHaveProperty('serves-alcohol')
  })

  it('changes an answer when it is an earlier card of the same plan', async () => {
    const talk = await talkOfPermits()
    const first = await talk.say('jag vill ha en pizzeria')
    const [fact] = askedOn(first.cards)
    await talk.answer(Object.fromEntries(askedOn(first.cards).map((each) => [each, 'yes'])))
    await talk.pressOn(first.cards, 'pilot.answer', { [`fact.${fact!}`]: 'no' })
    expect((await talk.pilot())?.answers[fact!]).toBe(false)
  })

  it('tells a number that cannot be, keeps the rest, and asks again', async () => {
    const talk = await talkOfPermits()
    await talk.say('ska ordna loppmarknad')
    await talk.move('change', { fact: 'guests' })
    for (const number of ['-3', '1e9', '99999999', 'många', '']) {
      const { texts, outcomes } = await talk.answer({ guests: number })
      expect(outcomes).toEqual(['permit-question'])
      expect(texts[0]).toContain(number === '' ? talk.t('sv', 'pilot.problem.nothing') : '20000')
      expect((await talk.pilot())?.answers).not.toHaveProperty('guests')
    }
    await talk.answer({ guests: '1 200' })
    expect((await talk.pilot())?.answers).toMatchObject({ guests: 1200 })
  })

  it('keeps what could be kept of a card', async () => {
    const talk = await talkOfPermits()
    await talk.say('ska ordna loppmarknad')
    const { run } = (await talk.pilot())!
    const { texts } = await talk.press({ verb: 'pilot.answer', run, card: 'place', 'fact.place': 'public', 'fact.guests': 'x' })
    expect(texts[0]).toContain('Du är på en gata eller i en park.')
    expect((await talk.pilot())?.answers).toMatchObject({ place: 'public' })
  })

  it('has facts that no rule knows, or values of another kind: they are left out', async () => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    const strange = await talk.answer({ 'serves-unicorns': 'yes', __proto__: 'yes', 'alcohol-outdoors': ['yes', { a: 1 }] })
    expect(strange.outcomes).toEqual(['permit-question'])
    expect(strange.texts[0]).toContain(talk.t('sv', 'pilot.problem.fact'))
    expect(Object.keys((await talk.pilot())!.answers)).toEqual(['outdoor-seating', 'serves-alcohol'])
    const nothing = await talk.move('answer', { card: 7, facts: { x: 1 } })
    expect(nothing.texts[0]).toContain(talk.t('sv', 'pilot.problem.nothing'))
    expect((await talk.move('change', { fact: 'serves-unicorns' })).outcomes).toEqual(['permit-question'])
    expect((await talk.move('form', { permit: 'no-such' })).outcomes).toEqual(['refused'])
  })
})

describe('what is typed while the pilot asks', () => {
  it.each([
    ['nej', false],
    ['ja', true],
    ['vet inte', 'unknown'],
    ['nej, ingen alkohol', false],
  ])('"%s" answers the question', async (text, value) => {
    const talk = await talkOfPermits()
    await talk.say('jag vill ha en pizzeria')
    await talk.move('change', { fact: 'serves-alcohol' })
    await talk.say(text)
    expect((await talk.pilot())?.answers['serves-alcohol']).toBe(value)
  })

  it('may be a number, or the name of a choice', async () => {
    const talk = await talkOfPermits()
    await talk.say('ska ordna loppmarknad')
    await talk.move('change', { fact: 'guests' })
    await talk.say('ungefär 250 personer')
    await talk.move('change', { fact: 'place' })
    await talk.say('Inomhus')
    expect((await talk.pilot())?.answers).toMatchObject({ guests: 250, place: 'indoors' })
  })

  it('may fill in what was not asked yet', async () => {
    const talk = await talkOfPermits()
    await talk.say('ska ordna loppmarknad')
    await talk.say('vi ska vara i parken')
    expect((await talk.pilot())?.answers).toMatchObject({ place: 'public' })
  })

  it('is asked about when "yes" would mean several things', async () => {
    const talk = await talkOfPermits()
    await talk.say('ska ordna loppmarknad')
    await talk.move('change', { fact: 'guests' })
    const { texts } = await talk.say('ja')
    expect(texts).toEqual([talk.t('sv', 'pilot.ambiguous')])
  })

  it('is answered when it is about something else, with a button back to the question', async () => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    const asking = (await talk.pilot())?.asking
    const other = await talk.say('tack')
    expect(other.outcomes).toEqual(['feedback'])
    expect(other.buttons).toContain(talk.t('sv', 'pilot.go-on'))
    const again = await talk.press({ verb: 'pilot.continue' })
    expect(again.outcomes).toEqual(['permit-question'])
    expect((await talk.pilot())?.asking).toEqual(asking)
  })

  it('may be a command: the plan, the answers, back', async () => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    expect(verbsOf((await talk.say('mina svar')).cards)).toContain('pilot.change')
    expect((await talk.say('tillbaka')).texts).toEqual([talk.t('sv', 'pilot.first')])
    expect((await talk.say('visa planen')).outcomes).toEqual(['permit-plan'])
  })

  it('may ask for another language: the question is put again in it', async () => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    const { labels, cards } = await talk.say('in english please'.replace(' please', ''))
    expect(labels.at(-1)).toMatchObject({ outcome: 'permit-question', language: 'en' })
    expect(wordsOf(cards)).toContain('Do you serve alcohol outdoors?')
  })
})

describe('the plan', () => {
  it('counts weeks until it has a day to begin, and then dates', async () => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    const { cards } = await talk.answer({ 'alcohol-outdoors': 'no' })
    expect(wordsOf(cards)).toContain('8 veckor')
    const dated = await talk.pressOn(cards, 'pilot.date', { start: '2027-02-01' })
    expect(wordsOf(dated.cards)).toContain('1 februari 2027')
    expect((await talk.stores.plans.find((await talk.pilot())!.plan!.id, new Date()))?.start).toBe('2027-02-01')
  })

  it.each(['2026-11-20', '2040-01-01', '2027-02-30', 'i morgon', ''])('does not count from "%s"', async (start) => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    const { cards } = await talk.answer({ 'alcohol-outdoors': 'no' })
    const { texts, outcomes } = await talk.pressOn(cards, 'pilot.date', { start })
    expect(outcomes).toEqual(['permit-plan'])
    expect(texts[0]).toContain(talk.t('sv', 'pilot.problem.date'))
  })

  it('helps with each form', async () => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    await talk.move('plan')
    const { cards, ids } = await talk.move('form', { permit: 'wine-licence' })
    expect(ids).toEqual(['wine-licence'])
    for (const told of ['Vem som äger', 'Ritning', 'Ritning saknas', talk.t('sv', 'pilot.form.weak')])
      expect(wordsOf(cards)).toContain(told)
  })

  it.each([
    ['foretagsservice', 'Företagsservice Stockholm'],
    ['evenemangslotsen', 'Evenemangslotsen'],
    ['somebody-else', 'Företagsservice Stockholm'],
  ])('hands over to %s, with the code to read out', async (who, name) => {
    const talk = await talkOfPermits()
    await talk.say(PIZZERIA)
    await talk.move('plan')
    const { outcomes, texts, cards } = await talk.move('person', { who })
    expect(outcomes).toEqual(['contact'])
    expect(texts[0]).toContain(shownCode((await talk.pilot())!.plan!.code))
    expect(wordsOf(cards)).toContain(name)
  })

  it('keeps nothing that anybody wrote', async () => {
    const talk = await talkOfPermits()
    await talk.say('jag vill öppna en pizzeria, jag heter Ansa Marklund')
    await talk.move('plan')
    const saved = await talk.stores.plans.find((await talk.pilot())!.plan!.id, new Date())
    expect(JSON.stringify(saved)).not.toMatch(/Marklund|öppna/)
  })

  it('fits its card and each of its items into what Teams takes, and leaves out papers that nobody there can open', async () => {
    const talk = await talkOfPermits({ channel: 'msteams' })
    await talk.say(PIZZERIA)
    const { cards } = await talk.answer({ 'alcohol-outdoors': 'yes' })
    expect(cards).toHaveLength(1)
    expect(wordsOf(cards)).not.toContain(talk.t('sv', 'pilot.plan.pdf'))
    let heard = await talk.pressOn(cards, 'pilot.items')
    const shown = [wordsOf(heard.cards)]
    for (let part = 1; heard.buttons.length > 1; part++) {
      heard = await talk.move('items', { part })
      shown.push(wordsOf(heard.cards))
    }
    for (const name of ['Serveringstillstånd', 'Kassaregister', 'Bygglov', 'Många på samma plats'])
      expect(shown.join()).toContain(name)
  })
})

describe('somebody who comes back', () => {
  const savedPlan = async (stores = memoryStores()) => {
    const talk = await talkOfPermits({ stores })
    await talk.say(PIZZERIA)
    await talk.answer({ 'alcohol-outdoors': 'yes' })
    return { stores, code: (await talk.pilot())!.plan!.code, before: await talk.pilot() }
  }

  it.each([
    ['the code alone', (code: string) => shownCode(code)],
    ['in small letters, with spaces', (code: string) => shownCode(code).toLowerCase().replaceAll('-', ' ')],
    ['in a sentence', (code: string) => `min kod är ${code.toLowerCase()}`],
    ['in an English sentence', (code: string) => `My code is ${shownCode(code)}, thanks`.replace(',', '')],
  ])('goes on in another conversation with %s', async (_how, written) => {
    const { stores, code, before } = await savedPlan()
    const talk = await talkOfPermits({ stores, visitor: 'somebody-else' })
    const { outcomes, texts, cards } = await talk.say(written(code))
    expect(outcomes).toEqual(['permit-plan'])
    expect(texts[0]).toContain(shownCode(code))
    expect(wordsOf(cards)).toMatch(/Du serverar alkohol ute\.|You serve alcohol outdoors\./)
    expect(await talk.pilot()).toMatchObject({ type: before?.type, answers: before?.answers, plan: before?.plan })
  })

  it('goes on with the questions when they were put away in the middle', async () => {
    const first = await talkOfPermits()
    await first.say(PIZZERIA)
    const { texts } = await first.move('save')
    const { code } = (await first.pilot())!.plan!
    expect(texts[0]).toContain(shownCode(code))
    const talk = await talkOfPermits({ stores: first.stores })
    const { outcomes, cards } = await talk.say(shownCode(code))
    expect(outcomes).toEqual(['permit-question'])
    expect(askedOn(cards)).toEqual(['alcohol-outdoors'])
    await talk.answer({ 'alcohol-outdoors': 'no' })
    expect((await talk.pilot())?.plan?.code).toBe(code)
  })

  it('hears what has changed in the rules, item by item', async () => {
    const { stores, code } = await savedPlan()
    const rules = pilotRulesBut(({ permits, 'business-types': types }) => {
      permits['terrace-licence'].rule.needed = { not: 'alcohol-outdoors' }
      delete permits['food-notice']
      permits['wine-licence'].rule.before = {}
      for (const type of Object.values(types) as { usually: string[] }[]) type.usually = []
      permits['new-duty'] = { ...permits.till, id: 'new-duty', name: { sv: 'Ny skyldighet', en: 'New duty' } }
    })
    const talk = await talkOfPermits({ stores, rules })
    const { texts } = await talk.say(code)
    expect(texts[0]).toContain(talk.t('sv', 'pilot.resume.changed'))
    expect(texts[0]).toContain('Alkohol på uteserveringen: var behövs troligen, är nu behövs inte')
    expect(texts[0]).toContain('Anmäla mat: finns inte längre i reglerna')
    expect(texts[0]).toContain('Ny skyldighet: nytt, behövs')
    expect(texts[0]).not.toContain('Serveringstillstånd: var')
    const again = await talkOfPermits({ stores, rules })
    expect((await again.say(code)).texts[0]).not.toContain(talk.t('sv', 'pilot.resume.changed'))
  })

  it('hears it when the rules have changed and the plan has not', async () => {
    const { stores, code } = await savedPlan()
    const rules = pilotRulesBut(({ permits }) => {
      permits.till.summary.sv = 'Andra ord'
    })
    const talk = await talkOfPermits({ stores, rules })
    expect((await talk.say(code)).texts[0]).toContain(talk.t('sv', 'pilot.resume.rules-changed'))
  })

  it('hears it when the kind of business or a question is gone from the rules', async () => {
    const { stores, code } = await savedPlan()
    const rules = pilotRulesBut((written) => {
      delete written['business-types'].pizzeria
      delete written.permits['terrace-licence']
      written['permit-questions'].alcohol.facts.pop()
    })
    const talk = await talkOfPermits({ stores, rules })
    const { texts } = await talk.say(code)
    expect(texts[0]).toContain(talk.t('sv', 'pilot.type.gone'))
    expect(texts[0]).toContain(talk.t('sv', 'pilot.resume.dropped'))
  })

  it('is answered in the language of the page: the letters of a code are of no language', async () => {
    const talk = await talkOfPermits({ locale: 'en-GB' })
    const notFound = talk.t('en', 'pilot.resume.not-found')
    for (const code of ['XXH-TVM-VPC', 'xxh tvm vpc', 'code: XXH TVM VPC'])
      expect((await talk.say(code)).texts).toEqual([notFound])
    expect((await talk.say('min kod är XXH-TVM-VPC')).texts).toEqual([talk.t('sv', 'pilot.resume.not-found')])
  })

  it('learns nothing of what is near when the code is mistyped', async () => {
    const { stores, code } = await savedPlan()
    const talk = await talkOfPermits({ stores })
    const other = code.startsWith('2') ? '3' : '2'
    const wrong = [`${other}${code.slice(1)}`, `${code.slice(0, -1)}O`, `min kod är ${code.slice(0, 6)}`, 'kod AAA111']
    const heard = []
    for (const text of wrong) heard.push(await talk.say(text))
    expect(new Set(heard.map(({ texts }) => texts.join()))).toEqual(new Set([talk.t('sv', 'pilot.resume.not-found')]))
    expect(heard.flatMap(({ outcomes }) => outcomes)).toEqual(wrong.map(() => 'refused'))
    expect(await talk.pilot()).toBeUndefined()
  })

  it('is stopped when codes are tried by the thousand, in one conversation and in many', async () => {
    const { stores, code } = await savedPlan()
    const talk = await talkOfPermits({ stores })
    for (let tried = 0; tried < 20; tried++) await talk.say(`min kod är ${tried}ABCDEF1`)
    const stopped = await talk.say(code)
    expect([stopped.outcomes, stopped.texts]).toEqual([['refused'], [talk.t('sv', 'pilot.resume.too-many')]])
    const sameVisitor = await talkOfPermits({ stores })
    expect((await sameVisitor.say(code)).texts).toEqual(stopped.texts)
    const another = await talkOfPermits({ stores, visitor: 'another' })
    expect((await another.say(code)).outcomes).toEqual(['permit-plan'])
    const at = new Date('2026-11-21T09:00:00Z')
    await Promise.all(Array.from({ length: 1000 }, () => stores.rates.count('plan-code:all', at, 3600)))
    const crowd = await talkOfPermits({ stores, visitor: 'one more' })
    expect((await crowd.say(code)).texts).toEqual(stopped.texts)
    const later = await talkOfPermits({ stores, visitor: 'one more', at: new Date('2026-11-21T10:00:00Z') })
    expect((await later.say(code)).outcomes).toEqual(['permit-plan'])
  })

  it('has a plan that nobody can read out of the database by its code', async () => {
    const { stores, code } = await savedPlan()
    expect(await stores.plans.findByCode(code, new Date())).toBeUndefined()
  })
})
