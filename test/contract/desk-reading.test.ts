import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { leaseOf } from '../../bot/domain/desk/hand-off.js'
import type { DeskStore, DeskWaking, HandOffRow } from '../../bot/domain/desk/ports.js'
import type { Stores } from '../../bot/store/stores.js'
import { aBotLine, aCommit, unique } from '../fixtures/a-commit.js'
import { aWaitingChat, changeBy, played } from '../fixtures/a-desk-change.js'
import { aNow, later, MONDAY } from '../fixtures/desk.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

describe.each(everyKindOfStores)('reading the desk again and again, in $name', ({ open }) => {
  let opened: OpenStores
  let stores: Stores
  let desk: DeskStore
  beforeAll(async () => {
    opened = await open()
    stores = opened.stores
    desk = stores.desk
  })
  afterAll(() => opened.close())

  const aTaken = async (by = unique('development|agent')) => {
    const turn = aCommit({ turn: { at: MONDAY } })
    await stores.conversations.commit(turn)
    const { handOff } = await aWaitingChat(desk, turn.key)
    return { by, row: await played(desk, handOff.id, [{ kind: 'claimed', by }]) }
  }
  const beaten = (row: HandOffRow, by: string, seconds: number) => {
    const change = changeBy(row, { kind: 'beat', by, term: 1 }, aNow({ at: later(MONDAY, seconds) }))!
    return { version: row.version, briefing: row.briefing, handOff: change.after.handOff, lookAt: change.lookAt }
  }
  const live = async (id: string) => (await desk.live(MONDAY)).find(({ handOff }) => handOff.id === id)

  it('shows each as it is now, whatever was read before', async () => {
    const { by, row } = await aTaken()
    const { id } = row.handOff
    expect(await live(id)).toEqual(row)
    const shown = { at: MONDAY, ahead: 1, of: 2 }
    await desk.showWaits([{ handOff: id, shown }])
    expect(await live(id)).toEqual({ ...row, shown })
    expect(await live(id)).toEqual({ ...row, shown })
    await desk.prolong([beaten(row, by, 30)], later(MONDAY, 30))
    expect(await live(id)).toEqual(await desk.find(id))
    const back = await played(desk, id, [{ kind: 'let-go', by, term: 1 }], aNow({ at: later(MONDAY, 40) }))
    expect(await live(id)).toEqual(back)
  })

  it('knows what each holds', async () => {
    const { by, row } = await aTaken()
    expect(await desk.heldBy(by)).toEqual([row])
    await played(desk, row.handOff.id, [{ kind: 'let-go', by, term: 1 }])
    expect(await desk.heldBy(by)).toEqual([])
  })

  it('prolongs claims all at once, and none that somebody has changed since', async () => {
    const by = unique('development|agent')
    const rows = [(await aTaken(by)).row, (await aTaken(by)).row, (await aTaken(by)).row]
    const threat = changeBy(rows[1]!, { kind: 'threat', by, term: 1 }, aNow())!
    await desk.change(threat)
    const heard: DeskWaking[] = []
    const stop = stores.waking.onDesk((what) => heard.push(what))
    // What was changed before may be heard of only now.
    const heardTyping = async (handOff: string) => {
      await desk.typing(handOff, 'agent')
      while (!heard.some((what) => what.kind === 'typing' && what.handOff === handOff))
        await new Promise((resolve) => setImmediate(resolve))
    }
    await heardTyping('beginning')
    heard.length = 0
    const stored = await desk.prolong(
      rows.map((row) => beaten(row, by, 30)),
      later(MONDAY, 30),
    )
    expect([...stored].sort()).toEqual([rows[0]!, rows[2]!].map(({ handOff }) => handOff.id).sort())
    const now = await Promise.all(rows.map(({ handOff }) => desk.find(handOff.id)))
    expect(now.map((row) => leaseOf(row!.handOff.situation)!.until)).toEqual([
      later(MONDAY, 90),
      later(MONDAY, 60),
      later(MONDAY, 90),
    ])
    expect(now.map((row) => row!.version)).toEqual(rows.map(({ version }) => version + 1))
    const ids = rows.map(({ handOff }) => handOff.id)
    expect((await desk.due(later(MONDAY, 89), 1000)).filter((id) => ids.includes(id))).toEqual([ids[1]])
    // Two who prolong the same at once: one of them does.
    const [first, second] = await Promise.all([1, 2].map(() => desk.prolong([beaten(now[0]!, by, 40)], later(MONDAY, 40))))
    expect([...first!, ...second!]).toEqual([ids[0]])
    await heardTyping('over')
    stop()
    expect(heard).toEqual([{ kind: 'typing', handOff: 'over', who: 'agent' }])
  })

  it('writes an entry with a line, once, and none without', async () => {
    const { by, row } = await aTaken()
    const handOff = row.handOff.id
    const audit = { at: MONDAY, by, action: 'desk.said', subject: handOff, detail: { kind: 'service' } }
    const line = { handOff, by, term: 1, key: 'key', activity: aBotLine(), at: MONDAY, audit }
    const said = await desk.say(line)
    await desk.say(line)
    expect(await desk.say({ ...line, key: 'other', term: 2 })).toBe('not-yours')
    expect((await desk.audit(handOff)).filter(({ action }) => action === 'desk.said')).toEqual([
      { ...audit, detail: { kind: 'service', seq: (said as { seq: number }).seq } },
    ])
  })

  it('tells of notes apart from what everybody sees', async () => {
    const heard: DeskWaking[] = []
    const stop = stores.waking.onDesk((what) => heard.push(what))
    const handOff = unique('hand-off')
    await desk.keepNote({ handOff, key: 'key', by: 'development|a', at: MONDAY, text: 'Ring efter tre' })
    while (heard.length === 0) await new Promise((resolve) => setImmediate(resolve))
    stop()
    expect(heard).toEqual([{ kind: 'notes', id: handOff }])
  })

  it('forgets what was reported, what a lead said and who did what, each after its days', async () => {
    const keep = { conversations: 30, reports: 365, audit: 730 }
    const daysAgo = (days: number) => later(MONDAY, -days * 24 * 3600)
    const by = unique('development|lead')
    const report = (id: string, days: number) =>
      ({ id, handOff: 'h', kind: 'bot-wrong', note: 'Fel', by, at: daysAgo(days) }) as const
    const change = (id: string, days: number) =>
      ({ id, queue: 'permits', is: 'closed', from: daysAgo(900), until: daysAgo(days), reason: 'illness', by }) as const
    const said = (id: string, days: number) => ({ id, text: 'Kö', by, from: daysAgo(900), until: daysAgo(days) })
    const [kept, gone] = [unique('kept'), unique('gone')]
    await desk.file(report(kept, 364))
    await desk.file(report(gone, 366))
    await desk.changeQueue(change(kept, 29))
    await desk.changeQueue(change(gone, 31))
    await desk.notice(said(kept, 29))
    await desk.notice(said(gone, 31))
    for (const days of [729, 731]) await desk.log({ at: daysAgo(days), by, action: 'desk.taken', subject: by })
    await desk.deleteExpired(MONDAY, keep)
    const left = async (rows: Promise<readonly { id: string }[]>) =>
      (await rows).map(({ id }) => id).filter((id) => id === kept || id === gone)
    expect(await left(desk.reports(daysAgo(900)))).toEqual([kept])
    expect(await left(desk.queueChanges(daysAgo(900)))).toEqual([kept])
    expect(await left(desk.queueNotices(daysAgo(35)))).toEqual([kept])
    expect((await desk.audit(by)).map(({ at }) => at)).toEqual([daysAgo(729)])
  })
})
