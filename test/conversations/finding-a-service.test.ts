import { describe, expect, it } from '@jest/globals'
import { talk } from '../fixtures/talk.js'

describe('a citizen asks for a service', () => {
  it('is shown the preschool application, with everything needed to go on', async () => {
    const { say, t } = await talk()
    const { outcomes, texts, ids, cards } = await say('vi ska ha barn och behöver förskola')
    expect(outcomes).toEqual(['answer'])
    expect(texts).toEqual([t('sv', 'service.found')])
    expect(ids[0]).toBe('preschool-apply')
    const card = JSON.stringify(cards[0])
    expect(card).toContain('Ansök om förskola')
    for (const key of ['service.for', 'service.have', 'service.responsible', 'service.login', 'service.ways'])
      expect(card).toContain(t('sv', key))
    expect(cards).toHaveLength(1)
  })

  it('is answered in English when the question is in English, whatever the browser says', async () => {
    const { say } = await talk({ locale: 'sv-SE' })
    const { labels, ids } = await say('how do I get my toddler into daycare in Stockholm')
    expect(ids).toContain('preschool-apply')
    expect(labels[0]?.language).toBe('en')
  })

  it('leaves out what the person said no to', async () => {
    const { say } = await talk()
    const first = await say('vi ska ha barn och behöver förskola')
    const second = await say('nej, inte det')
    expect(second.ids).not.toContain(first.ids[0])
  })

  it('leaves out more with every no, and ends with people to call', async () => {
    const { say } = await talk()
    await say('bygglov för altan')
    const outcomes = []
    for (let no = 0; no < 15; no++) outcomes.push((await say('no, not that')).outcomes[0])
    expect(outcomes).toContain('offer-person')
  })

  it('says honestly that it found nothing, and shows whom to call', async () => {
    const { say, t } = await talk()
    const { outcomes, cards } = await say('kvantfysik xylofon zzyzx')
    expect(outcomes).toEqual(['not-found'])
    expect(JSON.stringify(cards[0])).toContain('08-508 00 508')
    expect(JSON.stringify(cards[0])).toContain(t('sv', 'contact.title'))
  })

  it('shows people to call when asked for a person, in either language', async () => {
    const { say } = await talk()
    expect((await say('prata med en människa')).outcomes).toEqual(['contact'])
    expect((await say('Can I talk to a human please?')).outcomes).toEqual(['contact'])
  })

  it('forgets the question when starting over, and keeps the language', async () => {
    const { say } = await talk()
    await say('english please')
    await say('how do I get my toddler into daycare')
    expect((await say('börja om')).outcomes).toEqual(['restarted'])
    const { outcomes, labels } = await say('no, not that')
    expect(outcomes).toEqual(['offer-person'])
    expect(labels[0]?.language).toBe('en')
  })

  it('goes on in the other language, and shows again what was shown', async () => {
    const { say, press } = await talk()
    const before = await say('vi ska ha barn och behöver förskola')
    const after = await press({ verb: 'language.choose', language: 'en' })
    expect(after.outcomes).toEqual(['language', 'answer'])
    expect(after.ids[0]).toBe(before.ids[0])
    expect(JSON.stringify(after.cards)).toContain('Apply for preschool')
  })

  it('asks once which area one lives in, when the city district answers', async () => {
    const { say, press, t } = await talk()
    const asked = await say('min mamma behöver hemtjänst')
    expect(JSON.stringify(asked.cards[0])).toContain(t('sv', 'district.ask'))
    const told = await press({ verb: 'district.tell', service: asked.ids[0]!, area: 'tensta' })
    expect(told.texts.join(' ')).toContain('Järva')
    const later = await say('hur får mamma ett trygghetslarm')
    expect(JSON.stringify(later.cards)).not.toContain(t('sv', 'district.ask'))
    expect(JSON.stringify(later.cards)).toContain('Järva')
  })

  it('takes the area from the question, or typed as the answer', async () => {
    const { say } = await talk()
    expect(JSON.stringify((await say('min mamma i Vasastan behöver hemtjänst')).cards)).toContain('Norra innerstaden')
    const other = await talk()
    await other.say('min mamma behöver hemtjänst')
    expect((await other.say('Rågsved')).texts.join(' ')).toContain('Enskede')
  })

  it('sends those who do not know their area to the switchboard', async () => {
    const { say, press } = await talk()
    const { ids } = await say('min mamma behöver hemtjänst')
    const { cards } = await press({ verb: 'district.unknown', service: ids[0]! })
    expect(JSON.stringify(cards)).toContain('08-508 00 000')
  })

  it('never says that no login is needed when that is not known', async () => {
    const { press, t } = await talk()
    const { cards } = await press({ verb: 'service', id: 'preschool-change' })
    const { content } = await import('../fixtures/content.js').then(async ({ realContent }) => ({ content: await realContent() }))
    for (const { id, login } of content.services.values()) {
      if (login !== 'unknown') continue
      const shown = await press({ verb: 'service', id })
      expect(JSON.stringify(shown.cards)).not.toContain(t('sv', 'service.login.none'))
    }
    expect(cards).toHaveLength(1)
  })

  it('shows life situations, and the services of one in order', async () => {
    const { press } = await talk()
    expect((await press({ verb: 'menu' })).outcomes).toEqual(['menu'])
    const { ids, cards } = await press({ verb: 'life-situation', id: 'having-a-child' })
    expect(ids).toEqual(['having-a-child'])
    expect(JSON.stringify(cards[0])).toContain('preschool-apply')
  })

  it('explains, rather than fails, when an old or unreadable card is pressed', async () => {
    const { press, hear, t } = await talk()
    expect((await press({ verb: 'permit.answr' })).texts).toEqual([t('sv', 'errors.old-card')])
    expect((await hear({ kind: 'unreadable-press' })).texts).toEqual([t('sv', 'errors.old-card')])
    expect((await press({ verb: 'service', id: 'gone' })).outcomes).toEqual(['refused'])
  })
})

describe('what is kept of a turn', () => {
  it('gives the stored answer to the same message sent twice', async () => {
    const { say } = await talk()
    const first = await say('bygglov altan', 'client-1')
    const again = await say('bygglov altan', 'client-1')
    expect(again.received).toMatchObject({ kind: 'answered', repeated: true })
    expect(again.texts).toEqual(first.texts)
  })

  it('masks personal data before anything is stored, and says why', async () => {
    const { say, key, stores } = await talk()
    const { outcomes, texts } = await say(
      'mitt personnummer är 811218-9876 och jag nås på anna@example.org, vill söka plats på dagis åt min ettåring',
    )
    expect(outcomes[0]).toBe('personal-data')
    expect(texts[0]).toContain('personnummer')
    expect(outcomes).toContain('answer')
    const kept =
      JSON.stringify(await stores.conversations.activities(key, 0)) + JSON.stringify(await stores.conversations.find(key))
    expect(kept).not.toContain('811218')
    expect(kept).not.toContain('anna@')
    expect(kept).toContain('■')
  })

  it('stores nothing that cannot be seen', async () => {
    const { say, key, stores } = await talk()
    await say('förskola\u0000\u200b\u{E0041}\u{E0042}\u202E hemligt')
    const kept = JSON.stringify((await stores.conversations.activities(key, 0)).map(({ activity }) => activity.text))
    expect(kept).not.toMatch(/[\u0000\u200b\u202e]|\\u0000|[\u{E0000}-\u{E007F}]/u)
  })

  it.each(['', ' ', '???', '🙂🙂', '1234', '\u200b'])('answers %j calmly', async (text) => {
    const { say } = await talk()
    expect((await say(text)).outcomes).toEqual(['nonsense'])
  })

  it('answers a text of 10,000 characters', async () => {
    const { say } = await talk()
    expect((await say('förskola '.repeat(1111))).outcomes[0]).toMatch(/answer|clarify|not-found/)
  })
})
