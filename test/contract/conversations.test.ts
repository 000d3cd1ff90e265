import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Commit, ConversationKey, ConversationStore } from '../../bot/domain/conversations/conversation.js'
import { freshState, hiddenIn } from '../../bot/domain/conversations/state.js'
import { aBotLine, aCommit, aKey, aPersonsLine, linesOf, unique } from '../fixtures/a-commit.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

describe.each(everyKindOfStores)('conversations in $name', ({ open }) => {
  let opened: OpenStores
  let store: ConversationStore
  beforeAll(async () => {
    opened = await open()
    store = opened.stores.conversations
  })
  afterAll(() => opened.close())

  /** Tries again for as long as others come first, as a turn does. */
  const commitAfterLoading = async (key: ConversationKey, changes: Partial<Commit>): Promise<{ seq: number }> => {
    const { conversation } = await store.load(key, unique('other'))
    const result = await store.commit(aCommit({ key, ...changes, expects: conversation?.version ?? 0 }))
    return result === 'conflict' ? commitAfterLoading(key, changes) : result
  }

  describe('a turn', () => {
    it('finds nothing in a conversation that nobody began', async () => {
      const key = aKey()
      expect(await store.load(key, 'first')).toEqual({})
      expect(await store.find(key)).toBeUndefined()
      expect(await store.activities(key, 0)).toEqual([])
    })

    it('is kept in order, the person’s own line first', async () => {
      const turn = aCommit({
        inbound: { key: 'one', activity: aPersonsLine({ id: 'asked' }) },
        outgoing: [aBotLine({ id: 'first' }), aBotLine({ id: 'second' })],
      })
      expect(await store.commit(turn)).toEqual({ seq: 3 })
      const { conversation } = await store.load(turn.key, 'two')
      expect(conversation).toEqual({ ...turn.key, version: 1, seq: 3, state: turn.state, keeping: 'ordinary', ended: false })
      expect(await store.find(turn.key)).toEqual(conversation)
      expect(await store.activities(turn.key, 0)).toEqual([
        { seq: 1, activity: turn.inbound.activity },
        { seq: 2, activity: turn.outgoing[0] },
        { seq: 3, activity: turn.outgoing[1] },
      ])
    })

    it('counts on from the turn before', async () => {
      const first = aCommit()
      await store.commit(first)
      const second = aCommit({ key: first.key, expects: 1, inbound: { key: unique('press') } })
      expect(await store.commit(second)).toEqual({ seq: 3 })
      expect(await store.activities(first.key, 2)).toEqual([{ seq: 3, activity: second.outgoing[0] }])
      expect(await store.activities(first.key, 0, 1)).toEqual([{ seq: 1, activity: first.inbound.activity }])
    })

    it('is stored beside the turns of other conversations that come at the same moment, each with its own end', async () => {
      const taken = aCommit()
      await store.commit(taken)
      const repeated = aCommit({ key: taken.key, expects: 1, inbound: taken.inbound })
      const impossible = aCommit({ outgoing: [aBotLine({ id: 'same' }), aBotLine({ id: 'same' })] })
      const good = Array.from({ length: 20 }, () => aCommit())
      const ends = await Promise.allSettled(
        [...good.slice(0, 7), repeated, ...good.slice(7, 14), impossible, ...good.slice(14)].map((turn) => store.commit(turn)),
      )
      expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : 'failed'))).toEqual([
        ...good.slice(0, 7).map(() => ({ seq: 2 })),
        'conflict',
        ...good.slice(7, 14).map(() => ({ seq: 2 })),
        'failed',
        ...good.slice(14).map(() => ({ seq: 2 })),
      ])
      for (const { key, inbound, outgoing } of good)
        expect(await linesOf(store, key)).toEqual([inbound.activity?.id, outgoing[0]?.id])
      expect(await store.find(impossible.key)).toBeUndefined()
    })

    it('hides all that was said until then, also what somebody else said since it was read', async () => {
      const first = aCommit()
      await store.commit(first)
      const { key } = first
      // The turn has read two lines; then the desk writes three.
      const others = [aBotLine(), aBotLine(), aBotLine()]
      await opened.stores.lines.append(
        key,
        others.map((activity) => ({ activity })),
        first.turn.at,
      )
      const crisis = aCommit({ key, expects: 1, state: { ...freshState(), hiddenUpTo: 4 }, hides: true })
      expect(await store.commit(crisis)).toEqual({ seq: 7 })
      expect(hiddenIn((await store.find(key))!)).toBe(7)
      expect(await store.commit(aCommit({ key: aKey(), state: { ...freshState(), hiddenUpTo: 2 }, hides: true }))).toEqual({
        seq: 2,
      })
    })

    it('stores a turn without any lines', async () => {
      const turn = aCommit({ inbound: { key: 'silent' }, outgoing: [] })
      expect(await store.commit(turn)).toEqual({ seq: 0 })
      expect((await store.load(turn.key, 'silent')).duplicate).toEqual({ turn: turn.turn.id, outgoing: [] })
    })

    it('gives back every character that people write', async () => {
      const anything = fc.string({
        unit: fc.oneof(
          fc.constantFrom('\u0000', '\ud800', '\u202e', '\\u0000', '"', "'", '\\', '{', ','),
          fc.string({ unit: 'binary' }),
        ),
      })
      await fc.assert(
        fc.asyncProperty(anything, async (text) => {
          const turn = aCommit({
            inbound: { key: 'one', activity: aPersonsLine({ text }) },
            outgoing: [aBotLine({ text, value: { text } })],
          })
          await store.commit({ ...turn, state: { ...turn.state, question: text } })
          const lines = await store.activities(turn.key, 0)
          expect(lines.map(({ activity }) => activity.text)).toEqual([text, text])
          expect((await store.load(turn.key, 'one')).duplicate?.outgoing).toEqual(turn.outgoing)
          expect((await store.find(turn.key))?.state).toEqual({ ...turn.state, question: text })
        }),
        { numRuns: 30 },
      )
    })
  })

  describe('the same thing twice', () => {
    it('is answered with what was stored', async () => {
      const turn = aCommit({
        inbound: { key: 'once', activity: aPersonsLine({ id: 'asked' }) },
        response: { status: 200, body: { n: 1 } },
      })
      await store.commit(turn)
      await store.commit(aCommit({ key: turn.key, expects: 1 }))
      const { duplicate } = await store.load(turn.key, 'once')
      expect(duplicate).toEqual({ turn: turn.turn.id, outgoing: turn.outgoing, response: turn.response, inboundId: 'asked' })
    })

    it('is known by whatever key a client thinks of', async () => {
      const keys = ['\u0000', '\u0000\u0000', '\ud83d\ude00', ' ', 'x'.repeat(10_000), 'x'.repeat(10_001)]
      const key = aKey()
      for (const inbound of keys) await commitAfterLoading(key, { inbound: { key: inbound }, response: { inbound } })
      const loaded = await Promise.all(keys.map((inbound) => store.load(key, inbound)))
      expect(loaded.map(({ duplicate }) => duplicate?.response)).toEqual(keys.map((inbound) => ({ inbound })))
    })

    it('is not the same in another conversation', async () => {
      await store.commit(aCommit({ inbound: { key: 'shared' } }))
      const other = aCommit({ inbound: { key: 'shared' } })
      expect(await store.commit(other)).toEqual({ seq: 1 })
    })

    it('is refused when a turn that saw neither stores the second', async () => {
      const turn = aCommit({ inbound: { key: 'once' } })
      await store.commit(turn)
      expect(await store.commit(aCommit({ key: turn.key, expects: 1, inbound: { key: 'once' } }))).toBe('conflict')
    })
  })

  describe('somebody else first', () => {
    it('refuses a turn on top of another version, and keeps nothing of it', async () => {
      const turn = aCommit()
      await store.commit(turn)
      const late = aCommit({ key: turn.key, expects: 0, inbound: { key: 'late' } })
      expect(await store.commit(late)).toBe('conflict')
      expect(await store.commit({ ...late, expects: 2 })).toBe('conflict')
      expect((await store.load(turn.key, 'late')).duplicate).toBeUndefined()
      expect(await linesOf(store, turn.key)).toHaveLength(2)
    })

    it('does not begin a conversation anew that was there and is gone', async () => {
      const turn = aCommit({ expects: 4 })
      expect(await store.commit(turn)).toBe('conflict')
      expect(await store.find(turn.key)).toBeUndefined()
    })

    it('refuses everything after the end', async () => {
      const turn = aCommit({ end: true })
      await store.commit(turn)
      expect((await store.find(turn.key))?.ended).toBe(true)
      expect(await store.commit(aCommit({ key: turn.key, expects: 1 }))).toBe('conflict')
    })

    it('lets exactly one of many begin a conversation', async () => {
      const key = aKey()
      const results = await Promise.all(Array.from({ length: 8 }, () => store.commit(aCommit({ key }))))
      expect(results.filter((result) => result !== 'conflict')).toEqual([{ seq: 2 }])
      expect(await linesOf(store, key)).toHaveLength(2)
    })

    it('lets exactly one of two go on with it', async () => {
      const key = aKey()
      await store.commit(aCommit({ key }))
      const results = await Promise.all([store.commit(aCommit({ key, expects: 1 })), store.commit(aCommit({ key, expects: 1 }))])
      expect(results.filter((result) => result === 'conflict')).toHaveLength(1)
    })

    it('numbers every line once and in turn, however turns are mixed', async () => {
      const sizes = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 })
      await fc.assert(
        fc.asyncProperty(sizes, async (answers) => {
          const key = aKey()
          const turns = answers.map((count) => ({
            inbound: { key: unique('inbound'), activity: aPersonsLine() },
            outgoing: Array.from({ length: count }, () => aBotLine()),
          }))
          const ends = await Promise.all(turns.map((turn) => commitAfterLoading(key, turn)))
          const lines = await store.activities(key, 0, 1000)
          expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1))
          expect(lines).toHaveLength(turns.reduce((sum, { outgoing }) => sum + 1 + outgoing.length, 0))
          turns.forEach(({ inbound, outgoing }, index) => {
            const last = ends[index]?.seq ?? 0
            const own = lines.slice(last - outgoing.length - 1, last).map(({ activity }) => activity)
            expect(own).toEqual([inbound.activity, ...outgoing])
          })
        }),
        { numRuns: 15 },
      )
    })
  })

  describe('a transaction', () => {
    it('keeps all of what its writer did', async () => {
      const turn = aCommit()
      const seen = await store.write(async (writer) => {
        await writer.commit(turn)
        return writer.find(turn.key)
      })
      expect(seen?.seq).toBe(2)
      expect(await store.find(turn.key)).toEqual(seen)
    })

    it('keeps nothing when the work fails', async () => {
      const turn = aCommit()
      const failing = store.write(async (writer) => {
        await writer.commit(turn)
        throw new Error('changed my mind')
      })
      await expect(failing).rejects.toThrow('changed my mind')
      expect(await store.load(turn.key, turn.inbound.key)).toEqual({})
    })

    it('goes on after a conflict', async () => {
      const turn = aCommit()
      await store.commit(turn)
      const other = aCommit()
      const results = await store.write(async (writer) => [
        await writer.commit(aCommit({ key: turn.key, expects: 0 })),
        await writer.commit(other),
      ])
      expect(results).toEqual(['conflict', { seq: 2 }])
      expect(await linesOf(store, other.key)).toHaveLength(2)
    })
  })

  describe('a visitor', () => {
    it('starts an empty conversation once', async () => {
      const key = aKey()
      const start = { visitor: unique('visitor'), keeping: 'shared-computer' as const, at: new Date('2026-03-01T10:00:00Z') }
      expect(await store.start(key, start)).toEqual({ created: true })
      expect(await store.start(key, { ...start, keeping: 'ordinary' })).toEqual({ created: false })
      expect(await store.load(key, 'first')).toEqual({
        conversation: { ...key, version: 0, seq: 0, state: null, keeping: 'shared-computer', ended: false },
      })
      expect(await store.commit(aCommit({ key }))).toEqual({ seq: 2 })
      expect((await store.find(key))?.keeping).toBe('shared-computer')
    })

    it('changes how long the conversation is kept', async () => {
      const turn = aCommit({ keeping: 'ordinary' })
      await store.commit(turn)
      await store.keep(turn.key, 'shared-computer')
      expect((await store.find(turn.key))?.keeping).toBe('shared-computer')
      await store.commit(aCommit({ key: turn.key, expects: 1, keeping: 'ordinary' }))
      expect((await store.find(turn.key))?.keeping).toBe('ordinary')
    })

    it('comes back to the newest conversation that has not ended', async () => {
      const visitor = unique('visitor')
      const spoken = async (at: string, changes: Partial<Commit> = {}) => {
        const turn = aCommit({ visitor, turn: { at: new Date(at) }, ...changes })
        await store.commit(turn)
        return turn.key
      }
      expect(await store.latestOf(visitor)).toBeUndefined()
      await spoken('2026-03-01T10:00:00Z')
      const newest = await spoken('2026-03-03T10:00:00Z')
      await spoken('2026-03-02T10:00:00Z')
      await spoken('2026-03-04T10:00:00Z', { end: true })
      expect(await store.latestOf(visitor)).toEqual(newest)
    })

    it('keeps a conversation that another visitor got hold of', async () => {
      const visitor = unique('visitor')
      const turn = aCommit({ visitor })
      await store.commit(turn)
      await store.commit(aCommit({ key: turn.key, expects: 1, visitor: unique('visitor') }))
      expect(await store.latestOf(visitor)).toEqual(turn.key)
    })
  })

  describe('leave and clear', () => {
    const at = new Date('2026-03-01T11:00:00Z')

    it('deletes what was said at once, and ends the conversations', async () => {
      const visitor = unique('visitor')
      const turn = aCommit({ visitor, inbound: { key: 'once', activity: aPersonsLine() }, returnAddress: { to: 'somebody' } })
      const ended = aCommit({ visitor, end: true })
      const upload = {
        id: unique('upload'),
        key: turn.key,
        name: 'a.pdf',
        contentType: 'application/pdf',
        bytes: Uint8Array.of(1),
        at,
      }
      await Promise.all([store.commit(turn), store.commit(ended), opened.stores.uploads.save(upload)])

      expect(await store.forget(visitor, at)).toBe(2)
      expect(await store.latestOf(visitor)).toBeUndefined()
      expect([await linesOf(store, turn.key), await linesOf(store, ended.key)]).toEqual([[], []])
      expect(await opened.stores.uploads.find(upload.id)).toBeUndefined()
      const { conversation, duplicate } = await store.load(turn.key, 'once')
      expect(conversation).toMatchObject({ ended: true, state: null })
      expect(duplicate).toBeUndefined()
      expect(await store.forget(visitor, at)).toBe(0)
    })

    it('leaves everybody else’s conversations alone', async () => {
      const other = aCommit({ visitor: unique('visitor') })
      await store.commit(other)
      await store.forget(unique('visitor'), at)
      expect(await linesOf(store, other.key)).toHaveLength(2)
    })

    it('refuses a turn that was under way', async () => {
      const visitor = unique('visitor')
      const turn = aCommit({ visitor })
      await store.commit(turn)
      await store.forget(visitor, at)
      const underWay = aCommit({ key: turn.key, expects: 1, visitor })
      expect(await store.commit(underWay)).toBe('conflict')
      expect(await store.commit({ ...underWay, expects: 0 })).toBe('conflict')
    })

    it('leaves no line behind, whether a turn comes just before or just after', async () => {
      for (let round = 0; round < 10; round++) {
        const visitor = unique('visitor')
        const turn = aCommit({ visitor })
        await store.commit(turn)
        await Promise.all([store.commit(aCommit({ key: turn.key, expects: 1 })), store.forget(visitor, at)])
        expect(await linesOf(store, turn.key)).toEqual([])
      }
    })
  })

  describe('the schedule', () => {
    // Longer ago than everything else in this suite, so that only these are past their time.
    const longAgo = (time: string) => new Date(`2001-01-01T${time}Z`)
    const limits = {
      ordinaryBefore: longAgo('10:00:00.000'),
      sharedBefore: longAgo('12:00:00.000'),
      uploadsBefore: longAgo('11:00:00.000'),
      countersBefore: longAgo('13:00:00.000'),
    }
    const spokenAt = async (time: string, changes: Partial<Commit> = {}) => {
      const turn = aCommit({ turn: { at: longAgo(time) }, ...changes })
      await store.commit(turn)
      return turn.key
    }
    const uploadedAt = async (time: string, key: ConversationKey) => {
      const upload = {
        id: unique('upload'),
        key,
        name: 'a.png',
        contentType: 'image/png',
        bytes: Uint8Array.of(1),
        at: longAgo(time),
      }
      await opened.stores.uploads.save(upload)
      return upload.id
    }

    it('deletes exactly what is past its time', async () => {
      const old = await spokenAt('09:59:59.999')
      const kept = await spokenAt('10:00:00.000')
      const sharedOld = await spokenAt('11:59:59.999', { keeping: 'shared-computer' })
      const sharedKept = await spokenAt('12:00:00.000', { keeping: 'shared-computer' })
      const goneWithIt = await uploadedAt('11:30:00.000', old)
      const oldUpload = await uploadedAt('10:59:59.999', kept)
      const keptUpload = await uploadedAt('11:00:00.000', kept)

      expect(await store.deleteExpired(limits)).toEqual({ conversations: 2, uploads: 2 })
      expect(await Promise.all([old, kept, sharedOld, sharedKept].map(async (key) => Boolean(await store.find(key))))).toEqual([
        false,
        true,
        false,
        true,
      ])
      expect([await linesOf(store, old), await linesOf(store, sharedOld)]).toEqual([[], []])
      expect(await linesOf(store, kept)).toHaveLength(2)
      const found = await Promise.all([goneWithIt, oldUpload, keptUpload].map((id) => opened.stores.uploads.find(id)))
      expect(found.map((upload) => upload?.id)).toEqual([undefined, undefined, keptUpload])
      expect(await store.deleteExpired(limits)).toEqual({ conversations: 0, uploads: 0 })
    })

    it('counts from the last message, and deletes the empty row of who left', async () => {
      const visitor = unique('visitor')
      const goesOn = await spokenAt('08:00:00.000')
      await spokenAt('10:30:00.000', { key: goesOn, expects: 1 })
      const left = await spokenAt('08:00:00.000', { visitor })
      await store.forget(visitor, longAgo('09:00:00.000'))
      expect(await store.deleteExpired(limits)).toEqual({ conversations: 1, uploads: 0 })
      expect([Boolean(await store.find(goesOn)), Boolean(await store.find(left))]).toEqual([true, false])
    })

    it('deletes a conversation that was started and never used', async () => {
      const key = aKey()
      await store.start(key, { keeping: 'ordinary', at: longAgo('09:00:00.000') })
      expect(await store.deleteExpired(limits)).toEqual({ conversations: 1, uploads: 0 })
    })

    it('forgets counters whose window has passed', async () => {
      const { rates } = opened.stores
      const [past, present] = [longAgo('12:59:00.000'), longAgo('13:00:00.000')]
      await rates.count('old', past, 60)
      await rates.count('new', present, 3600)
      await store.deleteExpired(limits)
      expect([await rates.count('old', past, 60), await rates.count('new', present, 3600)]).toEqual([1, 2])
    })
  })

  describe('the outbox', () => {
    const at = new Date('2026-03-01T10:00:00Z')
    const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
    /** A turn on a channel of its own, that is to be sent to its return address. */
    const toSend = (channel: string, changes: Partial<Commit> = {}) =>
      aCommit({ key: aKey({ channel }), returnAddress: { url: 'https://example.org' }, delivered: false, ...changes })

    it('takes the bot’s own lines, in order, with the address', async () => {
      const channel = unique('channel')
      const turn = toSend(channel, { outgoing: [aBotLine(), aBotLine()] })
      await store.commit(turn)
      expect(await store.takeUndelivered(channel, at, 30)).toEqual({
        ...turn.key,
        returnAddress: turn.returnAddress,
        activities: [
          { seq: 2, activity: turn.outgoing[0] },
          { seq: 3, activity: turn.outgoing[1] },
        ],
      })
    })

    it('has nothing to send when the answers went in the response, or nobody can be called', async () => {
      const channel = unique('channel')
      await store.commit(toSend(channel, { delivered: true }))
      await store.commit(toSend(channel, { returnAddress: undefined }))
      await store.commit(toSend(channel, { outgoing: [] }))
      await store.commit(toSend(unique('channel')))
      expect(await store.takeUndelivered(channel, at, 30)).toBeUndefined()
    })

    it('remembers the address of an earlier turn', async () => {
      const channel = unique('channel')
      const turn = toSend(channel, { delivered: true })
      await store.commit(turn)
      await store.commit(toSend(channel, { key: turn.key, expects: 1, returnAddress: undefined }))
      expect((await store.takeUndelivered(channel, at, 30))?.returnAddress).toEqual(turn.returnAddress)
    })

    it('gives a conversation to one sender at a time, until its lease is over', async () => {
      const channel = unique('channel')
      await store.commit(toSend(channel))
      const takers = await Promise.all(Array.from({ length: 4 }, () => store.takeUndelivered(channel, at, 30)))
      expect(takers.filter(Boolean)).toHaveLength(1)
      expect(await store.takeUndelivered(channel, later(29), 30)).toBeUndefined()
      expect(await store.takeUndelivered(channel, later(30), 30)).toBeDefined()
    })

    it('takes the one that has waited longest first', async () => {
      const channel = unique('channel')
      const late = toSend(channel, { turn: { ...aCommit().turn, at: later(2) } })
      const early = toSend(channel, { turn: { ...aCommit().turn, at: later(1) } })
      await store.commit(late)
      await store.commit(early)
      const taken = [await store.takeUndelivered(channel, later(3), 30), await store.takeUndelivered(channel, later(3), 30)]
      expect(taken.map((one) => one?.conversation)).toEqual([early.key.conversation, late.key.conversation])
    })

    it('sends no line again that was delivered', async () => {
      const channel = unique('channel')
      const turn = toSend(channel, { outgoing: [aBotLine(), aBotLine()] })
      await store.commit(turn)
      await store.takeUndelivered(channel, at, 30)
      await store.markSent(turn.key, [2])
      await store.release(turn.key, {})
      expect((await store.takeUndelivered(channel, at, 30))?.activities).toEqual([{ seq: 3, activity: turn.outgoing[1] }])
      await store.markSent(turn.key, [3])
      await store.release(turn.key, {})
      expect(await store.takeUndelivered(channel, at, 30)).toBeUndefined()
    })

    it('forgets no line that is being stored while an earlier one is marked as delivered', async () => {
      const channel = unique('channel')
      const first = toSend(channel)
      await store.commit(first)
      const second = toSend(channel, { key: first.key, expects: 1 })
      const marking = await store.write(async (writer) => {
        await writer.commit(second)
        const marked = store.markSent(first.key, [2])
        // Gives the other as much time as it needs to come to where it must wait.
        for (let question = 0; question < 50; question++) await writer.find(first.key)
        return { marked }
      })
      await marking.marked
      expect((await store.takeUndelivered(channel, at, 30))?.activities).toEqual([{ seq: 4, activity: second.outgoing[0] }])
    })

    it('does not send what went in a response between two that are to be sent', async () => {
      const channel = unique('channel')
      const first = toSend(channel)
      await store.commit(first)
      await store.commit(toSend(channel, { key: first.key, expects: 1, delivered: true }))
      const third = toSend(channel, { key: first.key, expects: 2 })
      await store.commit(third)
      expect((await store.takeUndelivered(channel, at, 30))?.activities.map(({ seq }) => seq)).toEqual([2, 6])
    })

    it('waits until the time that the channel asked for', async () => {
      const channel = unique('channel')
      const turn = toSend(channel)
      await store.commit(turn)
      await store.takeUndelivered(channel, at, 30)
      await store.release(turn.key, { retryAt: later(10) })
      expect(await store.takeUndelivered(channel, later(9), 30)).toBeUndefined()
      expect(await store.takeUndelivered(channel, later(10), 30)).toBeDefined()
    })

    it('gives up a dead address, until the person writes from a new one', async () => {
      const channel = unique('channel')
      const turn = toSend(channel)
      await store.commit(turn)
      await store.takeUndelivered(channel, at, 30)
      await store.park(turn.key, 'blocked', at)
      await store.commit(toSend(channel, { key: turn.key, expects: 1, returnAddress: undefined }))
      expect(await store.takeUndelivered(channel, later(60), 30)).toBeUndefined()

      const back = toSend(channel, { key: turn.key, expects: 2, returnAddress: { url: 'https://new.example.org' } })
      await store.commit(back)
      const taken = await store.takeUndelivered(channel, later(60), 30)
      expect(taken).toMatchObject({ returnAddress: back.returnAddress, activities: [{ seq: 6, activity: back.outgoing[0] }] })
    })
  })

  describe('waking', () => {
    /**
     * Everything heard until the conversation `last` is heard of. What earlier tests said may still be on its way: it is over
     * once the listener hears of a conversation of its own.
     */
    const heardUntil = async (end: ConversationKey) => {
      const start = aKey()
      let heard: unknown[] = []
      let begin = (): void => undefined
      let finish = (_heard: unknown[]): void => undefined
      const begun = new Promise<void>((resolve) => (begin = resolve))
      const finished = new Promise<unknown[]>((resolve) => (finish = resolve))
      const stop = opened.stores.waking.onActivity((key) => {
        if (key !== '*' && key.conversation === start.conversation) {
          heard = []
          return begin()
        }
        heard.push(key)
        if (key === '*' || key.conversation !== end.conversation) return
        stop()
        finish(heard)
      })
      await last(start)
      await begun
      return { heard: finished }
    }
    const last = async (key: ConversationKey) => store.commit(aCommit({ key }))

    it('tells of a conversation on the web, also when its answers went in the response', async () => {
      const [first, second] = [aKey(), aKey({ conversation: unique('with|a|bar') })]
      const { heard } = await heardUntil(second)
      await store.commit(aCommit({ key: first, delivered: true }))
      await last(second)
      expect(await heard).toEqual([first, second])
    })

    it('tells of another channel only what is still to be sent', async () => {
      const channel = unique('channel')
      const [inResponse, toSend, end] = [aKey({ channel }), aKey({ channel }), aKey()]
      const { heard } = await heardUntil(end)
      await store.commit(aCommit({ key: inResponse, delivered: true }))
      await store.commit(aCommit({ key: toSend, delivered: false, returnAddress: { to: 'x' } }))
      await last(end)
      expect(await heard).toEqual([toSend, end])
    })

    it('tells of nothing that was refused or taken back', async () => {
      const [taken, end] = [aKey(), aKey()]
      const { heard } = await heardUntil(end)
      await store.commit(aCommit({ key: taken }))
      await store.commit(aCommit({ key: taken, expects: 7 }))
      const failing = store.write(async (writer) => {
        await writer.commit(aCommit())
        throw new Error('changed my mind')
      })
      await expect(failing).rejects.toThrow()
      await store.write((writer) => writer.commit(aCommit({ key: end })))
      expect(await heard).toEqual([taken, end])
    })

    it('tells open pages that the person has left', async () => {
      const visitor = unique('visitor')
      const [key, end] = [aKey(), aKey()]
      const { heard } = await heardUntil(end)
      await store.commit(aCommit({ key, visitor }))
      await store.forget(visitor, new Date('2026-03-01T11:00:00Z'))
      await last(end)
      expect(await heard).toEqual([key, key, end])
    })
  })
})
