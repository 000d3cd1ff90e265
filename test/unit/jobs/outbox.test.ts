import { afterEach, describe, expect, it } from '@jest/globals'
import type { ConversationStore } from '../../../bot/domain/conversations/conversation.js'
import type { Parcel, Sent } from '../../../bot/domain/conversations/sending.js'
import { bucketsOf } from '../../../bot/domain/conversations/send-budget.js'
import { waitAfter } from '../../../bot/jobs/clock.js'
import { outbox } from '../../../bot/jobs/outbox.js'
import { silentLog } from '../../../bot/telemetry/log.js'
import { aBotLine, aCommit, aKey } from '../../fixtures/a-commit.js'
import { memoryStores } from '../../fixtures/memory-stores.js'

const START = new Date('2026-03-01T10:00:00Z')
const ADDRESS = { serviceUrl: 'http://127.0.0.1:9/' }
const sent: Sent = { kind: 'sent' }
const aTeamsKey = () => aKey({ channel: 'msteams' })

const started: { close(): Promise<void> }[] = []
afterEach(() => Promise.all(started.splice(0).map((job) => job.close())))

/** Every promise that can go on has gone on. */
const quiet = async () => {
  for (let turns = 0; turns < 50; turns++) await new Promise(setImmediate)
}

/** The outbox over memory, with a clock that only a test moves. `answers` are what the channel says, one a send, then "sent". */
function aRoom({
  answers = [] as Sent[],
  send,
  store = {},
}: { answers?: Sent[]; send?: (parcel: Parcel) => Promise<Sent>; store?: Partial<ConversationStore> } = {}) {
  const stores = memoryStores()
  const conversations = { ...stores.conversations, ...store }
  const clock = { at: START, waited: [] as number[], poll: () => undefined as void }
  const sends: string[] = []
  const start = () => {
    const job = outbox({
      conversations,
      budget: stores.budget,
      tenantOf: ({ tenant }) => (typeof tenant === 'string' ? tenant : undefined),
      channels: ['msteams'],
      waking: stores.waking,
      now: () => clock.at,
      log: silentLog,
      send: (parcel) => {
        sends.push(parcel.activity.text ?? '')
        return send ? send(parcel) : Promise.resolve(answers.shift() ?? sent)
      },
      clock: {
        every(_milliseconds, work) {
          clock.poll = work
          return () => (clock.poll = () => undefined)
        },
        async wait(milliseconds) {
          clock.waited.push(milliseconds)
          clock.at = new Date(clock.at.getTime() + milliseconds)
        },
        random: () => 1,
      },
    })
    started.push(job)
    return job
  }
  const say = (key: ReturnType<typeof aKey>, texts: string[], expects = 0) =>
    stores.conversations.commit(
      aCommit({ key, expects, delivered: false, returnAddress: ADDRESS, outgoing: texts.map((text) => aBotLine({ text })) }),
    )
  /** Moves the clock and lets the poll come round. */
  const later = async (seconds: number) => {
    clock.at = new Date(clock.at.getTime() + seconds * 1000)
    clock.poll()
    await quiet()
  }
  return { start, say, later, sends, clock, stores }
}

describe('the outbox', () => {
  it('sends what was stored before it started, in order, once', async () => {
    const { start, say, sends, later } = aRoom()
    await say(aTeamsKey(), ['ett', 'två', 'tre'])
    start()
    await quiet()
    await later(120)
    expect(sends).toEqual(['ett', 'två', 'tre'])
  })

  it('sends at once what is stored while it runs, on channels that it has not been told of too', async () => {
    const { start, say, sends } = aRoom()
    start()
    await quiet()
    await say(aTeamsKey(), ['hej'])
    await say(aKey({ channel: 'a-new-channel' }), ['hallå'])
    await quiet()
    expect(sends.sort()).toEqual(['hallå', 'hej'])
  })

  it('sends a handful at once, and then no faster than Teams takes them', async () => {
    const { start, say, sends, clock } = aRoom()
    start()
    await say(aTeamsKey(), ['1', '2', '3', '4', '5', '6', '7'])
    await quiet()
    expect(sends).toHaveLength(7)
    expect(clock.waited).toEqual([715, 714])
  })

  it('lets others go first when the hour of a conversation is used up', async () => {
    const { start, say, sends, later, stores, clock } = aRoom()
    const key = aTeamsKey()
    const hour = bucketsOf(key).filter(({ name }) => name.startsWith('hour'))
    for (let taken = 0; taken < 800; taken++) await stores.budget.take(hour, clock.at)
    start()
    await say(key, ['väntar'])
    await quiet()
    await say(aTeamsKey(), ['kommer fram'])
    await quiet()
    expect(sends).toEqual(['kommer fram'])
    await later(4)
    expect(sends).toEqual(['kommer fram', 'väntar'])
  })

  it('waits as many seconds as the channel says, then goes on where it stopped', async () => {
    const { start, say, sends, later } = aRoom({ answers: [sent, { kind: 'retry', afterSeconds: 17 }] })
    start()
    await say(aTeamsKey(), ['ett', 'två', 'tre'])
    await quiet()
    await later(16)
    expect(sends).toEqual(['ett', 'två'])
    await later(1)
    expect(sends).toEqual(['ett', 'två', 'två', 'tre'])
  })

  it('waits longer each time nothing is said, and begins anew once something was sent', async () => {
    const retry: Sent = { kind: 'retry' }
    const { start, say, sends, later } = aRoom({ answers: [retry, retry, sent, retry] })
    const key = aTeamsKey()
    start()
    await say(key, ['ett'])
    await quiet()
    await later(1)
    expect(sends).toHaveLength(1)
    await later(1)
    expect(sends).toHaveLength(2)
    await later(3)
    expect(sends).toHaveLength(2)
    await later(1)
    expect(sends).toHaveLength(3)
    await say(key, ['två'], 1)
    await quiet()
    await later(2)
    expect(sends).toEqual(['ett', 'ett', 'ett', 'två', 'två'])
  })

  it('does not let one conversation hold up the others', async () => {
    const { start, say, sends } = aRoom({ answers: [{ kind: 'retry', afterSeconds: 3600 }] })
    start()
    await say(aTeamsKey(), ['väntar'])
    await quiet()
    await say(aTeamsKey(), ['kommer fram'])
    await quiet()
    expect(sends).toEqual(['väntar', 'kommer fram'])
  })

  it('leaves out a message that will never be taken, and sends the next', async () => {
    const { start, say, sends, later } = aRoom({ answers: [{ kind: 'refused' }] })
    start()
    await say(aTeamsKey(), ['för stort', 'lagom'])
    await quiet()
    await later(600)
    expect(sends).toEqual(['för stort', 'lagom'])
  })

  it('stops writing to somebody who is gone, until they write again', async () => {
    const { start, say, sends, later } = aRoom({ answers: [{ kind: 'gone' }] })
    const key = aTeamsKey()
    start()
    await say(key, ['hej', 'är du där'])
    await quiet()
    await later(600)
    expect(sends).toEqual(['hej'])
    await say(key, ['välkommen åter'], 1)
    await quiet()
    expect(sends).toEqual(['hej', 'välkommen åter'])
  })

  it('tells a person, with the channel’s reason, of what cannot arrive', async () => {
    const { start, say, stores } = aRoom({ answers: [{ kind: 'gone', why: 'blocked' }, { kind: 'refused' }, sent] })
    const [blocked, refused] = [aTeamsKey(), aTeamsKey()]
    start()
    await say(blocked, ['hej', 'är du där'])
    await quiet()
    await say(refused, ['för stort', 'lagom'])
    await quiet()
    expect((await stores.sendFailures.unseen(10)).map(({ what, why }) => ({ what, why }))).toEqual([
      { what: { kind: 'line', key: blocked, seq: 2 }, why: 'blocked' },
      { what: { kind: 'line', key: refused, seq: 2 }, why: 'refused' },
    ])
  })

  it('gives up after a day of trying, tells a person, and goes on with what is newer', async () => {
    let isDown = true
    const room = aRoom({ send: async () => (isDown ? { kind: 'retry' } : sent) })
    room.clock.at = new Date(aBotLine().timestamp)
    const key = aTeamsKey()
    room.start()
    await room.say(key, ['gammalt'])
    for (let hours = 0; hours < 25; hours++) await room.later(3600)
    expect(await room.stores.sendFailures.unseen(10)).toMatchObject([{ what: { key, seq: 2 }, why: 'too-long' }])
    isDown = false
    const tries = room.sends.length
    await room.later(3600)
    expect(room.sends).toHaveLength(tries)
  })

  it('sends once more what was sent but not marked, and loses nothing', async () => {
    let fails = true
    const room = aRoom({
      store: {
        async markSent(...given) {
          if (fails) throw new Error('the database is gone')
          return room.stores.conversations.markSent(...given)
        },
      },
    })
    room.start()
    await room.say(aTeamsKey(), ['ett', 'två'])
    await quiet()
    fails = false
    await room.later(59)
    expect(room.sends).toEqual(['ett'])
    await room.later(1)
    expect(room.sends).toEqual(['ett', 'ett', 'två'])
  })

  it('sends a conversation by one sender, also when it grows meanwhile', async () => {
    let arrive = (_sent: Sent): void => undefined
    const { start, say, sends } = aRoom({ send: () => new Promise((resolve) => (arrive = resolve)) })
    const key = aTeamsKey()
    start()
    await say(key, ['ett'])
    await quiet()
    await say(key, ['två'], 1)
    await quiet()
    expect(sends).toEqual(['ett'])
    arrive(sent)
    await quiet()
    expect(sends).toEqual(['ett', 'två'])
    arrive(sent)
  })

  it('finishes what is on its way before it closes, and leaves the rest stored', async () => {
    let arrive = (_sent: Sent): void => undefined
    const { start, say, sends, stores } = aRoom({ send: () => new Promise((resolve) => (arrive = resolve)) })
    const job = start()
    await say(aTeamsKey(), ['ett', 'två'])
    await quiet()
    const closed = job.close()
    arrive(sent)
    await closed
    expect(sends).toEqual(['ett'])
    const rest = await stores.conversations.takeUndelivered('msteams', START, 60)
    expect(rest?.activities.map(({ activity }) => activity.text)).toEqual(['två'])
  })

  it('stops in good time before its lease ends, and goes on with a new one', async () => {
    const texts = ['ett', 'två', 'tre', 'fyra', 'fem']
    const leases: string[] = []
    const room = aRoom({
      send() {
        room.clock.at = new Date(room.clock.at.getTime() + 14_000)
        return Promise.resolve(sent)
      },
      store: {
        async takeUndelivered(...given) {
          const taken = await room.stores.conversations.takeUndelivered(...given)
          if (taken) leases.push(taken.activities[0]?.activity.text ?? '')
          return taken
        },
      },
    })
    room.start()
    await room.say(aTeamsKey(), texts)
    await quiet()
    expect(room.sends).toEqual(texts)
    expect(leases).toEqual(['ett', 'fyra'])
  })
})

describe('an edit', () => {
  const parcels: Parcel[] = []
  const aRoomThatKnows = (answer: (parcel: Parcel) => Sent) => {
    parcels.length = 0
    return aRoom({
      send: async (parcel) => {
        parcels.push(parcel)
        return answer(parcel)
      },
    })
  }
  const seen = () => parcels.map(({ activity: { text }, edits }) => (edits ? `${edits}: ${text}` : text))
  const edit = (text: string) => ({ activity: aBotLine({ text }), edits: 2 })
  const byNumber = ({ seq }: Parcel): Sent => ({ kind: 'sent', id: `id of ${seq}` })

  it('takes the place of what was sent, by the id that the channel gave it', async () => {
    const { start, say, stores } = aRoomThatKnows(byNumber)
    const key = aTeamsKey()
    start()
    await say(key, ['väntar'])
    await quiet()
    for (const text of ['tagen', 'avslutad']) {
      await stores.lines.append(key, [edit(text)], START)
      await quiet()
    }
    expect(seen()).toEqual(['väntar', 'id of 2: tagen', 'id of 2: avslutad'])
  })

  it('is sent once, as it is now, when several wait', async () => {
    const { start, say, stores, later } = aRoomThatKnows(byNumber)
    const key = aTeamsKey()
    const job = start()
    await say(key, ['väntar'])
    await quiet()
    await job.close()
    await stores.lines.append(key, [edit('tagen'), { activity: aBotLine({ text: 'ett annat' }) }, edit('avslutad')], START)
    start()
    await quiet()
    await later(100)
    expect(seen()).toEqual(['väntar', 'id of 2: avslutad', 'ett annat'])
  })

  it('is folded into what was never sent', async () => {
    const { start, say, stores, later } = aRoomThatKnows(byNumber)
    const key = aTeamsKey()
    await say(key, ['väntar', 'ett annat'])
    await stores.lines.append(key, [edit('tagen')], START)
    start()
    await quiet()
    await later(100)
    expect(seen()).toEqual(['tagen', 'ett annat'])
  })

  it('is sent anew when what it should change is not there, and changed there from then on', async () => {
    const { start, say, stores } = aRoomThatKnows((parcel) =>
      parcel.edits === 'id of 2' ? { kind: 'not-there' } : byNumber(parcel),
    )
    const key = aTeamsKey()
    start()
    await say(key, ['väntar'])
    await quiet()
    for (const text of ['tagen', 'avslutad']) {
      await stores.lines.append(key, [edit(text)], START)
      await quiet()
    }
    expect(seen()).toEqual(['väntar', 'id of 2: tagen', 'tagen', 'id of 3: avslutad'])
  })
})

describe('the wait after failures', () => {
  it('doubles, up to ten minutes', () =>
    expect([1, 2, 3, 9, 10, 60].map((failed) => waitAfter(failed, 1))).toEqual([2, 4, 8, 512, 600, 600]))
  it('is spread over half its length', () => expect([waitAfter(3, 0), waitAfter(3, 1)]).toEqual([4, 8]))
})
