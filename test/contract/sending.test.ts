import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { ConversationKey } from '../../bot/domain/conversations/conversation.js'
import { bucketsOf, TEAMS_LIMITS } from '../../bot/domain/conversations/send-budget.js'
import type { Mail } from '../../bot/domain/mail.js'
import type { Stores } from '../../bot/store/stores.js'
import { aBotLine, aCommit, aKey, unique } from '../fixtures/a-commit.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

describe.each(everyKindOfStores)('in $name', ({ open }) => {
  let opened: OpenStores
  let stores: Stores
  beforeAll(async () => {
    opened = await open()
    stores = opened.stores
  })
  afterAll(() => opened.close())

  const at = new Date('2026-03-01T10:00:00.250Z')
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
  const called = async (changes: Partial<ConversationKey> = {}) => {
    const key = aKey({ channel: unique('channel'), ...changes })
    await stores.conversations.commit(
      aCommit({ key, delivered: false, returnAddress: { to: 'somebody' }, turn: { ...aCommit().turn, at } }),
    )
    return key
  }
  const unsent = async (key: ConversationKey, when = at) =>
    (await stores.conversations.takeUndelivered(key.channel, when, 1))?.activities

  describe('lines that are appended', () => {
    it('count on from the last, are read and sent in order, and touch no version', async () => {
      const key = await called()
      const [one, other] = [aBotLine(), aBotLine()]
      expect(await stores.lines.append(key, [{ activity: one }, { activity: other }], at)).toEqual({ seqs: [3, 4] })
      expect(await stores.conversations.activities(key, 2)).toEqual([
        { seq: 3, activity: one },
        { seq: 4, activity: other },
      ])
      expect(await stores.conversations.find(key)).toMatchObject({ version: 1, seq: 4 })
      expect((await unsent(key))?.map(({ seq }) => seq)).toEqual([2, 3, 4])
    })

    it('are there once, however often and by how many they are appended', async () => {
      const key = await called()
      const line = { activity: aBotLine() }
      const appended = await Promise.all(Array.from({ length: 6 }, () => stores.lines.append(key, [line], at)))
      expect(appended).toEqual(Array.from({ length: 6 }, () => ({ seqs: [3] })))
      expect(await stores.lines.append(key, [{ activity: aBotLine() }, line], at)).toEqual({ seqs: [4, 3] })
      expect(await stores.conversations.find(key)).toMatchObject({ seq: 4 })
    })

    it('wake those who show or send them', async () => {
      const key = await called()
      const heard = new Promise((resolve) =>
        stores.waking.onActivity((woken) => woken !== '*' && woken.channel === key.channel && resolve(woken)),
      )
      await stores.lines.append(key, [{ activity: aBotLine() }], at)
      expect(await heard).toEqual(key)
    })

    it('are not sent where nobody is called, and refused where nobody is any more', async () => {
      const here = aKey({ channel: unique('channel') })
      await stores.conversations.commit(aCommit({ key: here }))
      await stores.lines.append(here, [{ activity: aBotLine() }], at)
      expect(await unsent(here)).toBeUndefined()
      await stores.conversations.commit(aCommit({ key: here, expects: 1, end: true }))
      expect(await stores.lines.append(here, [{ activity: aBotLine() }], at)).toBe('gone')
      expect(await stores.lines.append(aKey(), [{ activity: aBotLine() }], at)).toBe('gone')
    })

    it('are edits of the line that was meant first, with the id that the channel gave it', async () => {
      const key = await called()
      await unsent(key)
      await stores.conversations.markSent(key, [2], { line: 2, id: 'their id' })
      await stores.conversations.release(key, {})
      const lines = [{ activity: aBotLine(), edits: 2 }]
      await stores.lines.append(key, lines, at)
      await stores.lines.append(key, [{ activity: aBotLine(), edits: 3 }], at)
      const edits = { seq: 2, id: 'their id' }
      expect(await unsent(key)).toMatchObject([
        { seq: 3, edits },
        { seq: 4, edits },
      ])
    })
  })

  describe('what could not be sent', () => {
    it('is not tried again, and is there until a person has seen it', async () => {
      const key = await called()
      await stores.conversations.giveUp(key, [2], 'refused', later(1))
      await stores.conversations.giveUp(key, [2], 'refused', later(2))
      expect(await unsent(key)).toBeUndefined()
      const mine = async () =>
        (await stores.sendFailures.unseen(1000)).filter(({ what }) => what.kind === 'line' && what.key.channel === key.channel)
      const failures = await mine()
      expect(failures).toMatchObject([{ at: later(1), why: 'refused', what: { kind: 'line', key, seq: 2 } }])
      const before = await stores.sendFailures.countUnseen()
      await stores.sendFailures.seen(failures[0]?.id ?? '', later(3))
      expect([await mine(), await stores.sendFailures.countUnseen()]).toEqual([[], before - 1])
    })

    it('is told once for all lines to an address that is parked', async () => {
      const key = await called()
      await stores.lines.append(key, [{ activity: aBotLine() }], at)
      await stores.conversations.park(key, 'writes-blocked', at)
      const mine = (await stores.sendFailures.unseen(1000)).filter(
        ({ what }) => what.kind === 'line' && what.key.channel === key.channel,
      )
      expect(mine).toMatchObject([{ why: 'writes-blocked', what: { seq: 2 } }])
      await stores.lines.append(key, [{ activity: aBotLine() }], at)
      expect(await unsent(key, later(60))).toBeUndefined()
    })
  })

  describe('a mail', () => {
    const aMail = (changes: Partial<Mail> = {}): Mail => ({
      key: unique('mail'),
      to: 'anna@example.org',
      subject: 'Vi hör av oss – å, ä, ö',
      text: 'Hej',
      ...changes,
    })
    // Others' mails must not be in the way: every test takes all that is due.
    const takeAll = async (when: Date) => {
      const taken = []
      for (let mail; (mail = await stores.mails.take(when, 60));) taken.push(mail)
      return taken
    }

    it('is kept whole until somebody takes it, and the same key is kept once', async () => {
      const attachments = [{ name: 'Plan å.pdf', contentType: 'application/pdf', content: Uint8Array.of(0, 255, 10) }]
      const mail = aMail({ html: '<p>Hej</p>', attachments, about: 'hand-off 1' })
      await stores.mails.put(mail, at)
      await stores.mails.put({ ...mail, subject: 'again' }, later(1))
      expect((await takeAll(later(2))).filter(({ key }) => key === mail.key)).toEqual([{ ...mail, at, tries: 0 }])
      expect(await takeAll(later(61))).toEqual([])
      expect((await takeAll(later(62))).map(({ key }) => key)).toContain(mail.key)
      await stores.mails.sent(mail.key)
      await stores.mails.put(mail, later(63))
      expect((await takeAll(later(1000))).map(({ key }) => key)).not.toContain(mail.key)
    })

    it('goes to one sender only', async () => {
      await takeAll(later(5000))
      await stores.mails.put(aMail(), later(5000))
      const takers = await Promise.all(Array.from({ length: 4 }, () => stores.mails.take(later(5001), 60)))
      expect(takers.filter(Boolean)).toHaveLength(1)
    })

    it('waits and counts its failures, and is a failure to be seen when it is given up', async () => {
      const mail = aMail({ about: 'hand-off 2' })
      await stores.mails.put(mail, at)
      await takeAll(later(9000))
      await stores.mails.tryLater(mail.key, later(9500))
      expect((await takeAll(later(9499))).map(({ key }) => key)).not.toContain(mail.key)
      expect((await takeAll(later(9500))).find(({ key }) => key === mail.key)).toMatchObject({ tries: 1 })
      const waiting = await stores.mails.countWaiting()
      await stores.mails.giveUp(mail.key, 'too-long', later(9501))
      await stores.mails.giveUp(mail.key, 'too-long', later(9502))
      expect(await stores.mails.countWaiting()).toBe(waiting - 1)
      const failures = (await stores.sendFailures.unseen(1000)).filter(
        ({ what }) => what.kind === 'mail' && what.mail === mail.key,
      )
      expect(failures).toMatchObject([{ why: 'too-long', what: { about: 'hand-off 2' } }])
    })

    it('is deleted with its failure when their time is up, and then not known any more', async () => {
      const longAgo = (day: string) => new Date(`2020-01-${day}T00:00:00Z`)
      const [old, older] = [aMail(), aMail()]
      await stores.mails.put(old, longAgo('02'))
      await stores.mails.put(older, longAgo('01'))
      for (const { key } of [old, older]) await stores.mails.giveUp(key, 'refused', longAgo('03'))
      await stores.mails.deleteExpired(longAgo('02'))
      for (const mail of [old, older]) await stores.mails.put(mail, longAgo('04'))
      expect((await takeAll(longAgo('05'))).map(({ key }) => key)).toEqual([older.key])
      const mine = async () => (await stores.sendFailures.unseen(1000)).filter(({ at: failed }) => failed < longAgo('06')).length
      await stores.sendFailures.deleteExpired(longAgo('03'))
      expect(await mine()).toBe(2)
      await stores.sendFailures.deleteExpired(longAgo('04'))
      expect(await mine()).toBe(0)
    })

    it('wakes the one who sends', async () => {
      const heard = new Promise<void>((resolve) => stores.waking.onMail(resolve))
      await stores.mails.put(aMail(), at)
      await heard
    })
  })

  describe('the budget', () => {
    const tooMany = (sent: readonly number[], { most, seconds }: { most: number; seconds: number }) =>
      sent.some((time, first) => sent[first + most] !== undefined && sent[first + most]! - time < seconds * 1000)

    it('holds more than no limit of Teams in any window, with two senders and any bursts', async () => {
      const step = fc.record({ gap: fc.constantFrom(0, 0, 1, 40, 300, 1000, 2500), sender: fc.integer({ min: 0, max: 1 }) })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 90 }), async (steps) => {
          const tenant = unique('tenant')
          const threads = [aKey(), aKey()]
          const sent = threads.map((): number[] => [])
          let now = at.getTime()
          for (const { gap, sender } of steps) {
            now += gap
            // Both may be at the same thread for a moment, by different clocks.
            const thread = threads[sender]!
            const buckets = bucketsOf(thread, tenant)
            const waits = await Promise.all([
              stores.budget.take(buckets, new Date(now)),
              stores.budget.take(buckets, new Date(now - 20)),
            ])
            for (const wait of waits) if (wait === 0) sent[sender]!.push(now)
          }
          for (const limit of TEAMS_LIMITS.thread) expect(sent.map((times) => tooMany(times, limit))).toEqual([false, false])
          const all = sent.flat().sort((one, other) => one - other)
          for (const limit of TEAMS_LIMITS.tenant) expect(tooMany(all, limit)).toBe(false)
          expect(all.length).toBeGreaterThanOrEqual(5)
        }),
        { numRuns: 25 },
      )
    })

    it('is never above the limit of the hour, however long one goes on', async () => {
      const buckets = bucketsOf(aKey())
      const sent: number[] = []
      for (let now = at.getTime(); sent.length < 2000;) {
        const wait = await stores.budget.take(buckets, new Date(now))
        if (wait === 0) sent.push(now)
        else now += wait
      }
      for (const limit of TEAMS_LIMITS.thread) expect(tooMany(sent, limit)).toBe(false)
    })

    it('says how long to wait, and is right', async () => {
      const buckets = bucketsOf(aKey(), unique('tenant'))
      const takes = []
      for (let taken = 0; taken < 6; taken++) takes.push(await stores.budget.take(buckets, at))
      expect(takes.slice(0, 5)).toEqual([0, 0, 0, 0, 0])
      const wait = takes[5] ?? 0
      expect(await stores.budget.take(buckets, new Date(at.getTime() + wait - 2))).toBeGreaterThan(0)
      expect(await stores.budget.take(buckets, new Date(at.getTime() + wait))).toBe(0)
    })

    it('forgets buckets that are full again', async () => {
      const buckets = bucketsOf(aKey())
      const empty = async (when: Date) => {
        for (let taken = 0; taken < 5; taken++) await stores.budget.take(buckets, when)
        return (await stores.budget.take(buckets, when)) > 0
      }
      const long = new Date('2020-01-01T00:00:00Z')
      expect(await empty(long)).toBe(true)
      await stores.budget.deleteUnused(long)
      expect(await stores.budget.take(buckets, long)).toBeGreaterThan(0)
      await stores.budget.deleteUnused(new Date(long.getTime() + 1))
      expect(await stores.budget.take(buckets, long)).toBe(0)
    })

    it('takes from no bucket when one of them is empty', async () => {
      const tenant = unique('tenant')
      const [busy, other] = [bucketsOf(aKey(), tenant), bucketsOf(aKey(), tenant)]
      for (let taken = 0; taken < 9; taken++) await stores.budget.take(busy, at)
      const takes = []
      for (let taken = 0; taken < 4; taken++) takes.push(await stores.budget.take(other, at))
      expect(takes).toEqual([0, 0, 0, 0])
    })
  })
})
