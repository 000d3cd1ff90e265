import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { MOVES, hasEnded, isWaitingFor, leaseOf, pledgeOf, type HandOff, type Status } from '../../../bot/domain/desk/hand-off.js'
import type { Effect, HandOffEvent, Now } from '../../../bot/domain/desk/hand-off-events.js'
import { step } from '../../../bot/domain/desk/step.js'
import { nextLookAt } from '../../../bot/domain/desk/ticked.js'
import { aHandOff, aNow, aQueue, at, later, MONDAY } from '../../fixtures/desk.js'
import { openPledges, walk } from '../../fixtures/desk-walk.js'

const OPEN = aNow()
const ALONE = aNow({ attended: [] })
const EVENING = aNow({ at: at('2026-06-15 20:00') })
const TWO = aNow({ queues: [aQueue(), aQueue({ id: 'permits' })] })
const after = (seconds: number, now = OPEN): Now => ({ ...now, at: later(MONDAY, seconds) })
const mine = { by: 'agneta', term: 1 }
const callBack = { kind: 'contact-left', leave: { kind: 'call-back', contact: 'c1' } } as const
const eMail = { kind: 'contact-left', leave: { kind: 'e-mail', contact: 'c1' } } as const
const take = { kind: 'claimed', by: 'agneta' } as const
const toTeam = { kind: 'transfer-asked', to: { kind: 'queue', queue: 'permits' }, reason: 'they-know-more', ...mine } as const
const toBo = { kind: 'transfer-asked', to: { kind: 'agent', agent: 'bo' }, reason: 'language', ...mine } as const

function follow(events: readonly (HandOffEvent | readonly [HandOffEvent, Now])[]): { handOff: HandOff; effects: Effect[] } {
  return events.reduce<{ handOff: HandOff; effects: Effect[] }>(
    ({ handOff }, entry) => {
      const [event, now] = 'kind' in entry ? [entry, OPEN] : entry
      const stepped = step(handOff, event, now)
      if (stepped.kind === 'refused') throw new Error(`${event.kind} was refused: ${stepped.why}`)
      return stepped
    },
    { handOff: aHandOff(), effects: [] },
  )
}
const told = (effects: readonly Effect[]): string[] =>
  effects.map((effect) => ('tell' in effect ? `${effect.tell}: ${effect.what}` : `promise ${effect.pledge}`))

/** A way to every status. */
const WAY = {
  summary: [],
  waiting: [{ kind: 'approved' }],
  unattended: [[{ kind: 'approved' }, ALONE]],
  offered: [{ kind: 'approved' }, { kind: 'offered', to: 'bo' }],
  'with-agent': [{ kind: 'approved' }, take],
  transferring: [{ kind: 'approved' }, take, [toTeam, TWO]],
  'call-back-promised': [callBack],
  'e-mail-promised': [eMail],
  'keeping-promise': [callBack, take],
  'with-bot': [{ kind: 'approved' }, take, { kind: 'handed-back', ...mine }],
  closed: [{ kind: 'approved' }, take, { kind: 'finished', reason: 'answered', ...mine }],
} as const satisfies Record<Status, readonly (HandOffEvent | readonly [HandOffEvent, Now])[]>

const tick = { kind: 'ticked' } as const
const bo = { kind: 'claimed', by: 'bo' } as const
const urgent = { kind: 'became-urgent' } as const
type Row = readonly [from: Status, event: HandOffEvent, now: Now, to: Status | `refused: ${string}`, told: readonly string[]]
const ROWS: readonly Row[] = [
  ['summary', { kind: 'approved' }, OPEN, 'waiting', ['promise made', 'citizen: waiting', 'team: waits']],
  [
    'summary',
    { kind: 'approved' },
    ALONE,
    'unattended',
    ['promise made', 'citizen: unattended', 'lead: nobody-there', 'team: waits'],
  ],
  ['summary', { kind: 'approved' }, EVENING, 'unattended', ['promise made', 'citizen: unattended']],
  ['summary', callBack, EVENING, 'call-back-promised', ['promise made', 'citizen: promised', 'team: promised']],
  ['summary', { kind: 'back-to-bot' }, OPEN, 'closed', []],
  ['summary', tick, after(29 * 60), 'summary', []],
  ['summary', tick, after(30 * 60), 'closed', []],
  ['summary', take, OPEN, 'refused: not-now', []],
  ['waiting', take, OPEN, 'with-agent', ['team: taken', 'promise kept', 'citizen: agent-came']],
  ['waiting', callBack, OPEN, 'call-back-promised', ['promise withdrawn', 'promise made', 'citizen: promised', 'team: promised']],
  ['waiting', eMail, OPEN, 'e-mail-promised', ['promise withdrawn', 'promise made', 'citizen: promised', 'team: promised']],
  ['waiting', { kind: 'back-to-bot' }, OPEN, 'with-bot', ['promise withdrawn', 'team: gone', 'citizen: back-with-bot']],
  ['waiting', { kind: 'left' }, OPEN, 'closed', ['promise withdrawn', 'team: gone']],
  ['waiting', tick, after(60), 'waiting', []],
  ['waiting', tick, after(20 * 60), 'waiting', ['lead: long-wait', 'citizen: long-wait']],
  ['waiting', tick, after(60, ALONE), 'unattended', ['citizen: unattended', 'lead: nobody-there', 'team: waits']],
  ['waiting', urgent, OPEN, 'waiting', ['team: waits']],
  [
    'waiting',
    { kind: 'moved', queue: 'permits' },
    TWO,
    'waiting',
    ['citizen: moved', 'team: gone', 'promise withdrawn', 'promise made', 'citizen: waiting-again', 'team: waits'],
  ],
  ['waiting', { kind: 'moved', queue: 'nowhere' }, TWO, 'refused: no-such-queue', []],
  ['waiting', { kind: 'beat', ...mine }, OPEN, 'refused: not-now', []],
  ['unattended', tick, OPEN, 'waiting', ['citizen: waiting-again', 'team: waits']],
  ['unattended', tick, ALONE, 'unattended', []],
  ['unattended', urgent, ALONE, 'unattended', ['team: waits', 'lead: nobody-there']],
  ['unattended', tick, after(3600, ALONE), 'unattended', ['team: promise-due-soon', 'lead: promise-late']],
  ['unattended', take, OPEN, 'with-agent', ['team: taken', 'promise kept', 'citizen: agent-came']],
  ['offered', take, OPEN, 'with-agent', ['team: taken', 'agent: offer-over', 'promise kept', 'citizen: agent-came']],
  ['offered', bo, OPEN, 'with-agent', ['team: taken', 'promise kept', 'citizen: agent-came']],
  ['offered', { kind: 'declined', by: 'bo' }, OPEN, 'waiting', []],
  ['offered', { kind: 'left' }, OPEN, 'closed', ['promise withdrawn', 'team: gone', 'agent: offer-over']],
  ['offered', { kind: 'declined', by: 'agneta' }, OPEN, 'refused: not-for-you', []],
  ['offered', tick, after(30), 'waiting', ['agent: offer-over']],
  [
    'offered',
    tick,
    after(30, ALONE),
    'unattended',
    ['agent: offer-over', 'citizen: unattended', 'lead: nobody-there', 'team: waits'],
  ],
  ['with-agent', bo, OPEN, 'refused: taken', []],
  ['with-agent', take, OPEN, 'with-agent', []],
  ['with-agent', bo, after(60), 'with-agent', ['agent: chat-lost', 'team: taken', 'citizen: agent-came']],
  ['with-agent', { kind: 'beat', ...mine }, after(59), 'with-agent', []],
  ['with-agent', { kind: 'beat', by: 'agneta', term: 0 }, OPEN, 'refused: not-yours', []],
  ['with-agent', tick, after(59), 'with-agent', []],
  ['with-agent', tick, after(60), 'waiting', ['agent: chat-lost', 'promise made', 'citizen: waiting-again', 'team: waits']],
  [
    'with-agent',
    tick,
    after(60, ALONE),
    'unattended',
    ['agent: chat-lost', 'promise made', 'citizen: unattended', 'lead: nobody-there', 'team: waits'],
  ],
  ['with-agent', { kind: 'let-go', ...mine }, OPEN, 'waiting', ['promise made', 'citizen: waiting-again', 'team: waits']],
  ['with-agent', toTeam, TWO, 'transferring', ['citizen: transferring', 'team: waits']],
  ['with-agent', toTeam, { ...TWO, attended: new Set(['contact-centre']) }, 'refused: nobody-there', []],
  ['with-agent', toBo, OPEN, 'transferring', ['citizen: transferring', 'agent: transfer-asked']],
  ['with-agent', toBo, aNow({ there: ['agneta'] }), 'refused: nobody-there', []],
  ['with-agent', urgent, OPEN, 'with-agent', []],
  ['waiting', { kind: 'offered', to: 'bo' }, aNow({ there: [] }), 'refused: nobody-there', []],
  [
    'with-agent',
    { kind: 'converted', leave: callBack.leave, ...mine },
    OPEN,
    'call-back-promised',
    ['agent: chat-moved', 'promise made', 'citizen: promised', 'team: promised'],
  ],
  ['with-agent', { kind: 'finished', reason: 'answered', ...mine }, OPEN, 'closed', ['citizen: ended', 'citizen: rate']],
  ['with-agent', { kind: 'finished', reason: 'abusive', ...mine }, OPEN, 'closed', ['citizen: ended']],
  ['with-agent', { kind: 'finished', reason: 'answered', by: 'bo', term: 1 }, OPEN, 'refused: not-yours', []],
  ['with-agent', { kind: 'handed-back', ...mine }, OPEN, 'with-bot', ['citizen: back-with-bot', 'citizen: rate']],
  ['with-agent', { kind: 'back-to-bot' }, OPEN, 'with-bot', ['agent: citizen-gone', 'citizen: back-with-bot', 'citizen: rate']],
  ['with-agent', { kind: 'threat', ...mine }, OPEN, 'with-agent', ['lead: threat']],
  ['transferring', bo, TWO, 'with-agent', ['citizen: transferred', 'citizen: agent-came', 'agent: chat-moved', 'team: taken']],
  [
    'transferring',
    tick,
    after(119, TWO),
    'waiting',
    ['agent: chat-lost', 'promise made', 'citizen: waiting-again', 'team: waits'],
  ],
  [
    'transferring',
    { kind: 'transfer-withdrawn', ...mine },
    TWO,
    'with-agent',
    ['citizen: transfer-off', 'agent: transfer-over', 'team: gone'],
  ],
  ['transferring', { kind: 'left' }, TWO, 'closed', ['agent: citizen-gone', 'team: gone']],
  [
    'transferring',
    { kind: 'finished', reason: 'answered', ...mine },
    TWO,
    'closed',
    ['team: gone', 'citizen: ended', 'citizen: rate'],
  ],
  ['transferring', { kind: 'declined', by: 'bo' }, TWO, 'refused: not-for-you', []],
  ['call-back-promised', take, OPEN, 'keeping-promise', ['team: taken']],
  [
    'call-back-promised',
    { kind: 'protected-told' },
    OPEN,
    'waiting',
    ['citizen: phone-and-letter', 'promise withdrawn', 'promise made', 'citizen: waiting-again', 'team: waits'],
  ],
  [
    'keeping-promise',
    { kind: 'protected-told' },
    OPEN,
    'waiting',
    [
      'agent: chat-lost',
      'citizen: phone-and-letter',
      'promise withdrawn',
      'promise made',
      'citizen: waiting-again',
      'team: waits',
    ],
  ],
  [
    'keeping-promise',
    { kind: 'withdrawn' },
    OPEN,
    'closed',
    ['promise withdrawn', 'team: gone', 'agent: citizen-gone', 'citizen: withdrawn'],
  ],
  ['call-back-promised', { kind: 'withdrawn' }, OPEN, 'closed', ['promise withdrawn', 'team: gone', 'citizen: withdrawn']],
  ['call-back-promised', tick, after(4 * 3600), 'call-back-promised', ['team: promise-due-soon', 'lead: promise-late']],
  [
    'call-back-promised',
    { kind: 'moved', queue: 'permits' },
    TWO,
    'call-back-promised',
    ['citizen: moved', 'team: gone', 'promise put-off', 'team: promised'],
  ],
  ['e-mail-promised', tick, after(4 * 3600), 'e-mail-promised', []],
  ['keeping-promise', { kind: 'not-reached', ...mine }, OPEN, 'call-back-promised', ['promise put-off', 'citizen: not-reached']],
  ['keeping-promise', { kind: 'finished', reason: 'answered', ...mine }, OPEN, 'closed', ['promise kept', 'citizen: ended']],
  ['keeping-promise', tick, after(60), 'call-back-promised', ['agent: chat-lost', 'team: promised']],
  ['keeping-promise', bo, OPEN, 'refused: taken', []],
  ['with-bot', { kind: 'rated', answer: 'yes' }, OPEN, 'with-bot', []],
  ['with-bot', take, OPEN, 'refused: not-now', []],
  ['closed', { kind: 'rated', answer: 'no' }, OPEN, 'closed', []],
  ['closed', take, OPEN, 'refused: not-now', []],
  ['closed', { kind: 'left' }, OPEN, 'refused: not-now', []],
]

describe('a hand-off', () => {
  it.each(ROWS)('%s, %j', (from, event, now, to, expected) => {
    const stepped = step(follow(WAY[from]).handOff, event, now)
    const found =
      stepped.kind === 'moved' ? [stepped.handOff.situation.status, told(stepped.effects)] : [`refused: ${stepped.why}`, []]
    expect(found).toEqual([to, expected])
  })

  it('says who was first to the one who was second', () => {
    expect(step(follow(WAY['with-agent']).handOff, bo, OPEN)).toEqual({ kind: 'refused', why: 'taken', holder: 'agneta' })
  })

  it('keeps its place through a crash, a transfer and a promise', () => {
    const { handOff } = follow([
      { kind: 'approved' },
      take,
      [tick, after(60)],
      [bo, after(70)],
      [
        { kind: 'transfer-asked', to: { kind: 'queue', queue: 'permits' }, reason: 'language', by: 'bo', term: 2 },
        after(80, TWO),
      ],
      [{ kind: 'claimed', by: 'cilla' }, after(90, TWO)],
      [{ kind: 'converted', leave: callBack.leave, by: 'cilla', term: 3 }, after(100, TWO)],
    ])
    expect(handOff.place).toMatchObject({ askedAt: MONDAY, queue: 'permits' })
  })

  it('does not believe a desk that has slept while another took the chat', () => {
    const { handOff } = follow([{ kind: 'approved' }, take, [tick, after(60)], [bo, after(70)]])
    for (const kind of ['beat', 'let-go', 'handed-back'] as const)
      expect(step(handOff, { kind, ...mine }, after(80))).toEqual({ kind: 'refused', why: 'not-yours' })
  })

  it('lets the one who slept go on where nobody has come', () => {
    const stepped = step(follow(WAY['with-agent']).handOff, { kind: 'beat', ...mine }, after(90))
    expect(stepped.kind === 'moved' && leaseOf(stepped.handOff.situation)?.until).toEqual(later(MONDAY, 150))
  })

  it('takes no number or address from somebody with protected identity, who keeps the place', () => {
    const { handOff, effects } = follow([...WAY.waiting, { kind: 'protected-told' }])
    expect([handOff.situation.status, told(effects)]).toEqual(['waiting', ['citizen: phone-and-letter']])
    expect(step(handOff, callBack, OPEN)).toEqual({ kind: 'refused', why: 'protected' })
  })

  it('gives up calling after three times, and says so', () => {
    const again: HandOffEvent[] = [2, 3].flatMap((term) => [take, { kind: 'not-reached', by: 'agneta', term } as const])
    const { handOff, effects } = follow([...WAY['keeping-promise'], { kind: 'not-reached', ...mine }, ...again])
    expect(handOff.situation).toMatchObject({ status: 'closed', reason: 'not-reached' })
    expect(told(effects)).toEqual(['promise withdrawn', 'citizen: not-reached'])
  })

  it('keeps the promised time when the number is corrected, and promises another time by mail', () => {
    const dueAt = (event: HandOffEvent): Date | undefined => {
      const stepped = step(follow(WAY['call-back-promised']).handOff, event, after(3600))
      return stepped.kind === 'moved' ? pledgeOf(stepped.handOff.situation)?.dueAt : undefined
    }
    expect([callBack, eMail].map(dueAt)).toEqual([at('2026-06-15 14:00'), at('2026-06-16 10:30')])
  })

  it('is not offered again to whoever passed, until it enters a queue anew or has waited long', () => {
    const offered = { kind: 'offered', to: 'bo' } as const
    const { handOff } = follow([...WAY.offered, { kind: 'declined', by: 'bo' }, offered, [tick, after(30)]])
    expect(handOff.passedBy).toEqual(['bo', 'bo'])
    const moved = step(handOff, { kind: 'moved', queue: 'permits' }, TWO)
    const long = step(handOff, tick, after(20 * 60))
    expect([moved, long]).toMatchObject([{ handOff: { passedBy: [] } }, { handOff: { passedBy: [] } }])
  })

  it('goes to whoever was asked, also when the desk that held it has died, and to others then', () => {
    const { handOff } = follow([{ kind: 'approved' }, take, toBo])
    const place = (event: HandOffEvent, seconds: number) => {
      const stepped = step(handOff, event, after(seconds))
      return stepped.kind === 'moved' ? told(stepped.effects) : stepped.why
    }
    const cilla = { kind: 'claimed', by: 'cilla' } as const
    expect(place(cilla, 10)).toBe('not-for-you')
    expect(place(bo, 70)).toEqual(['citizen: transferred', 'citizen: agent-came', 'agent: chat-moved', 'team: taken'])
    expect(place(cilla, 70)).toEqual(['agent: chat-lost', 'team: taken', 'agent: transfer-over', 'citizen: agent-came'])
  })

  it('is rated once', () => {
    const rate = { kind: 'rated', answer: 'no' } as const
    expect(step(follow([...WAY.closed, rate]).handOff, rate, OPEN)).toEqual({ kind: 'refused', why: 'not-now' })
  })

  it('tells the lead of a long wait once', () => {
    const { handOff } = follow([{ kind: 'approved' }, [tick, after(20 * 60)]])
    expect(step(handOff, tick, after(21 * 60))).toMatchObject({ effects: [] })
  })
})

describe('a hand-off whose queue is taken away', () => {
  const gone = aNow({ at: later(MONDAY, 10), queues: [aQueue({ id: 'permits' }), aQueue({ id: 'city', general: true })] })
  it.each<[Status, Status, readonly string[]]>([
    ['summary', 'summary', []],
    ['waiting', 'waiting', ['citizen: moved', 'promise withdrawn', 'promise made', 'citizen: waiting-again', 'team: waits']],
    ['unattended', 'waiting', ['citizen: moved', 'promise withdrawn', 'promise made', 'citizen: waiting-again', 'team: waits']],
    [
      'offered',
      'waiting',
      ['citizen: moved', 'agent: offer-over', 'promise withdrawn', 'promise made', 'citizen: waiting-again', 'team: waits'],
    ],
    ['with-agent', 'with-agent', []],
    ['transferring', 'transferring', []],
    ['call-back-promised', 'call-back-promised', ['citizen: moved', 'promise put-off', 'team: promised']],
    ['e-mail-promised', 'e-mail-promised', ['citizen: moved', 'promise put-off', 'team: promised']],
    ['keeping-promise', 'keeping-promise', ['promise put-off']],
  ])('%s goes on in the general one as %s', (from, to, expected) => {
    const stepped = step(follow(WAY[from]).handOff, tick, gone)
    expect(stepped).toMatchObject({ handOff: { place: { queue: 'city', askedAt: MONDAY }, situation: { status: to } } })
    expect(stepped.kind === 'moved' && told(stepped.effects)).toEqual(expected)
  })

  it('keeps the time of a promise to call', () => {
    const { handOff } = follow(WAY['call-back-promised'])
    const stepped = step(handOff, tick, gone)
    expect(stepped.kind === 'moved' && pledgeOf(stepped.handOff.situation)).toEqual({
      ...pledgeOf(handOff.situation),
      queue: 'city',
    })
  })

  it('is as it was when it has ended, and is refused where there is no queue at all', () => {
    expect(step(follow(WAY.closed).handOff, { kind: 'rated', answer: 'yes' }, gone)).toMatchObject({
      handOff: { place: { queue: 'contact-centre' } },
    })
    expect(step(follow(WAY.waiting).handOff, tick, aNow({ queues: [] }))).toEqual({ kind: 'refused', why: 'no-such-queue' })
  })

  it('stays where it is when only the team that it was on its way to is gone', () => {
    const stepped = step(follow(WAY.transferring).handOff, tick, after(60))
    expect(stepped).toMatchObject({ handOff: { place: { queue: 'contact-centre' }, situation: { status: 'waiting' } } })
  })
})

const seeds = fc.integer({ min: 0, max: 1_000_000_000 })
const everyStep = (check: (walked: ReturnType<typeof walk>) => void): void =>
  fc.assert(
    fc.property(seeds, (seed) => check(walk(seed, 60))),
    { numRuns: 400 },
  )

describe('whatever happens to a hand-off', () => {
  it('every move of the table is made sometimes, and none that is not in it', () => {
    const made = new Set<string>()
    for (let seed = 0; seed < 4000; seed++)
      for (const { before, event, stepped } of walk(seed, 60))
        if (stepped.kind === 'moved') made.add(`${before.situation.status} ${event.kind} ${stepped.handOff.situation.status}`)
    const table = Object.entries(MOVES).flatMap(([from, events]) =>
      Object.entries<readonly string[]>(events).flatMap(([event, to]) => to.map((next) => `${from} ${event} ${next}`)),
    )
    expect([...made].sort()).toEqual(table.sort())
  })

  it('whoever waits has a promise with a deadline, and whoever is spoken with has a holder', () => {
    everyStep((walked) => {
      for (const { stepped } of walked)
        if (stepped.kind === 'moved') {
          const { situation } = stepped.handOff
          const isHeld = leaseOf(situation) !== undefined
          const isPromised = pledgeOf(situation)?.dueAt instanceof Date
          expect(isHeld || isPromised).toBe(situation.status !== 'summary' && !hasEnded(situation))
          expect(isWaitingFor(situation) && !isPromised).toBe(false)
        }
    })
  })

  it('the list of promises, made of effects alone, is what the hand-off itself says', () => {
    everyStep((walked) => {
      walked.forEach(({ stepped }, at) => {
        if (stepped.kind === 'refused') return
        const pledge = pledgeOf(stepped.handOff.situation)
        expect([...openPledges(walked.slice(0, at + 1))]).toEqual(pledge ? [[pledge.id, pledge.dueAt]] : [])
      })
    })
  })

  it('terms only rise, by one with each claim, and the place is never younger', () => {
    everyStep((walked) => {
      for (const { before, event, stepped } of walked)
        if (stepped.kind === 'moved') {
          const risen = stepped.handOff.terms - before.terms
          expect(risen === 0 || (risen === 1 && event.kind === 'claimed')).toBe(true)
          expect(stepped.handOff.place.askedAt).toEqual(MONDAY)
        }
    })
  })

  it('time twice at the same moment is as once', () => {
    everyStep((walked) => {
      for (const { stepped, now } of walked) {
        if (stepped.kind === 'refused') continue
        const once = step(stepped.handOff, { kind: 'ticked' }, now)
        if (once.kind === 'refused' || hasEnded(once.handOff.situation)) continue
        const twice = step(once.handOff, { kind: 'ticked' }, now)
        expect(twice).toEqual({ kind: 'moved', handOff: once.handOff, effects: [] })
      }
    })
  })

  it('time does nothing before the moment to look again, as long as the same people are there', () => {
    everyStep((walked) => {
      for (const { stepped, now } of walked) {
        if (stepped.kind === 'refused') continue
        const settled = step(stepped.handOff, { kind: 'ticked' }, now)
        if (settled.kind === 'refused' || settled.handOff.situation.status === 'unattended') continue
        const look = nextLookAt(settled.handOff, now.queues.get(settled.handOff.place.queue)!)
        const before = look ? new Date(look.getTime() - 1) : later(now.at, 86_400)
        // What has ended by then refuses the clock, which is as good as nothing.
        const again = step(settled.handOff, { kind: 'ticked' }, { ...now, at: before < now.at ? now.at : before })
        if (again.kind === 'moved') expect(again.effects).toEqual([])
      }
    })
  })
})
