import { randomUUID } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import type { ConversationStore } from '../../bot/domain/conversations/conversation.js'
import { hiddenIn, remembered } from '../../bot/domain/conversations/state.js'
import { contactsFor } from '../../bot/domain/crisis/crisis-contact.js'
import { CRISIS_KINDS } from '../../bot/domain/crisis/kinds.js'
import { writtenIn } from '../../bot/turn/crisis-words.js'
import { skill } from '../../bot/turn/skill.js'
import type { Answer, Said } from '../../bot/turn/turn.js'
import { realContent } from '../fixtures/content.js'
import { memoryStores } from '../fixtures/memory-stores.js'
import { talk } from '../fixtures/talk.js'

const content = await realContent()

/** One person in each language, and the kind of crisis that they tell of. */
const CRIES = [
  ['sv', 'min man slår mig', 'violence'],
  ['en', 'my husband hits me', 'violence'],
  ['fi', 'haluan tappaa itseni', 'suicide'],
  ['ar', 'زوجي يضربني', 'violence'],
  ['so', 'waxaan rabaa inaan is dilo', 'suicide'],
  ['fa', 'شوهرم مرا کتک می‌زند', 'violence'],
  ['pl', 'mąż mnie bije', 'violence'],
  ['es', 'mi marido me pega', 'violence'],
  ['tr', 'kocam beni dövüyor', 'violence'],
  ['uk', 'чоловік мене б’є', 'violence'],
] as const

const unused = (): never => {
  throw new Error('nothing was found')
}

const answerIn = (language: string) => content.crisisWords.get(language)?.answer

describe.each(['sv-SE', 'en-GB'])('somebody in danger writes, with the interface in %s', (locale) => {
  it.each(CRIES)('in %s: one sentence in their words first, then whom to call', async (language, text, kind) => {
    const { say } = await talk({ locale })
    const { received, outcomes, texts, labels, ids, cards, buttons } = await say(text)
    expect(outcomes).toEqual(['crisis'])
    expect(texts).toEqual([answerIn(language)])
    expect(received).toMatchObject({ kind: 'answered', outgoing: [{ locale: language }] })
    const ours = language === 'sv' || language === 'en' ? language : locale.slice(0, 2)
    expect([labels[0]?.language, cards.map(({ lang }) => lang)]).toEqual([ours, [ours]])
    expect(ids[0]).toBe('112')
    expect(ids).toContain(kind)
    expect(labels[0]?.results?.every((result) => result.kind === 'crisis' && result.score === 1)).toBe(true)
    expect(buttons).toEqual([])
    expect(JSON.stringify(cards)).not.toMatch(/Action\.|Input\./)
  })
})

describe('the contacts', () => {
  it.each(CRISIS_KINDS)('for %s begin with 112 and have somebody else as well', (kind) => {
    const shown = [...content.crisis.values()].filter(({ kinds }) => kinds.includes(kind))
    expect(shown.length).toBeGreaterThan(1)
    expect(shown.sort((one, other) => one.order - other.order)[0]?.id).toBe('112')
  })

  it('begin with 112 whatever order the editors give', () => {
    const last = [...content.crisis.values()].map((contact) => (contact.id === '112' ? { ...contact, order: 999 } : contact))
    expect(contactsFor('violence', last).map(({ id }) => id)).toEqual(['112', 'violence', 'child', '114-14'])
  })

  it('are links to be pressed, 112 before all others', async () => {
    const { say } = await talk()
    const { cards } = await say('min man slår mig')
    const links = [...JSON.stringify(cards).matchAll(/\]\((tel:\d+)\)/g)].map(([, link]) => link)
    expect(links).toEqual(['tel:112', 'tel:020505050', 'tel:116111', 'tel:11414'])
  })
})

describe('a crisis comes before everything else', () => {
  it('while the bot waits for an area, and nothing is waited for afterwards', async () => {
    const { say } = await talk()
    await say('vi ska ha barn och behöver förskola')
    expect((await say('jag vill dö')).outcomes).toEqual(['crisis'])
    expect((await say('Hägersten')).ids).not.toContain('preschool-apply')
  })

  it('and is looked for in what was really written, which is masked when it is stored', async () => {
    const text = 'han slår mig, ring mig på 070-123 45 67'
    const { say, key, stores } = await talk()
    expect((await say(text)).outcomes).toEqual(['crisis'])
    const lines = await stores.conversations.activities(key, 0)
    expect(lines[0]?.activity.text).toBe('han slår mig, ring mig på ■■■■')
    expect(JSON.stringify(lines)).not.toContain('070-123')

    const looked: Said[] = []
    const find = (said: Said) => void looked.push(said)
    const other = await talk({}, { crisis: { find, answer: unused, besides: unused } })
    await other.say(text)
    expect(looked).toEqual([{ kind: 'text', text }])
  })

  it('in the field of a card', async () => {
    const { press } = await talk()
    const { outcomes } = await press({ verb: 'district.tell', service: 'preschool-apply', area: 'hjälp han slår mig' })
    expect(outcomes).toEqual(['crisis'])
  })

  it('in the words that come with a file', async () => {
    const { hear } = await talk()
    const files = [{ name: 'bild.png', contentType: 'image/png', bytes: 1 }]
    expect((await hear({ kind: 'files', text: 'så här ser jag ut när min man har slagit mig', files })).outcomes).toEqual([
      'crisis',
    ])
  })

  it('but a button of ours that is about violence is a button, and an id that looks like words is an id', () => {
    const handOff = 'a71d4f21-c7bb-4ae1-87ee-f11812f8799e'
    const press = { verb: 'life-situation', id: 'hard-times-at-home', handOff, note: 'hej', more: ['igen', 7, null] }
    expect(writtenIn({ kind: 'press', press, trigger: 'manual' }, content)).toEqual(['hej', 'igen'])
  })

  it('in the language that the person has chosen', async () => {
    const { say, press } = await talk()
    await press({ verb: 'language.choose', language: 'en' })
    const { texts, cards } = await say('min man slår mig')
    expect([texts[0], cards[0]?.lang]).toEqual([answerIn('sv'), 'en'])
  })

  describe('what the message asks besides', () => {
    /** A bot whose only skill answers everything with one card, as sure as it is told to be. */
    const sure = (score: number, asked: Said[] = []) => {
      const answer: Answer = {
        outcome: 'answer',
        text: 'Ansök här',
        cards: [{ type: 'AdaptiveCard', version: '1.5', body: [] }],
        suggestions: [{ title: 'Nej, inte det', press: { verb: 'not-that' } }],
        results: [{ id: 'preschool-apply', kind: 'service', score }],
      }
      const only = skill<true>({
        name: 'only',
        match: () => true,
        answer: (turn) => {
          asked.push(turn.said)
          turn.reply(answer)
        },
      })
      const answering = { content, index: '', skills: [only], detectLanguage: () => 'sv' }
      return { answering: () => answering }
    }

    it('is answered after it, in the same turn, without buttons', async () => {
      const asked: Said[] = []
      const { say } = await talk({}, sure(0.9, asked))
      const { labels, outcomes, buttons } = await say('Min man slår mig. Hur ansöker jag om förskola?')
      expect(asked).toEqual([{ kind: 'text', text: 'Hur ansöker jag om förskola' }])
      expect(outcomes).toEqual(['crisis', 'answer'])
      expect(labels.map(({ part }) => part)).toEqual([
        { n: 1, of: 2 },
        { n: 2, of: 2 },
      ])
      expect(new Set(labels.map(({ turn }) => turn)).size).toBe(1)
      expect(buttons).toEqual([])
    })

    it.each([
      ['when the answer is not sure', 'Min man slår mig. Hur ansöker jag om förskola?', 0.5],
      ['when it asks nothing else', 'Min man slår mig', 0.9],
      ['when too little is left to be a question', 'Min man slår mig, snälla hjälp', 0.9],
    ])('is not answered %s', async (_, text, score) => {
      const { say } = await talk({}, sure(score))
      expect((await say(text)).outcomes).toEqual(['crisis'])
    })
  })

  it('and an ordinary question is no crisis', async () => {
    const { say } = await talk()
    for (const text of ['när dör man som kund', 'slå ihop två lägenheter', 'vi ska ha barn och behöver förskola'])
      expect((await say(text)).outcomes).not.toContain('crisis')
  })
})

describe('after a crisis', () => {
  const hidden = async ({ stores, key }: Awaited<ReturnType<typeof talk>>) => {
    const row = await stores.conversations.find(key)
    return row && [hiddenIn(row), row.seq]
  }

  it('nothing up to its answer is shown on a new page, whatever is said later, and new words are', async () => {
    const conversation = await talk()
    await conversation.say('vi ska ha barn och behöver förskola')
    expect((await hidden(conversation))?.[0]).toBe(0)
    await conversation.say('min man slår mig')
    expect(await hidden(conversation)).toEqual([4, 4])
    await conversation.say('börja om')
    expect(await hidden(conversation)).toEqual([4, 6])
    await conversation.say('jag vill dö')
    expect(await hidden(conversation)).toEqual([8, 8])
  })

  it('everything is hidden when the state cannot be read', () => {
    expect(hiddenIn({ state: { v: 1, shown: 'not a list' }, seq: 7 })).toBe(7)
  })

  it('the question before it is not gone on with', async () => {
    const { say, key, stores } = await talk()
    await say('vi ska ha barn och behöver förskola')
    await say('min man slår mig')
    const state = remembered((await stores.conversations.find(key))?.state)
    expect([state.question, state.shown, state.asksDistrictFor]).toEqual([undefined, [], undefined])
  })
})

describe('when something is broken', () => {
  const gone = () => Promise.reject(new Error('the database is gone'))
  const never = () => new Promise<never>(() => undefined)
  const failing = (change: Partial<ConversationStore>) => {
    const stores = memoryStores()
    const broken = { is: true }
    const { load, commit } = stores.conversations
    const conversations = {
      load: (...given: Parameters<typeof load>) => (broken.is && change.load ? change.load(...given) : load(...given)),
      commit: (...given: Parameters<typeof commit>) => (broken.is && change.commit ? change.commit(...given) : commit(...given)),
    }
    return { conversations, broken, stores }
  }

  it.each([
    ['cannot be read', { load: gone }],
    ['cannot be written', { commit: gone }],
    ['never answers', { load: never }],
    ['never finishes writing', { commit: never }],
  ])('the answer is given although the database %s', async (_, change) => {
    const { say } = await talk({}, { conversations: failing(change).conversations, turnTimeout: 20 })
    const { received, outcomes, texts, ids } = await say('min man slår mig')
    expect(received.kind).toBe('failed')
    expect([outcomes, texts, ids[0]]).toEqual([['crisis'], [answerIn('sv')], '112'])
  })

  it('the answer is given although nothing else can answer', async () => {
    const broken = (): never => {
      throw new Error('the index was never built')
    }
    const { say } = await talk({}, { answering: broken })
    expect((await say('min man slår mig')).outcomes).toEqual(['crisis'])
  })

  it('the answer is given alone although a skill throws', async () => {
    const match = (): never => {
      throw new Error('broken')
    }
    const broken = skill<never>({ name: 'broken', match, answer: unused })
    const answering = { content, index: '', skills: [broken], detectLanguage: () => 'sv' }
    const { say } = await talk({}, { answering: () => answering })
    const { received, outcomes } = await say('Min man slår mig. Vi ska ha barn och behöver förskola')
    expect([received.kind, outcomes]).toEqual(['answered', ['crisis']])
  })

  it('that it happened is stored later, without a word of it', async () => {
    const { conversations, broken, stores } = failing({ load: gone })
    const { say, key } = await talk({}, { conversations })
    await say('min man slår mig')
    broken.is = false
    expect(await stores.conversations.find(key)).toBeUndefined()
    await say('vi ska ha barn och behöver förskola', 'later')
    // Counted beside the turn that showed that the database is back.
    await new Promise((next) => setImmediate(next))
    const row = await stores.conversations.find(key)
    expect([row?.version, row && hiddenIn(row)]).toEqual([2, 2])
    expect(JSON.stringify(await stores.conversations.activities(key, 0))).not.toContain('slår')
  })

  it('what was slow and failed after all is stored later too', async () => {
    const { conversations, broken, stores } = failing({
      load: () => new Promise((_, reject) => fails.push(() => reject(new Error('the database is gone')))),
    })
    const fails: (() => void)[] = []
    const { say, key } = await talk({}, { conversations, turnTimeout: 20 })
    expect((await say('min man slår mig')).outcomes).toEqual(['crisis'])
    broken.is = false
    fails.forEach((fail) => fail())
    await new Promise((next) => setImmediate(next))
    await say('börja om')
    await new Promise((next) => setImmediate(next))
    expect((await stores.conversations.find(key))?.version).toBe(2)
  })

  it('what was slow and came through after all is stored once, under the id that was shown', async () => {
    const stores = memoryStores()
    const release: (() => void)[] = []
    const { load, commit } = stores.conversations
    const slow: typeof commit = async (turn) => {
      await new Promise<void>((resolve) => release.push(resolve))
      return commit(turn)
    }
    const { say, key } = await talk({}, { conversations: { load, commit: slow }, turnTimeout: 20 })
    const id = randomUUID()
    const first = await say('min man slår mig', id)
    release.forEach((go) => go())
    await new Promise((next) => setImmediate(next))
    const again = await say('min man slår mig', id)
    expect([first.received.kind, again.received.kind]).toEqual(['failed', 'answered'])
    const shown = [first, again].map(({ received }) => ('outgoing' in received ? received.outgoing.map((one) => one.id) : []))
    expect(shown[0]).toEqual(shown[1])
    expect(await stores.conversations.activities(key, 0)).toHaveLength(2)
  })
})
