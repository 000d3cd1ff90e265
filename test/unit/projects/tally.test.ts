import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { bodyFor, quorumOf, tally, votersOf, type Choice, type Matter } from '../../../bot/domain/projects/matter.js'
import type { ProjectRole, Roster } from '../../../bot/domain/projects/roles.js'
import { SEATS, START, WHO, WITHOUT_GROUP, type Who } from '../../fixtures/project.js'

const aMatter = (votes: readonly (readonly [Who, Choice])[], more: Partial<Matter> = {}): Matter => ({
  number: 1,
  subject: { kind: 'change-request', number: 1, revision: 1 },
  hash: 'a',
  round: 1,
  body: 'steering-group',
  quorum: 3,
  putBy: WHO.manager,
  putAt: START,
  due: '2027-01-18',
  barred: [],
  conflicts: [],
  votes: votes.map(([who, choice]) => ({ by: WHO[who], choice, motive: '', conditions: '', at: START, where: 'card' })),
  isCounted: false,
  ...more,
})
const [yes, no, back] = ['approve', 'reject', 'send-back'] as const

describe('what votes say, in a group of four with a quorum of three', () => {
  it.each<[string, readonly (readonly [Who, Choice])[], Partial<Matter>, unknown]>([
    ['nobody', [], {}, { is: 'open', missing: 3, canReach: true }],
    [
      'two agree: no quorum',
      [
        ['chair', yes],
        ['anna', yes],
      ],
      {},
      { is: 'open', missing: 1, canReach: true },
    ],
    [
      'two agree, and it is counted: no quorum',
      [
        ['chair', yes],
        ['anna', yes],
      ],
      { isCounted: true },
      { is: 'open', missing: 1, canReach: true },
    ],
    [
      'three agree',
      [
        ['chair', yes],
        ['anna', yes],
        ['bo', yes],
      ],
      {},
      { is: 'decided', choice: yes },
    ],
    [
      'two of three: the fourth may still matter',
      [
        ['chair', yes],
        ['anna', yes],
        ['bo', no],
      ],
      {},
      { is: 'open', missing: 0, canReach: true },
    ],
    [
      'two of three, counted',
      [
        ['vice', yes],
        ['anna', yes],
        ['bo', no],
      ],
      { isCounted: true },
      { is: 'decided', choice: yes },
    ],
    [
      'half, with the chair',
      [
        ['chair', no],
        ['vice', no],
        ['anna', yes],
        ['bo', yes],
      ],
      {},
      { is: 'decided', choice: no },
    ],
    [
      'half, where the chair wants a third thing',
      [
        ['chair', back],
        ['vice', no],
        ['anna', yes],
        ['bo', yes],
      ],
      {},
      { is: 'tied' },
    ],
    [
      'half, where the chair has an interest',
      [
        ['vice', no],
        ['anna', yes],
      ],
      { quorum: 2, isCounted: true, conflicts: [{ person: WHO.chair, notedBy: WHO.chair, at: START }] },
      { is: 'tied' },
    ],
    [
      'three ways',
      [
        ['chair', back],
        ['vice', no],
        ['anna', yes],
      ],
      { isCounted: true },
      { is: 'tied' },
    ],
    [
      'strangers',
      [
        ['manager', yes],
        ['owner', yes],
        ['stranger', yes],
      ],
      {},
      { is: 'open', missing: 3, canReach: true },
    ],
  ])('%s', (_, votes, more, result) => expect(tally(SEATS, aMatter(votes, more))).toEqual(result))

  it('never depends on the order of votes, and never decides what fewer than half want', () => {
    const vote = fc.tuple(fc.constantFrom<Who>('chair', 'vice', 'anna', 'bo', 'manager'), fc.constantFrom<Choice>(yes, no, back))
    fc.assert(
      fc.property(fc.uniqueArray(vote, { selector: ([who]) => who }), fc.boolean(), (votes, isCounted) => {
        const result = tally(SEATS, aMatter(votes, { isCounted }))
        expect(tally(SEATS, aMatter(votes.toReversed(), { isCounted }))).toEqual(result)
        const real = votes.filter(([who]) => who !== 'manager')
        if (result.is !== 'decided') return
        expect(real.length).toBeGreaterThanOrEqual(3)
        expect(real.filter(([, choice]) => choice === result.choice).length * 2).toBeGreaterThanOrEqual(real.length)
      }),
    )
  })
})

describe('who decides', () => {
  const only = (...roles: ProjectRole[]): Roster => SEATS.filter(({ role }) => roles.includes(role))
  it.each([
    ['steering-group', SEATS, 'steering-group'],
    ['steering-group', WITHOUT_GROUP, 'sponsor'],
    ['steering-group', only('owner'), 'owner'],
    ['owner', only('sponsor', 'chair'), 'sponsor'],
    ['owner', only('chair'), 'steering-group'],
  ] as const)('in place of %s', (body, roster, instead) => expect(bodyFor(roster, body)).toBe(instead))

  it('more than half when no quorum is set, and never more than there are', () => {
    expect([
      quorumOf(SEATS, 'steering-group', undefined),
      quorumOf(SEATS, 'steering-group', 40),
      quorumOf(SEATS, 'owner', 3),
    ]).toEqual([3, 4, 1])
  })

  it('not a manager or an administrator, even where a roster has one in the group', () => {
    const wrong: Roster = [
      ...SEATS,
      { person: WHO.manager, role: 'steering-member' },
      { person: WHO.admin, role: 'steering-member' },
    ]
    expect(votersOf(wrong, aMatter([]))).toEqual([WHO.chair, WHO.vice, WHO.anna, WHO.bo])
  })

  it('not those who managed it when it was put', () => {
    expect(votersOf(SEATS, aMatter([], { barred: [WHO.bo] }))).toEqual([WHO.chair, WHO.vice, WHO.anna])
  })
})
