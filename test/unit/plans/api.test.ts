import { afterAll, describe, expect, it } from '@jest/globals'
import { plan } from '../../../bot/domain/permits/plan.js'
import { rulesOf } from '../../../bot/domain/permits/rules.js'
import { closePlans, openPlans, smallContent, TODAY } from '../../fixtures/plans-door.js'

type Told = {
  next: { facts: { id: string; kind: string; options?: { id: string }[]; least?: number }[] } | null
  items: { permit: string; status: string }[]
  whatIf: unknown[]
  schedule: unknown
  understood: unknown
  undertaking: unknown
  offPath: unknown
  error: { faults: { field: string; reason: string }[] }
}
const read = async (response: Response): Promise<Told> => (await response.json()) as Told
type ToldFacts = { types: unknown[]; cards: { facts: { id: string }[] }[] }
const readFacts = async (response: Response): Promise<ToldFacts> => (await response.json()) as ToldFacts

afterAll(closePlans)

const ENOUGH = { type: 'wine-bar', answers: { 'alcohol-when': 'always', guests: 30, place: 'indoors' } }

describe('POST /api/permit-plan', () => {
  it('gives the plan of the engine, with words for people', async () => {
    const { ask, needs } = await openPlans()
    const response = await ask({ ...ENOUGH, language: 'en', start: '2027-02-01' })
    const told = await read(response)
    const made = plan(rulesOf(needs.content()), ENOUGH, TODAY)
    expect(response.status).toBe(200)
    expect(told).toMatchObject({
      rules: 'small',
      at: TODAY,
      language: 'en',
      undertaking: ENOUGH,
      offPath: [],
      fees: made.fees,
      next: null,
    })
    expect(told.items.map(({ permit, status }) => [permit, status])).toEqual(
      made.items.map(({ permit, status }) => [permit, status]),
    )
    const licence = told.items.find(({ permit }) => permit === 'alcohol-licence')
    expect(licence).toMatchObject({
      status: 'needed',
      statusText: 'Needed',
      because: expect.arrayContaining([
        { fact: 'alcohol-when', value: 'always', from: 'answer', text: 'Det är always in English' },
        { fact: 'serves-alcohol', value: true, from: 'type', text: 'Ja serves-alcohol in English (It follows from “Wine bar”.)' },
      ]),
      time: '8 to 12 weeks from a complete application.',
      enclose: ['Lease & annexes', 'Drawing'],
      link: { title: 'Go to the e-service', url: 'https://permits.example/alcohol' },
    })
    expect(told.schedule).toMatchObject({ start: '2027-02-01', opening: { least: '2027-03-29', most: '2027-04-26' } })
    expect(told.whatIf[0]).toMatchObject({ permit: 'alcohol-licence', text: expect.stringContaining('Then you do not need') })
  })

  it('makes a plan of nothing at all, and puts the next question with what may be answered', async () => {
    const { ask } = await openPlans()
    for (const body of ['', {}]) {
      const told = await read(await ask(body))
      expect(told).toMatchObject({ language: 'sv', undertaking: { answers: {} } })
      expect(told.next).toMatchObject({ card: expect.any(String), why: expect.any(String) })
      expect(told.next?.facts.length).toBeGreaterThan(0)
      expect(new Set(told.items.map(({ status }) => status))).not.toContain('not-needed')
    }
  })

  it('takes the answers of its own questions until there is nothing more to ask', async () => {
    const { ask } = await openPlans()
    const answers: Record<string, unknown> = {}
    for (let time = 0; time < 12; time++) {
      const { next } = await read(await ask({ answers }))
      if (next === null) break
      for (const fact of next.facts)
        answers[fact.id] = fact.kind === 'yes-no' ? true : fact.kind === 'choice' ? fact.options?.[0]?.id : fact.least
    }
    const last = await read(await ask({ answers }))
    expect(last.next).toBeNull()
    expect(Object.keys(answers).length).toBeGreaterThan(2)
  })

  it('understands a text, and lets what is said in fields go before it', async () => {
    const { ask } = await openPlans()
    const told = await read(await ask({ text: 'jag vill öppna en vinbar', answers: { guests: 200 } }))
    expect(told.understood).toEqual({ type: { id: 'wine-bar', sure: true }, facts: { guests: 30 } })
    expect(told.undertaking).toEqual({ type: 'wine-bar', answers: { guests: 200 } })
  })

  it('tells the answers that do not count', async () => {
    const { ask } = await openPlans()
    const told = await read(await ask({ answers: { 'serves-food': false, 'serves-alcohol': true } }))
    expect(told.offPath).toEqual(['serves-alcohol'])
  })

  it.each<[string, unknown, { field: string; reason: RegExp }]>([
    ['a fact that there is not', { answers: { 'serves-tea': true } }, { field: 'answers.serves-tea', reason: /no such fact/ }],
    ['a field that there is not', { answer: {} }, { field: 'answer', reason: /no such field/ }],
    ['a kind of business that there is not', { type: 'moon-base' }, { field: 'type', reason: /no such kind/ }],
    [
      'a yes or no that is neither',
      { answers: { 'serves-food': 'yes' } },
      { field: 'answers.serves-food', reason: /true, false or "unknown"/ },
    ],
    ['a number for a yes or no', { answers: { 'serves-food': 1 } }, { field: 'answers.serves-food', reason: /true, false/ }],
    [
      'an option that there is not',
      { answers: { place: 'on-the-moon' } },
      { field: 'answers.place', reason: /one of in-a-street, indoors/ },
    ],
    ['a yes for a choice', { answers: { place: true } }, { field: 'answers.place', reason: /one of/ }],
    ['a number out of range', { answers: { guests: -1 } }, { field: 'answers.guests', reason: /from 0 to 10000/ }],
    ['a number far out of range', { answers: { guests: 1e300 } }, { field: 'answers.guests', reason: /from 0 to 10000/ }],
    ['a number as text', { answers: { guests: '30' } }, { field: 'answers.guests', reason: /must be a number/ }],
    ['no value', { answers: { guests: null } }, { field: 'answers.guests', reason: /true or false, an option, a number/ }],
    [
      'several values',
      { answers: { place: ['indoors'] } },
      { field: 'answers.place', reason: /true or false, an option, a number/ },
    ],
    ['answers that are a list', { answers: ['indoors'] }, { field: 'answers', reason: /object of answers/ }],
    ['a day that there is not', { start: '2027-02-31' }, { field: 'start', reason: /date/ }],
    ['a day far away', { start: '2999-01-01' }, { field: 'start', reason: /date/ }],
    ['a number for a day', { start: 20270201 }, { field: 'start', reason: /date/ }],
    ['a language that we lack', { language: 'xx' }, { field: 'language', reason: /sv, en/ }],
    ['a text that is too long', { text: 'x'.repeat(201) }, { field: 'text', reason: /at most 200/ }],
    ['no text', { text: 7 }, { field: 'text', reason: /must be a text/ }],
    ['a list', [], { field: '', reason: /JSON object/ }],
    ['a number', '7', { field: '', reason: /JSON object/ }],
  ])('refuses %s, with the field and the reason', async (_what, body, { field, reason }) => {
    const { ask } = await openPlans()
    const response = await ask(body)
    const told = await read(response)
    expect(response.status).toBe(400)
    expect(told.error).toMatchObject({ code: 'BadArgument' })
    expect(told.error.faults).toEqual([{ field, reason: expect.stringMatching(reason) }])
  })

  it('tells everything that is wrong at once', async () => {
    const { ask } = await openPlans()
    const told = await read(await ask({ type: 'x', answers: { a: true, guests: -5 }, b: 1 }))
    expect(told.error.faults.map(({ field }) => field).sort()).toEqual(['answers.a', 'answers.guests', 'b', 'type'])
  })

  it('is not led astray by the names of what every object has', async () => {
    const { ask } = await openPlans()
    // What would change the nature of an object never gets as far as being an answer.
    const { undertaking } = await read(await ask('{"answers":{"__proto__":{"serves-food":true}}}'))
    expect(undertaking).toEqual({ answers: {} })
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
      const response = await ask(`{"answers":{"${name}":true}}`)
      expect([name, response.status]).toEqual([name, 400])
    }
  })

  it('refuses what is no JSON, is too large or is sent as something else', async () => {
    const { ask } = await openPlans()
    expect((await ask('{"answers":')).status).toBe(400)
    expect((await ask(JSON.stringify({ text: 'x'.repeat(70_000) }))).status).toBe(413)
    expect((await ask({}, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await ask({}, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
  })

  it('says when to come back to one who asks too often', async () => {
    const config = { languages: ['sv', 'en'], trustedProxies: [], limits: { messagesPerMinute: 2, messageLength: 200 } }
    const { ask, get } = await openPlans({ config })
    const statuses = [await ask({}), await ask({}), await get('/api/permit-plan/facts'), await ask({})].map(
      ({ status }) => status,
    )
    expect(statuses).toEqual([200, 200, 429, 429])
    expect((await ask({})).headers.get('retry-after')).toMatch(/^\d+$/)
  })

  it('is open to no page of another site, and kept by nobody', async () => {
    const { ask, url } = await openPlans()
    const { headers } = await ask({}, { origin: 'https://other.example' })
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
    const preflight = await fetch(`${url}/api/permit-plan`, { method: 'OPTIONS', headers: { origin: 'https://other.example' } })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
    expect((await fetch(`${url}/api/permit-plan`)).status).toBe(405)
  })
})

describe('GET /api/permit-plan/facts', () => {
  it('tells every kind of business and every question, so that others can ask', async () => {
    const { get } = await openPlans()
    const told = await readFacts(await get('/api/permit-plan/facts?lang=en'))
    const content = await smallContent()
    expect(told).toMatchObject({ rules: 'small', language: 'en' })
    expect(told.types).toContainEqual({ id: 'wine-bar', name: 'Wine bar', summary: 'Sammanfattning av wine-bar in English' })
    const facts = told.cards.flatMap(({ facts }) => facts.map(({ id }) => id))
    expect(facts).toEqual([...rulesOf(content).facts.keys()])
    expect(told.cards[1]?.facts).toEqual([
      expect.objectContaining({ id: 'guests', kind: 'number', least: 0, most: 10_000 }),
      expect.objectContaining({
        id: 'place',
        kind: 'choice',
        options: [
          { id: 'in-a-street', name: 'in-a-street in English' },
          { id: 'indoors', name: 'indoors in English' },
        ],
      }),
    ])
  })
})
