import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { HandOff, Situation } from '../../../bot/domain/desk/hand-off.js'
import {
  cardChanges,
  faceOf,
  MOST_OPEN,
  SUMMARY,
  SUMMARY_SECONDS,
  UNSHOWN_SECONDS,
  type CardChange,
  type TeamCard,
} from '../../../bot/domain/desk/team-cards.js'
import { aHandOff, later, MONDAY } from '../../fixtures/desk.js'

const QUEUE = 'contact-centre'
const pledge = (madeAt: Date) => ({
  id: 'p',
  queue: QUEUE,
  madeAt,
  dueAt: later(madeAt, 3600),
  stepsTaken: 0,
  attempts: 0,
  kind: 'answer-here' as const,
})
const lease = (holder: string) => ({ holder, term: 1, since: MONDAY, until: later(MONDAY, 60) })

const SITUATIONS = {
  summary: { status: 'summary', until: later(MONDAY, 1800) },
  waiting: { status: 'waiting', pledge: pledge(MONDAY) },
  unattended: { status: 'unattended', pledge: pledge(MONDAY) },
  offered: { status: 'offered', pledge: pledge(MONDAY), to: 'bo', until: later(MONDAY, 30) },
  'with-agent': { status: 'with-agent', lease: lease('bo') },
  transferring: {
    status: 'transferring',
    lease: lease('bo'),
    to: { kind: 'queue', queue: 'permits' },
    reason: 'they-know-more',
    until: later(MONDAY, 120),
  },
  'call-back': { status: 'call-back-promised', pledge: { ...pledge(MONDAY), kind: 'call-back', contact: 'c' } },
  closed: { status: 'closed', reason: 'left' },
} as const satisfies Record<string, Situation>

const in_ = (situation: Situation, more: Partial<HandOff> = {}): HandOff => ({ ...aHandOff(), situation, ...more })
const waiting = (id: string, madeAt = MONDAY): HandOff => ({
  ...aHandOff({ id, askedAt: madeAt }),
  situation: { status: 'waiting', pledge: pledge(madeAt) },
})
const many = (count: number): HandOff[] => Array.from({ length: count }, (_, at) => waiting(`h${at + 10}`, later(MONDAY, at)))

/** The cards after the changes, as they are stored. */
function applied(cards: readonly TeamCard[], changes: readonly CardChange[], at: Date): TeamCard[] {
  const after = new Map(cards.map((card) => [card.handOff, card]))
  changes.forEach(({ kind: _, ...card }, seq) => after.set(card.handOff, { ...card, seq, at }))
  return [...after.values()]
}

const openOf = (cards: readonly TeamCard[]) => cards.filter(({ face }) => face.is === 'open').map(({ handOff }) => handOff)
const counted = (cards: readonly TeamCard[]): number => {
  const face = cards.find(({ handOff }) => handOff === SUMMARY)?.face
  return face?.is === 'counted' ? face.count : 0
}

describe('what a card tells', () => {
  it.each([
    ['summary', undefined],
    ['waiting', 'open'],
    ['unattended', 'open'],
    ['offered', 'open'],
    ['with-agent', 'taken'],
    ['transferring', 'taken'],
    ['call-back', 'promised'],
    ['closed', 'over'],
  ] as const)('of somebody who is in %s: %s', (name, is) => {
    expect(faceOf(in_(SITUATIONS[name]), QUEUE)?.is).toBe(is)
  })

  it('is that it waits, to the team that is asked to take over', () =>
    expect(faceOf(in_(SITUATIONS.transferring), 'permits')?.is).toBe('open'))

  it('is that it has moved, to the team that it was with', () =>
    expect(faceOf(in_(SITUATIONS.waiting), 'permits')?.is).toBe('moved'))
})

describe('the cards of a channel', () => {
  const changes = (handOffs: HandOff[], cards: TeamCard[] = [], seconds = 60) =>
    cardChanges({ queue: QUEUE, handOffs, cards }, later(MONDAY, seconds))

  it.each([
    [UNSHOWN_SECONDS - 1, []],
    [UNSHOWN_SECONDS, ['h1']],
  ])('after %d seconds show %j', (seconds, shown) =>
    expect(changes([waiting('h1')], [], seconds).map(({ handOff }) => handOff)).toEqual(shown),
  )

  it('never show a chat that is taken at once', () => expect(changes([in_(SITUATIONS['with-agent'])])).toEqual([]))

  it('are ten and a summary when seventeen wait, the ten whose turn it is', () => {
    const made = changes(many(17))
    expect(made.filter(({ face }) => face.is === 'open').map(({ handOff }) => handOff)).toEqual(many(10).map(({ id }) => id))
    expect(made.at(-1)).toMatchObject({ kind: 'send', handOff: SUMMARY, face: { is: 'counted', count: 7, longestMinutes: 0 } })
  })

  it('change for all when somebody takes one, and the next in turn gets a card', () => {
    const cards = applied([], changes(many(11)), later(MONDAY, 60))
    const [first, ...others] = many(11)
    const made = changes([{ ...first!, situation: SITUATIONS['with-agent'] }, ...others], cards, 61)
    expect(made).toMatchObject([
      { kind: 'edit', handOff: first!.id, round: 1, edits: 1, face: { is: 'taken', by: 'bo' } },
      { kind: 'send', handOff: others.at(-1)!.id },
    ])
  })

  it('count anew every fifteen seconds at most', () => {
    const cards = applied([], changes(many(11)), later(MONDAY, 60))
    expect(changes(many(13), cards, 60 + SUMMARY_SECONDS - 1)).toEqual([])
    expect(changes(many(13), cards, 60 + SUMMARY_SECONDS)).toMatchObject([{ kind: 'edit', face: { count: 3 } }])
  })

  it('tell of a chat that comes back by a new card, since nobody sees an old one change', () => {
    const shown = applied([], changes([waiting('h1')]), MONDAY)
    const taken = in_(SITUATIONS['with-agent'], { id: 'h1' })
    const cards = applied(shown, changes([taken], shown), MONDAY)
    expect(changes([waiting('h1')], cards)).toMatchObject([{ kind: 'send', handOff: 'h1', round: 2, edits: 0 }])
  })

  it('say that nobody waits when the hand-off is not found any more', () => {
    const cards = applied([], changes([waiting('h1')]), MONDAY)
    expect(changes([], cards)).toMatchObject([{ kind: 'edit', handOff: 'h1', face: { is: 'over' } }])
  })

  it('go on to tell who took it when the chat is over', () => {
    const taken: TeamCard = { handOff: 'h1', round: 1, edits: 1, seq: 2, face: { is: 'taken', by: 'bo' }, at: MONDAY }
    expect(changes([in_(SITUATIONS.closed, { id: 'h1' })], [taken])).toEqual([])
  })
})

describe('whatever happens', () => {
  const situations = fc.constantFrom(...Object.values(SITUATIONS))
  const ids = Array.from({ length: 16 }, (_, at) => `h${at}`)
  const moment = fc.record({
    seconds: fc.integer({ min: 0, max: 40 }),
    changed: fc.array(fc.tuple(fc.constantFrom(...ids), situations), { maxLength: 10 }),
  })

  it('at most ten are open, every chat that has waited ten seconds is on a card or counted, and looking again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 25 }), (moments) => {
        const handOffs = new Map<string, HandOff>()
        let cards: TeamCard[] = []
        let at = MONDAY
        for (const { seconds, changed } of moments) {
          at = later(at, seconds)
          for (const [id, situation] of changed) {
            const renewed = 'pledge' in situation ? { ...situation, pledge: { ...situation.pledge, madeAt: at } } : situation
            handOffs.set(id, { ...aHandOff({ id }), situation: renewed as Situation })
          }
          const now = { queue: QUEUE, handOffs: [...handOffs.values()], cards }
          cards = applied(cards, cardChanges(now, at), at)
          expect(openOf(cards).length).toBeLessThanOrEqual(MOST_OPEN)
          expect(cardChanges({ ...now, cards }, at)).toEqual([])
          // The summary may be a little behind; then it is as it should be.
          const soon = later(at, SUMMARY_SECONDS)
          const settled = applied(cards, cardChanges({ ...now, cards }, soon), soon)
          const open = new Set(openOf(settled))
          const others = now.handOffs.filter(
            (one) =>
              faceOf(one, QUEUE)?.is === 'open' &&
              !open.has(one.id) &&
              'pledge' in one.situation &&
              soon.getTime() - one.situation.pledge.madeAt.getTime() >= UNSHOWN_SECONDS * 1000,
          )
          expect(counted(settled)).toBe(others.length)
        }
      }),
      { numRuns: 300 },
    )
  })
})
