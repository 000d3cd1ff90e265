import { describe, expect, it } from '@jest/globals'
import { talk } from '../fixtures/talk.js'

describe('a message that follows another', () => {
  it('tells what it costs, about what was shown, without asking which', async () => {
    const { say } = await talk()
    const { ids } = await say('får jag ställa en container på gatan')
    const cost = await say('och vad kostar det?')
    expect(cost.outcomes).toEqual(['answer'])
    expect(cost.ids).toEqual([ids[0]])
    expect(cost.cards).toEqual([])
  })

  it('says who knows, rather than guesses, when a fact is not there', async () => {
    const { press, say, t } = await talk()
    await press({ verb: 'service', id: 'outdoor-seating' })
    const { texts } = await say('hur lång tid tar det?')
    expect(texts[0]).toContain(t('sv', 'follow-up.unknown', { who: '|', phone: '|' }).split('|')[0])
    expect(texts[0]).toMatch(/08-\d/)
  })

  it.each([
    ['vilka papper behövs?', 'follow-up.papers'],
    ['what do I need?', 'follow-up.papers'],
    ['behöver man bankid till det', 'service.login.'],
    ['hur ansöker jag', 'service.link.'],
    ['kan någon annan göra det åt mig', 'follow-up.someone'],
  ])('"%s" is about the preschool that was shown', async (text) => {
    const { press, say } = await talk()
    await press({ verb: 'service', id: 'preschool-apply' })
    const { outcomes, ids, cards } = await say(text)
    expect([outcomes, ids, cards.length]).toEqual([['answer'], ['preschool-apply'], 0])
  })

  it('asks the same about somebody else', async () => {
    const { say } = await talk()
    const first = await say('min mamma behöver hemtjänst')
    const second = await say('min pappa då?')
    expect(second.ids[0]).toBe(first.ids[0])
  })

  it('leaves out what is for citizens when it was meant for a company', async () => {
    const { say } = await talk()
    await say('jag vill parkera på gatan där jag bor')
    const { ids } = await say('nej, för företag')
    const { content } = await import('../fixtures/content.js').then(async ({ realContent }) => ({ content: await realContent() }))
    expect(ids.length).toBeGreaterThan(0)
    for (const id of ids) expect(content.services.get(id)?.audience ?? ['business']).toContain('business')
  })

  it('means nothing when nothing was shown before', async () => {
    const { say } = await talk()
    const { texts } = await say('och vad kostar det?')
    expect(texts[0]).not.toContain('**')
  })
})

describe('several errands in one message', () => {
  it('are all answered, in their order', async () => {
    const { say } = await talk()
    const { labels } = await say('vi flyttar till Stockholm med två barn, behöver förskola och kunna parkera på gatan')
    const idsOf = labels.map(({ results }) => results?.map(({ id }) => id) ?? [])
    expect(labels.map(({ part }) => part)).toEqual(labels.map((_, at) => ({ n: at + 1, of: labels.length })))
    const [preschool, parking] = ['preschool-apply', 'resident-parking-permit'].map((id) =>
      idsOf.findIndex((ids) => ids.includes(id)),
    )
    expect(preschool).toBeGreaterThanOrEqual(0)
    expect(parking).toBeGreaterThan(preschool!)
  })

  it('are not seen in one long story', async () => {
    const { say } = await talk()
    const { labels } = await say('min man och jag har en tvååring som ska in på förskola efter jul och sommaren')
    expect(labels).toHaveLength(1)
    expect(labels[0]?.part).toBeUndefined()
  })
})

describe('what the city does not handle', () => {
  it.each([
    ['jag vill förnya mitt pass', 'passport'],
    ['how do I get a Swedish driving licence', 'driving-licence'],
  ])('"%s" is answered with whose it is, a link and where there is one a number', async (text, id) => {
    const { say } = await talk()
    const { outcomes, ids, cards } = await say(text)
    expect(outcomes).toEqual(['not-ours'])
    expect(ids[0]).toBe(id)
    expect(JSON.stringify(cards[0])).toContain('](https://')
  })
})

describe('a business owner', () => {
  it('who tells what they are about to open is asked what it takes to know, by the permit pilot', async () => {
    const { say, press } = await talk()
    const { outcomes, labels } = await say('jag ska öppna ett litet fik i Hägersten')
    expect(outcomes).toEqual(['permit-question'])
    expect(labels[0]?.results?.map(({ id, kind }) => `${kind} ${id}`)).toContain('permit food-registration')
    const permit = await press({ verb: 'permit', id: 'food-registration' })
    expect(permit.ids).toEqual(['food-registration'])
    expect(JSON.stringify(permit.cards)).toContain('Livsmedel')
  })

  it('is shown what a kind of business usually needs, as buttons, the pilot first', async () => {
    const { press } = await talk()
    const { outcomes, cards } = await press({ verb: 'business-type', id: 'cafe' })
    expect(outcomes).toEqual(['answer'])
    expect(JSON.stringify(cards[0])).toContain('"verb":"permit"')
    expect(/"verb":"([^"]+)"/.exec(JSON.stringify(cards[0]))?.[1]).toBe('pilot.start')
  })
})

describe('somebody who is angry', () => {
  it.each(['din jävla idiot', 'fuck you stupid bot', 'ni är värdelösa'])('"%s" is met calmly, with the ways on', async (text) => {
    const { say } = await talk()
    const { outcomes, cards, buttons } = await say(text)
    expect([outcomes, cards.length, buttons.length]).toEqual([['nonsense'], 0, 3])
  })

  it('is answered when there is a question in it', async () => {
    const { say } = await talk()
    expect((await say('jävla grannar som spelar musik hela nätterna')).ids).toContain('noise-complaint')
  })
})
