import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DeskStore, DeskWaking } from '../../bot/domain/desk/ports.js'
import type { StaffMember } from '../../bot/domain/desk/staff-member.js'
import { staffIdOf } from '../../bot/domain/desk/staff-member.js'
import { freshCalibration } from '../../bot/domain/desk/wait-interval.js'
import { afterHandling, afterWaiting, freshMemory } from '../../bot/domain/desk/wait-memory.js'
import type { Stores } from '../../bot/store/stores.js'
import { aBotLine, aCommit, aKey, linesOf, unique } from '../fixtures/a-commit.js'
import { asked, aWaitingChat, changeBy, played } from '../fixtures/a-desk-change.js'
import { aNow, aQueue, later, MONDAY } from '../fixtures/desk.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

const KEEP = { conversations: 30, reports: 365, audit: 730 }

const aMember = (some: Partial<StaffMember> = {}): StaffMember => ({
  tenant: 'development',
  oid: unique('oid'),
  name: 'Agneta',
  team: 'Kontaktcenter',
  roles: ['agent'],
  queues: ['contact-centre'],
  languages: ['sv'],
  topics: [],
  capacity: 3,
  presence: 'available',
  ...some,
})

describe.each(everyKindOfStores)('the desk in $name', ({ open }) => {
  let opened: OpenStores
  let stores: Stores
  let desk: DeskStore
  beforeAll(async () => {
    opened = await open()
    stores = opened.stores
    desk = stores.desk
  })
  afterAll(() => opened.close())

  /** A conversation that has begun, with two lines, and a chat in it that waits. */
  const aChat = async (visitor?: string) => {
    const turn = aCommit({ visitor, turn: { at: MONDAY } })
    await stores.conversations.commit(turn)
    return aWaitingChat(desk, turn.key)
  }
  const aTakenChat = async (by = unique('development|agent')) => {
    const { handOff, key } = await aChat()
    return { ...(await played(desk, handOff.id, [{ kind: 'claimed', by }])), key, by }
  }
  const idsOf = async (rows: Promise<{ handOff: { id: string } }[]>) => (await rows).map(({ handOff }) => handOff.id)

  describe('a hand-off', () => {
    it('comes back as it was stored, whatever has happened to it', async () => {
      const key = aKey()
      const first = asked(key)
      expect(await desk.change(first)).toBe('stored')
      const { id } = first.after.handOff
      expect(await desk.find(id)).toEqual({ ...first.after, version: 1 })
      const by = 'development|a'
      const now = { ...aNow({ queues: [aQueue(), aQueue({ id: 'permits' })] }), there: new Set([by]) }
      const change = async (event: Parameters<typeof changeBy>[1]) => {
        const changed = changeBy((await desk.find(id))!, event, now)
        if (!changed) throw new Error(`${event.kind} was refused`)
        expect(await desk.change(changed)).toBe('stored')
        expect((await desk.find(id))?.handOff).toEqual(changed.after.handOff)
      }
      await change({ kind: 'approved' })
      await change({ kind: 'offered', to: by })
      await change({ kind: 'claimed', by })
      await change({
        kind: 'transfer-asked',
        by,
        term: 1,
        to: { kind: 'queue', queue: 'permits' },
        reason: 'they-know-more',
      })
      await change({ kind: 'converted', by, term: 1, leave: { kind: 'call-back', contact: 'c' } })
      await change({ kind: 'claimed', by })
      await change({ kind: 'finished', by, term: 2, reason: 'answered' })
      await change({ kind: 'rated', answer: 'yes' })
      expect(await desk.latestOf(key)).toEqual(await desk.find(id))
    })

    it('is unknown before somebody asked', async () => {
      expect(await desk.find('nobody')).toBeUndefined()
      expect(await desk.latestOf(aKey())).toBeUndefined()
    })

    it('is among the live ones until it ends, and a little after', async () => {
      const { handOff } = await aChat()
      expect(await idsOf(desk.live(MONDAY))).toContain(handOff.id)
      await played(desk, handOff.id, [{ kind: 'back-to-bot' }], aNow({ at: later(MONDAY, 60) }))
      expect(await idsOf(desk.live(later(MONDAY, 59)))).toContain(handOff.id)
      expect(await idsOf(desk.live(later(MONDAY, 60)))).not.toContain(handOff.id)
    })

    it('is the newest of its conversation', async () => {
      const { key, handOff } = await aChat()
      await played(desk, handOff.id, [{ kind: 'back-to-bot' }])
      const next = asked(key, later(MONDAY, 300))
      await desk.change(next)
      expect((await desk.latestOf(key))?.handOff.id).toBe(next.after.handOff.id)
    })

    it('is due when time next does something to it, the earliest first', async () => {
      const taken = await aTakenChat()
      const waiting = await aChat()
      const due = async (seconds: number) =>
        (await desk.due(later(MONDAY, seconds), 1000)).filter((id) => [taken.handOff.id, waiting.handOff.id].includes(id))
      expect(await due(59)).toEqual([])
      expect(await due(60)).toEqual([taken.handOff.id])
      expect(await due(3600)).toEqual([taken.handOff.id, waiting.handOff.id])
      expect(await desk.due(later(MONDAY, 3600), 1)).toHaveLength(1)
    })

    it('is changed on top of what was read, and of nothing else', async () => {
      const row = await aChat()
      const one = changeBy(row, { kind: 'claimed', by: 'development|one' }, aNow(), { lines: [aBotLine()] })!
      const other = changeBy(row, { kind: 'claimed', by: 'development|other' }, aNow(), { lines: [aBotLine()] })!
      const results = await Promise.all([desk.change(one), desk.change(other)])
      expect([...results].sort()).toEqual(['conflict', 'stored'])
      expect(await linesOf(stores.conversations, row.key)).toHaveLength(3)
      expect((await desk.find(row.handOff.id))?.version).toBe(row.version + 1)
      expect(await desk.change(asked(row.key))).toBe('stored')
      expect(await desk.change({ ...one, before: undefined })).toBe('conflict')
    })
  })

  describe('what follows from a change', () => {
    it('is a promise with a deadline, until it is kept', async () => {
      const { handOff } = await aChat()
      const of = async (state: 'open' | 'kept' | 'withdrawn') =>
        (await desk.promises(state)).filter((promise) => promise.handOff === handOff.id)
      const [promise, ...others] = await of('open')
      expect(others).toEqual([])
      expect(promise).toMatchObject({ kind: 'answer-here', queue: 'contact-centre', madeAt: MONDAY })
      expect(promise!.dueAt.getTime()).toBeGreaterThan(MONDAY.getTime())
      await played(desk, handOff.id, [{ kind: 'claimed', by: 'development|a' }])
      expect([await of('open'), await of('kept')]).toEqual([[], [{ ...promise, state: 'kept' }]])
    })

    it('is what staff are told, once', async () => {
      const { handOff } = await aChat()
      const untold = async () => (await desk.untoldNotices(1000, ['team'])).filter((notice) => notice.handOff === handOff.id)
      const [notice] = await untold()
      expect(notice).toMatchObject({ at: MONDAY, to: { kind: 'team', queue: 'contact-centre' }, what: 'waits' })
      expect((await desk.untoldNotices(1000, ['owner'])).filter(({ id }) => id === notice!.id)).toEqual([])
      await desk.told([notice!.id], MONDAY)
      expect(await untold()).toEqual([])
    })

    it('is a contact, kept until its promise is', async () => {
      const row = await aChat()
      const contact = {
        id: unique('contact'),
        handOff: row.handOff.id,
        kind: 'call-back',
        value: '070-174 06 05',
        at: MONDAY,
      } as const
      const leave = { kind: 'call-back', contact: contact.id } as const
      await desk.change(changeBy(row, { kind: 'contact-left', leave }, aNow(), { contact })!)
      expect(await desk.contact(contact.id)).toEqual(contact)
      await played(desk, row.handOff.id, [{ kind: 'claimed', by: 'a' }])
      expect(await desk.contact(contact.id)).toEqual(contact)
      await played(desk, row.handOff.id, [{ kind: 'finished', by: 'a', term: 1, reason: 'answered' }])
      expect(await desk.contact(contact.id)).toBeUndefined()
    })

    it('is an entry in the log of who did what', async () => {
      const row = await aChat()
      const entry = { at: MONDAY, by: 'development|a', action: 'chat.taken', subject: row.handOff.id, detail: { term: 1 } }
      await desk.change(changeBy(row, { kind: 'claimed', by: 'development|a' }, aNow(), { audit: [entry] })!)
      await desk.log({ at: later(MONDAY, 1), by: 'clock', action: 'looked', subject: row.handOff.id })
      expect(await desk.audit(row.handOff.id)).toEqual([
        entry,
        { at: later(MONDAY, 1), by: 'clock', action: 'looked', subject: row.handOff.id },
      ])
    })

    it('is that whoever took it has taken one', async () => {
      const member = aMember()
      await desk.saveMember(member)
      await aTakenChat(staffIdOf(member))
      expect((await desk.member(member.tenant, member.oid))?.lastTakenAt).toEqual(MONDAY)
    })
  })

  describe('lines', () => {
    it('are counted on from those of the turns, in order', async () => {
      const row = await aChat()
      const lines = [aBotLine(), aBotLine()]
      await desk.change(changeBy(row, { kind: 'claimed', by: 'development|a' }, aNow(), { lines })!)
      expect((await stores.conversations.activities(row.key, 2)).map(({ seq, activity }) => [seq, activity])).toEqual([
        [3, lines[0]],
        [4, lines[1]],
      ])
      expect(await stores.conversations.commit(aCommit({ key: row.key, expects: 1 }))).toEqual({ seq: 6 })
    })

    it('are left out where the conversation is gone, and the change stands', async () => {
      const row = await aWaitingChat(desk)
      const change = changeBy(row, { kind: 'claimed', by: 'development|a' }, aNow(), { lines: [aBotLine()] })!
      expect(await desk.change(change)).toBe('stored')
      expect(await linesOf(stores.conversations, row.key)).toEqual([])
    })

    const aLine = ({ handOff, by }: { handOff: { id: string; terms: number }; by: string }, key = unique('key')) => ({
      handOff: handOff.id,
      by,
      term: handOff.terms,
      key,
      activity: aBotLine(),
      at: MONDAY,
    })

    it('of an agent are written once, however often they are sent', async () => {
      const taken = await aTakenChat()
      const line = aLine(taken, 'the-same-key')
      const answers = await Promise.all([desk.say(line), desk.say(line), desk.say(line)])
      expect(answers).toEqual([{ seq: 3 }, { seq: 3 }, { seq: 3 }])
      expect(await desk.say(line)).toEqual({ seq: 3 })
      expect((await linesOf(stores.conversations, taken.key)).slice(2)).toEqual([expect.stringMatching(/-the-same-key$/)])
    })

    it('of many agents and citizens at once are numbered one by one', async () => {
      const taken = await aTakenChat()
      await Promise.all(Array.from({ length: 12 }, () => desk.say(aLine(taken))))
      const seqs = (await stores.conversations.activities(taken.key, 0)).map(({ seq }) => seq)
      expect(seqs).toEqual(Array.from({ length: 14 }, (_, at) => at + 1))
    })

    it('are refused without the claim', async () => {
      const taken = await aTakenChat()
      expect(await desk.say({ ...aLine(taken), term: 2 })).toBe('not-yours')
      expect(await desk.say({ ...aLine(taken), by: 'development|another' })).toBe('not-yours')
      const said = aLine(taken)
      expect(await desk.say(said)).toEqual({ seq: 3 })
      await played(desk, taken.handOff.id, [{ kind: 'let-go', by: taken.by, term: 1 }])
      expect(await desk.say(aLine(taken))).toBe('not-yours')
      expect(await desk.say(said)).toEqual({ seq: 3 })
    })

    it('reach nobody who has left', async () => {
      const visitor = unique('visitor')
      const { handOff } = await aChat(visitor)
      const taken = await played(desk, handOff.id, [{ kind: 'claimed', by: 'development|a' }])
      await stores.conversations.forget(visitor, MONDAY)
      expect(await desk.say(aLine({ ...taken, by: 'development|a' }))).toBe('conversation-gone')
    })
  })

  describe('a turn that changes a hand-off', () => {
    it('is stored with it', async () => {
      const row = await aChat()
      const turn = aCommit({ key: row.key, expects: 1 })
      expect(await desk.commitTurn(turn, changeBy(row, { kind: 'back-to-bot' }, aNow())!)).toEqual({ seq: 4 })
      expect((await desk.find(row.handOff.id))?.handOff.situation.status).toBe('with-bot')
    })

    it('leaves nothing of either when one is too late', async () => {
      const row = await aChat()
      const back = changeBy(row, { kind: 'back-to-bot' }, aNow())!
      expect(await desk.commitTurn(aCommit({ key: row.key, expects: 0 }), back)).toBe('conflict')
      expect(await desk.find(row.handOff.id)).toEqual(row)
      await played(desk, row.handOff.id, [{ kind: 'claimed', by: 'development|a' }])
      expect(await desk.commitTurn(aCommit({ key: row.key, expects: 1 }), back)).toBe('conflict')
      expect(await linesOf(stores.conversations, row.key)).toHaveLength(2)
      expect((await desk.find(row.handOff.id))?.handOff.situation.status).toBe('with-agent')
    })
  })

  describe('the wait that is shown', () => {
    const shown = {
      at: MONDAY,
      ahead: 2,
      of: 3,
      interval: { fromSeconds: 60, toSeconds: 240 },
      raw: { middle: 5, below: 1, above: 1 },
    }

    it('is renewed without a version, and not undone by a change that had read the old one', async () => {
      const row = await aChat()
      await desk.showWaits([{ handOff: row.handOff.id, shown }])
      expect(await desk.find(row.handOff.id)).toEqual({ ...row, shown })
      expect(await desk.change(changeBy(row, { kind: 'claimed', by: 'a' }, aNow())!)).toBe('stored')
      expect((await desk.find(row.handOff.id))?.shown).toEqual(shown)
    })

    it('is taken away by a change that is about it', async () => {
      const row = await aChat()
      await desk.showWaits([{ handOff: row.handOff.id, shown }])
      const seen = (await desk.find(row.handOff.id))!
      const change = changeBy(seen, { kind: 'claimed', by: 'a' }, aNow())!
      await desk.change({ ...change, after: { ...change.after, shown: undefined } })
      expect((await desk.find(row.handOff.id))?.shown).toBeUndefined()
    })
  })

  describe('a citizen who has the chat open', () => {
    it('is there from then on, until it is closed or was not heard of for long', async () => {
      const row = await aChat()
      const { conversation } = row.key
      const isThere = async (since: number) => (await desk.citizensThere(later(MONDAY, since))).has(row.handOff.id)
      expect(await isThere(-60)).toBe(false)
      await desk.citizensHeard([conversation, 'nobody asked here'], MONDAY)
      expect([await isThere(-60), await isThere(60)]).toEqual([true, false])
      await desk.citizensHeard([conversation], later(MONDAY, 90))
      expect(await isThere(60)).toBe(true)
      await desk.citizenGone(conversation)
      expect(await isThere(-60)).toBe(false)
    })
  })

  describe('those who work there', () => {
    it('are kept as they were saved', async () => {
      const member = aMember({
        email: 'agneta@stad.example',
        heardAt: MONDAY,
        awaySince: MONDAY,
        presence: 'away',
        shift: { from: MONDAY, until: later(MONDAY, 60) },
      })
      await desk.saveMember(member)
      expect(await desk.member(member.tenant, member.oid)).toEqual(member)
      expect(await desk.staff(['editor', ...member.roles])).toContainEqual(member)
      expect(await desk.member(member.tenant, 'nobody')).toBeUndefined()
      await desk.saveMember({ ...member, roles: ['lead'], heardAt: undefined })
      expect(await desk.member(member.tenant, member.oid)).toEqual({ ...member, roles: ['lead'] })
    })

    it('are found by what they are, by who they are, and by what they are called', async () => {
      const name = unique('Åsa [x]')
      const lead = aMember({ name: `${name} B`, roles: ['lead', 'editor'] })
      const member = aMember({ name: `${name} A`, roles: ['project'] })
      const former = aMember({ name: `${name} C`, roles: [] })
      for (const one of [lead, member, former]) await desk.saveMember(one)
      const ofThese = (found: readonly StaffMember[]) => found.filter((one) => one.name.startsWith(name))
      expect(ofThese(await desk.staff(['lead']))).toEqual([lead])
      expect(ofThese(await desk.staff(['agent', 'editor']))).toEqual([lead])
      expect(ofThese(await desk.staff(['project', 'portfolio-office']))).toEqual([member])
      expect(await desk.staff([])).toEqual([])
      const ids = [former, member, member].map(staffIdOf)
      expect((await desk.members([...ids, 'nobody', 't|nobody'])).map(staffIdOf).toSorted()).toEqual(ids.slice(0, 2).toSorted())
      expect(await desk.members([])).toEqual([])
      expect(await desk.named(name.toUpperCase(), 9)).toEqual([member, lead])
      expect(await desk.named(name, 1)).toEqual([member])
      expect(await desk.named('.*', 9)).toEqual([])
      expect(await desk.named('\0', 0)).toEqual([])
      await desk.saveMember({ ...former, name: 'half a \ud800 and \0 zero', roles: ['reader'] })
      expect(await desk.staff(['reader'])).toContainEqual(expect.objectContaining({ oid: former.oid }))
    })

    it('are heard of, and are away since they went', async () => {
      const member = aMember()
      await desk.saveMember(member)
      const after = async (seconds: number, presence?: StaffMember['presence']) => {
        await desk.heard(member.tenant, member.oid, later(MONDAY, seconds), presence)
        return desk.member(member.tenant, member.oid)
      }
      expect(await after(0)).toEqual({ ...member, heardAt: MONDAY })
      expect(await after(10, 'break')).toMatchObject({ presence: 'break', awaySince: later(MONDAY, 10) })
      expect(await after(20)).toMatchObject({ heardAt: later(MONDAY, 20), presence: 'break', awaySince: later(MONDAY, 10) })
      expect(await after(15, 'available')).toEqual({ ...member, heardAt: later(MONDAY, 20) })
    })
  })

  it('keeps notes once each', async () => {
    const note = { handOff: unique('hand-off'), key: 'note-key', by: 'development|a', at: MONDAY, text: 'Ring efter tre' }
    await desk.keepNote(note)
    await desk.keepNote({ ...note, text: 'Something else' })
    expect(await desk.notes(note.handOff)).toEqual([note])
  })

  it('keeps what the lead says of queues until its time', async () => {
    const until = later(MONDAY, 60)
    const change = {
      id: unique('change'),
      queue: 'permits',
      is: 'closed',
      from: MONDAY,
      until,
      reason: 'Möte',
      by: 'development|l',
    } as const
    await desk.changeQueue(change)
    await desk.changeQueue({ ...change, id: unique('change'), is: 'open' })
    const notice = { id: unique('notice'), text: 'Långa köer', by: 'development|l', from: MONDAY, until }
    await desk.notice(notice)
    const changes = async (at: Date) =>
      (await desk.queueChanges(at)).filter(({ queue }) => queue === 'permits').map(({ is }) => is)
    expect([await changes(MONDAY), await changes(until)]).toEqual([['closed', 'open'], []])
    expect([await desk.queueNotices(MONDAY), await desk.queueNotices(until)]).toEqual([[notice], []])
    await desk.endNotice(notice.id, later(MONDAY, 10))
    expect(await desk.queueNotices(later(MONDAY, 10))).toEqual([])
  })

  it('keeps reports', async () => {
    const report = {
      id: unique('report'),
      handOff: 'h',
      kind: 'bot-wrong',
      turn: 't',
      note: 'Fel',
      by: 'development|a',
      at: MONDAY,
    } as const
    await desk.file(report)
    await desk.file(report)
    expect(await desk.reports(MONDAY)).toEqual([report])
    expect(await desk.reports(later(MONDAY, 1))).toEqual([])
  })

  it('learns from one process at a time', async () => {
    const { version } = await desk.waitMemory()
    const memory = afterWaiting(afterHandling(freshMemory(), 'contact-centre', 300), 400, true)
    const both = [desk.learn(memory, freshCalibration(), version), desk.learn(memory, freshCalibration(), version)]
    expect((await Promise.all(both)).sort()).toEqual(['conflict', 'stored'])
    expect(await desk.waitMemory()).toEqual({ memory, calibration: freshCalibration(), version: version + 1 })
    expect(await desk.learn(memory, freshCalibration(), version + 1)).toBe('stored')
  })

  it('tells all who listen what is new', async () => {
    const heard: DeskWaking[] = []
    const stop = stores.waking.onDesk((what) => heard.push(what))
    const row = await aChat()
    await desk.typing(row.handOff.id, 'citizen')
    await desk.saveMember(aMember())
    await desk.showWaits([{ handOff: row.handOff.id, shown: { at: MONDAY, ahead: 0, of: 1 } }])
    await desk.changeQueue({ id: unique('change'), queue: 'q', is: 'open', from: MONDAY, until: MONDAY, reason: 'r', by: 'b' })
    while (!heard.some(({ kind }) => kind === 'queues')) await new Promise((resolve) => setImmediate(resolve))
    stop()
    expect(heard).toEqual([
      { kind: 'hand-off', id: row.handOff.id },
      { kind: 'hand-off', id: row.handOff.id },
      { kind: 'typing', handOff: row.handOff.id, who: 'citizen' },
      { kind: 'staff' },
      { kind: 'waits' },
      { kind: 'queues' },
    ])
  })

  describe('the end', () => {
    it('comes at once for who leaves and clears, with everything that was handed over', async () => {
      const visitor = unique('visitor')
      const row = await aChat(visitor)
      const contact = {
        id: unique('contact'),
        handOff: row.handOff.id,
        kind: 'e-mail',
        value: 'a@stad.example',
        at: MONDAY,
      } as const
      const leave = { kind: 'e-mail', contact: contact.id } as const
      await desk.change(changeBy(row, { kind: 'contact-left', leave }, aNow(), { contact })!)
      await desk.keepNote({ handOff: row.handOff.id, key: 'note-key', by: 'a', at: MONDAY, text: 'Om henne' })
      const other = await aChat()
      await desk.leave(visitor, later(MONDAY, 60))
      const left = await desk.find(row.handOff.id)
      expect(left?.handOff.situation).toEqual({ status: 'closed', reason: 'left' })
      expect(left?.briefing).toEqual({})
      expect([await desk.contact(contact.id), await desk.notes(row.handOff.id)]).toEqual([undefined, []])
      expect((await desk.promises('open')).filter(({ handOff }) => handOff === row.handOff.id)).toEqual([])
      expect(await desk.find(other.handOff.id)).toEqual(other)
    })

    it('comes for chats whose conversation is gone, and never for who is owed a call', async () => {
      const waiting = await aWaitingChat(desk)
      const owed = await aWaitingChat(desk)
      await played(desk, owed.handOff.id, [{ kind: 'contact-left', leave: { kind: 'call-back', contact: 'c' } }])
      const there = await aChat()
      await desk.deleteExpired(later(MONDAY, 60), KEEP)
      expect(await desk.find(waiting.handOff.id)).toBeUndefined()
      expect((await desk.find(owed.handOff.id))?.handOff.situation.status).toBe('call-back-promised')
      expect(await desk.find(there.handOff.id)).toEqual(there)
    })
  })
})
