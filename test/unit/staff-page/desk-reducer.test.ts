import { describe, expect, it } from '@jest/globals'
import type { ChatLine, DeskView, HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { deskReducer } from '../../../web/staff/state/desk-reducer.js'
import { EMPTY_DESK, type DeskAction, type DeskState } from '../../../web/staff/state/desk-state.js'
import { lateFirst } from '../../../web/staff/state/late-first.js'

const AT = '2026-03-02T09:00:00.000Z'
const handOff = (id: string, change: Partial<HandOffView> = {}): HandOffView => ({
  ...{ id, queue: 'one', status: 'with-agent', language: 'en', urgency: 'ordinary', askedAt: AT },
  ...{ isProtected: false, crisis: false, citizenIsThere: true },
  ...change,
})
const view = (change: Partial<DeskView> = {}): DeskView => ({
  at: AT,
  me: { id: 'd|1', name: 'Megan', team: 'One', permissions: [], presence: 'available', capacity: 3, hasTeamsApp: true },
  ...{ queues: [], waiting: [], mine: [], offered: [], promises: [], colleagues: [], notices: [] },
  ...change,
})
const line = (seq: number, kind: ChatLine['from']['kind'] = 'citizen', id = `line ${seq}`): ChatLine => ({
  ...{ seq, id, at: AT, from: { kind }, html: `<p>${seq}</p>` },
})
const desk = (...actions: DeskAction[]): DeskState => actions.reduce(deskReducer, EMPTY_DESK)
const seen = (change: Partial<DeskView>): DeskAction => ({ do: 'hear', message: { kind: 'view', view: view(change) }, now: 0 })
const lines = (from: number, ...batch: ChatLine[]): DeskAction => ({
  ...{ do: 'hear', now: 0, message: { kind: 'lines', handOff: 'a', from, lines: batch } },
})
const written = (key: string): DeskAction => ({ do: 'write', handOff: 'a', draft: { key, kind: 'text', text: key } })
const seqs = (state: DeskState): number[] => (state.chats['a']?.lines ?? []).map(({ seq }) => seq)
const unsent = (state: DeskState): string[] => (state.chats['a']?.unsent ?? []).map(({ key }) => key)

describe('chats side by side', () => {
  it('keep their order, and a new one comes last', () => {
    const state = desk(seen({ mine: [handOff('a'), handOff('b')] }), seen({ mine: [handOff('c'), handOff('b'), handOff('a')] }))
    expect(state.open).toEqual(['a', 'b', 'c'])
  })

  it('stay in sight when they are lost, until they are put away', () => {
    const lost = desk(seen({ mine: [handOff('a')] }), seen({ waiting: [handOff('a', { status: 'waiting' })] }))
    expect([lost.open, lost.gone, lost.news.map(({ kind }) => kind)]).toEqual([['a'], ['a'], ['lost']])
    expect(deskReducer(lost, { do: 'leave', handOff: 'a' })).toMatchObject({ open: [], gone: [] })
  })

  it('are put away by themselves when another has accepted them', () => {
    const asked = handOff('a', { status: 'transferring', transfer: { to: 'Adele', reason: 'language' } })
    expect(desk(seen({ mine: [asked] }), seen({}))).toMatchObject({ open: [], gone: [], news: [] })
  })

  it('are whole again when they come back', () => {
    expect(desk(seen({ mine: [handOff('a')] }), seen({}), seen({ mine: [handOff('a')] }))).toMatchObject({
      open: ['a'],
      gone: [],
    })
  })
})

describe('lines', () => {
  it('come once and in order, however often they are sent', () => {
    expect(seqs(desk(lines(0, line(2), line(1)), lines(0, line(1), line(2)), lines(2, line(3))))).toEqual([1, 2, 3])
  })

  it('are left out when some before them are missing, since they will be sent again', () => {
    expect(seqs(desk(lines(0, line(1)), lines(4, line(5))))).toEqual([1])
  })

  it('count as unread and are told only when they are new and of the citizen', () => {
    const state = desk(seen({ mine: [handOff('a')] }), lines(0, line(1)), lines(1, line(2), line(3, 'agent')))
    expect([state.chats['a']?.unread, state.news.map(({ id }) => id)]).toEqual([1, ['line line 2']])
    expect(deskReducer(state, { do: 'looked', handOff: 'a' }).chats['a']?.unread).toBe(0)
  })

  it('that are this desk’s own are no longer on their way once they come back', () => {
    expect(unsent(desk(lines(0, line(1)), written('k1'), written('k2'), lines(1, line(2, 'agent', 'k1'))))).toEqual(['k2'])
  })

  it('of the citizen end that they are said to be typing', () => {
    const typing: DeskAction = { do: 'hear', message: { kind: 'typing', handOff: 'a' }, now: 1_000 }
    expect(desk(typing).chats['a']?.typingUntil).toBe(7_000)
    expect(desk(typing, lines(0, line(1))).chats['a']?.typingUntil).toBe(0)
  })
})

describe('what could not be sent', () => {
  it('stays first, with the reason, and keeps its key for the next try', () => {
    const state = desk(written('k1'), written('k2'), { do: 'not-sent', handOff: 'a', key: 'k1', why: 'No contact' })
    expect([unsent(state), state.chats['a']?.stopped]).toEqual([['k1', 'k2'], 'No contact'])
    const again = deskReducer(state, { do: 'try-again', handOff: 'a' })
    expect([unsent(again), again.chats['a']?.stopped]).toEqual([['k1', 'k2'], undefined])
  })

  it('is not what a late refusal of something else is about', () => {
    expect(desk(written('k2'), { do: 'not-sent', handOff: 'a', key: 'k1', why: 'No' }).chats['a']?.stopped).toBeUndefined()
  })

  it('can be taken away, and the next one goes', () => {
    const state = desk(
      ...[written('k1'), written('k2')],
      { do: 'not-sent', handOff: 'a', key: 'k1', why: 'No' },
      { do: 'take-back', handOff: 'a', key: 'k1' },
    )
    expect([unsent(state), state.chats['a']?.stopped]).toEqual([['k2'], undefined])
  })
})

describe('promises', () => {
  it('are in the order in which they are due, what is late marked', () => {
    const due = (id: string, dueAt: string) => handOff(id, { promise: { kind: 'call-back', dueAt, attempts: 0 } })
    const promised = lateFirst([due('b', '2026-03-02T10:00:00Z'), due('a', '2026-03-02T08:00:00Z')], Date.parse(AT))
    expect(promised.map(({ handOff: { id }, isLate }) => [id, isLate])).toEqual([
      ['a', true],
      ['b', false],
    ])
  })
})
