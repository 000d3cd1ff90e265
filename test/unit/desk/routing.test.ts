import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Agent } from '../../../bot/domain/desk/agent.js'
import type { HandOff, Place, TransferTarget } from '../../../bot/domain/desk/hand-off.js'
import type { HandOffEvent } from '../../../bot/domain/desk/hand-off-events.js'
import {
  attended,
  inTurn,
  isFor,
  matches,
  mayTake,
  nextFor,
  present,
  placeInQueue,
  visibleTo,
} from '../../../bot/domain/desk/routing.js'
import { step } from '../../../bot/domain/desk/step.js'
import { aHandOff, aNow, aPlace, aQueue, anAgent, later, MONDAY } from '../../fixtures/desk.js'

const CENTRE = aQueue({ overflow: [{ afterMinutes: 10, to: 'permits' }], languageForMinutes: 5, topicForMinutes: 2 })
const QUEUES = new Map([CENTRE, aQueue({ id: 'permits' }), aQueue({ id: 'schools' })].map((queue) => [queue.id, queue]))
const NOW = aNow({ queues: [...QUEUES.values()] })

function waiting(id: string, place: Partial<Place> = {}): HandOff {
  const stepped = step(aHandOff({ id, ...place }), { kind: 'approved' }, NOW)
  if (stepped.kind === 'refused') throw new Error(stepped.why)
  return stepped.handOff
}
const ago = (minutes: number): Date => later(MONDAY, -60 * minutes)
const moved = (handOff: HandOff, event: HandOffEvent): HandOff => {
  const stepped = step(handOff, event, NOW)
  if (stepped.kind !== 'moved') throw new Error(JSON.stringify(stepped))
  return stepped.handOff
}
const offers = (handOffs: HandOff[], agents: Agent[]): string[] =>
  matches(handOffs, agents, QUEUES, MONDAY).map(({ handOff, agent }) => `${handOff.id} to ${agent}`)

describe('whose turn it is', () => {
  it('goes by waiting time, with a head start for what is urgent', () => {
    const line = [
      waiting('newest'),
      waiting('urgent', { askedAt: ago(1), urgency: 'urgent' }),
      waiting('oldest', { askedAt: ago(40) }),
      waiting('older', { askedAt: ago(20) }),
    ]
    expect(inTurn(line).map(({ id }) => id)).toEqual(['oldest', 'urgent', 'older', 'newest'])
    expect(placeInQueue(line[3]!, line)).toEqual({ ahead: 2, of: 4 })
  })

  it('is kept by whoever goes home to be called', () => {
    const first = waiting('first', { askedAt: ago(10) })
    const stepped = step(first, { kind: 'contact-left', leave: { kind: 'call-back', contact: 'c' } }, NOW)
    const promised = stepped.kind === 'moved' ? stepped.handOff : first
    const line = [waiting('second', { askedAt: ago(5) }), promised]
    expect(inTurn(line).map(({ id }) => id)).toEqual(['first', 'second'])
    expect(nextFor(anAgent(), line, QUEUES, MONDAY)?.id).toBe('first')
    expect(nextFor(anAgent({ queues: ['schools'] }), line, QUEUES, MONDAY)).toBeUndefined()
  })

  it('begins with what is offered, and ends with what one has passed on or put off oneself', () => {
    const { id } = anAgent()
    const passedOn = { ...waiting('passed on', { askedAt: ago(30) }), passedBy: [id] }
    const claimed = moved(waiting('put off', { askedAt: ago(20) }), { kind: 'claimed', by: id })
    const putOff = moved(claimed, { kind: 'converted', by: id, term: claimed.terms, leave: { kind: 'call-back', contact: 'c' } })
    const theirs = moved(waiting('offered to somebody else', { askedAt: ago(15) }), { kind: 'offered', to: 'bo' })
    const other = waiting('other', { askedAt: ago(10) })
    const mine = moved(waiting('offered', { askedAt: ago(5) }), { kind: 'offered', to: id })
    const next = (...line: HandOff[]) => nextFor(anAgent(), line, QUEUES, MONDAY)?.id
    expect(next(passedOn, putOff, theirs, other, mine)).toBe('offered')
    expect(next(passedOn, putOff, theirs, other)).toBe('other')
    expect(next(passedOn, putOff, theirs)).toBe('passed on')
    expect(next(putOff, theirs)).toBe('put off')
    expect(next(theirs)).toBeUndefined()
  })
})

describe('whom a chat is for', () => {
  const FINNISH = { askedAt: MONDAY, language: 'fi' }
  it.each([
    ['an agent of the queue', {}, {}, 0, true],
    ['an agent of another queue', {}, { queues: ['schools'] }, 60, false],
    ['an agent who does not speak the language, at first', FINNISH, {}, 4, false],
    ['an agent who does not speak the language, later', FINNISH, {}, 5, true],
    ['an agent who speaks it', FINNISH, { languages: ['fi'] }, 0, true],
    ['an agent who knows other topics, at first', { topic: 'permits' }, { topics: ['schools'] }, 1, false],
    ['an agent who knows other topics, later', { topic: 'permits' }, { topics: ['schools'] }, 2, true],
    ['an agent who knows all topics', { topic: 'permits' }, {}, 0, true],
    ['an agent of the queue it overflows to, at first', {}, { queues: ['permits'] }, 9, false],
    ['an agent of the queue it overflows to, later', {}, { queues: ['permits'] }, 10, true],
  ])('%s: %j, %j after %d minutes', (_, place, agent, minutes, expected) => {
    expect(isFor(anAgent(agent), aPlace(place), QUEUES, later(MONDAY, 60 * minutes))).toBe(expected)
  })
})

describe('who may take a chat', () => {
  const after = (...events: HandOffEvent[]): HandOff =>
    events.reduce((handOff, event) => {
      const stepped = step(handOff, event, NOW)
      if (stepped.kind === 'refused') throw new Error(stepped.why)
      return stepped.handOff
    }, waiting('one'))
  const of = { by: 'agneta', term: 1 }
  const take = { kind: 'claimed', by: 'agneta' } as const
  const transfer = (to: TransferTarget): HandOffEvent => ({ kind: 'transfer-asked', to, reason: 'they-know-more', ...of })
  it.each<[string, HandOff, boolean[]]>([
    ['that waits: its queue, and those it overflows to', after(), [true, true, false]],
    ['that is offered: the same, and whoever it is offered to', after({ kind: 'offered', to: 'cilla' }), [true, true, true]],
    ['on its way to a team: that team', after(take, transfer({ kind: 'queue', queue: 'schools' })), [true, false, true]],
    ['on its way to somebody: that one', after(take, transfer({ kind: 'agent', agent: 'bo' })), [true, true, false]],
  ])('%s', (_, handOff, expected) => {
    const agents = [anAgent(), anAgent({ id: 'bo', queues: ['permits'] }), anAgent({ id: 'cilla', queues: ['schools'] })]
    expect(agents.map((each) => mayTake(each, handOff, QUEUES))).toEqual(expected)
  })
})

describe('offers', () => {
  it('prefer the one who knows the citizen, the language, the topic, has fewest chats, has rested longest', () => {
    const topical = waiting('one', { language: 'fi', topic: 'schools', askedAt: ago(10) })
    const agents = [
      anAgent({ id: 'e', lastTakenAt: ago(5) }),
      anAgent({ id: 'd', lastTakenAt: ago(50) }),
      anAgent({ id: 'c', topics: ['schools'], chats: 1 }),
      anAgent({ id: 'b', languages: ['fi'], chats: 2 }),
      anAgent({ id: 'a', languages: ['sv'], chats: 2 }),
    ]
    const order: string[] = []
    for (let left = agents; left.length > 0; left = left.filter(({ id }) => id !== order.at(-1)))
      order.push(matches([{ ...topical, lastAgent: 'a' }], left, QUEUES, MONDAY)[0]!.agent)
    expect(order).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it.each(['away', 'break', 'off-shift'] as const)('are not made to somebody who is %s', (presence) => {
    expect(offers([waiting('one')], [anAgent({ presence })])).toEqual([])
  })

  it('are not made to a desk that has not been heard of', () => {
    expect(offers([waiting('one')], [anAgent({ heardAt: later(MONDAY, -60) })])).toEqual([])
  })

  it('count what is on offer already', () => {
    const stepped = step(waiting('one'), { kind: 'offered', to: 'agneta' }, NOW)
    expect(
      offers([stepped.kind === 'moved' ? stepped.handOff : waiting('one'), waiting('two')], [anAgent({ capacity: 1 })]),
    ).toEqual([])
  })

  it('go to others when one has passed, and to nobody when all have', () => {
    const passedBy = (...ids: string[]): HandOff => ({ ...waiting('one'), passedBy: ids })
    const agents = [anAgent({ id: 'a' }), anAgent({ id: 'b' })]
    expect([passedBy(), passedBy('a'), passedBy('a', 'b')].map((each) => offers([each], agents))).toEqual([
      ['one to a'],
      ['one to b'],
      [],
    ])
  })

  const agent = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    queues: fc.subarray(['contact-centre', 'permits', 'schools']),
    languages: fc.subarray(['sv', 'fi', 'en']),
    topics: fc.subarray(['schools', 'parking']),
    presence: fc.constantFrom('available' as const, 'away' as const, 'off-shift' as const),
    capacity: fc.integer({ min: 0, max: 3 }),
    chats: fc.integer({ min: 0, max: 2 }),
  })
  const agents = fc.uniqueArray(agent.map(anAgent), { selector: ({ id }) => id })
  const place = fc.record({
    queue: fc.constantFrom('contact-centre', 'permits', 'schools'),
    language: fc.constantFrom('sv', 'fi', 'so'),
    askedAt: fc.integer({ min: 0, max: 60 }).map(ago),
    urgency: fc.constantFrom('urgent' as const, 'ordinary' as const),
  })
  const line = fc.array(place, { maxLength: 12 }).map((places) => places.map((each, at) => waiting(`chat ${at}`, each)))

  it('are the same in whatever order things are listed, within everybody’s room, and leave nobody whom somebody could take', () => {
    fc.assert(
      fc.property(line, agents, (handOffs, people) => {
        const made = offers(handOffs, people)
        expect(offers(handOffs.toReversed(), people.toReversed())).toEqual(made)
        const chats = (id: string): number => made.filter((each) => each.endsWith(` to ${id}`)).length
        for (const { id, capacity, chats: had } of people) expect(chats(id)).toBeLessThanOrEqual(Math.max(0, capacity - had))
        const left = handOffs.filter(({ id }) => !made.some((each) => each.startsWith(`${id} to `)))
        const room = people.filter(
          ({ id, presence, capacity, chats: had }) => presence === 'available' && had + chats(id) < capacity,
        )
        for (const { place: where } of left) expect(room.filter((each) => isFor(each, where, QUEUES, MONDAY))).toEqual([])
      }),
    )
  })

  it('are never made to somebody who cannot see the chat', () => {
    fc.assert(
      fc.property(line, agents, (handOffs, people) => {
        for (const { handOff, agent: id } of matches(handOffs, people, QUEUES, MONDAY))
          expect(visibleTo(handOff.place, people, QUEUES, MONDAY).map((each) => each.id)).toContain(id)
      }),
    )
  })
})

describe('who is there', () => {
  it('are the queues that somebody on shift can see, by their own people or by overflow', () => {
    expect([...attended(QUEUES, [anAgent({ queues: ['permits'], presence: 'break' })], MONDAY)].sort()).toEqual([
      'contact-centre',
      'permits',
    ])
    expect(attended(QUEUES, [anAgent({ presence: 'off-shift' })], MONDAY).size).toBe(0)
  })

  it('are people whose desk was heard of within the minute, also on a break', () => {
    const people = [
      anAgent({ id: 'at work' }),
      anAgent({ id: 'on a break', presence: 'break' }),
      anAgent({ id: 'at home', presence: 'off-shift' }),
      anAgent({ id: 'silent', heardAt: later(MONDAY, -60) }),
    ]
    expect([...present(people, MONDAY)]).toEqual(['at work', 'on a break'])
  })
})
