import { describe, expect, it } from '@jest/globals'
import { agendaOf } from '../../../bot/domain/projects/meetings.js'
import type { Minutes } from '../../../bot/domain/projects/meeting.js'
import { aRequest, approve, meet, running, WHO, type Play } from '../../fixtures/project.js'

const called = (): Play => {
  const game = running()
  game.act('chair', { kind: 'meeting-called', on: '2027-01-11', at: '09:00', place: 'City Hall', own: ['The budget year'] })
  return game
}
const NUMBER = 2
const opened = (game: Play): Play => {
  game.act('chair', { kind: 'meeting-opened', meeting: NUMBER, there: [WHO.chair, WHO.anna, WHO.bo, WHO.manager] })
  return game
}
const lastMinutes = ({ filings }: Play): Minutes => filings.findLast(({ kind }) => kind === 'minutes')!.body as Minutes

describe('a meeting of the steering group', () => {
  it('has on its agenda all that waits, and what the chair puts there', () => {
    const game = called()
    game.act('manager', { kind: 'change-requested', said: aRequest() })
    game.act('manager', { kind: 'delivery-put', id: 'course' })
    approve(game)
    game.act('manager', { kind: 'change-requested', said: aRequest({ edits: [], effects: { budget: 'More' } }) })
    approve(game, 'send-back')
    // Of the first meeting, the owner's decision of B1 was told there already.
    expect(agendaOf(game.project, ['The budget year'])).toEqual([
      { kind: 'matter', number: 3 },
      { kind: 'decision', number: 3 },
      { kind: 'decision', number: 4 },
      { kind: 'change-request', number: 2 },
      { kind: 'own', text: 'The budget year' },
    ])
  })

  it('is minuted: who was there, what was decided in it and since the last, and what still waits', () => {
    const game = called()
    game.act('manager', { kind: 'delivery-put', id: 'course' })
    approve(game)
    game.act('manager', { kind: 'change-requested', said: aRequest() })
    game.act('manager', { kind: 'delivery-put', id: 'first-version' }).project.matters.map(({ number }) => number)
    opened(game)
    game.act('anna', { kind: 'conflict-declared', matter: 4 })
    game.act('chair', { kind: 'meeting-closed', meeting: NUMBER, notes: 'All was said' })
    const { hash } = game.project.meetings[0]!.minutes!
    game.act('chair', { kind: 'minutes-signed', meeting: NUMBER, hash })
    expect(lastMinutes(game)).toMatchObject({
      ledBy: WHO.chair,
      there: [WHO.chair, WHO.anna, WHO.bo, WHO.manager],
      absent: [WHO.vice],
      earlier: [3],
      made: [],
      conflicts: [{ matter: 4, person: WHO.anna }],
      waiting: [4, 5],
      notes: 'All was said',
    })
  })

  it('every decision is in minutes once, and no minutes have what was decided after they were closed', () => {
    const game = called()
    game.act('manager', { kind: 'delivery-put', id: 'course' })
    opened(game)
    approve(game)
    game.act('chair', { kind: 'meeting-closed', meeting: NUMBER })
    game.act('manager', { kind: 'delivery-put', id: 'contract' })
    approve(game)
    const { hash } = game.project.meetings[0]!.minutes!
    game.act('chair', { kind: 'minutes-signed', meeting: NUMBER, hash })
    expect(lastMinutes(game)).toMatchObject({ made: [3], earlier: [] })
    meet(game)
    expect(lastMinutes(game)).toMatchObject({ made: [], earlier: [4] })
    meet(game)
    expect(lastMinutes(game)).toMatchObject({ made: [], earlier: [] })
  })

  it('is signed by the vice-chair only who led it while the chair was not there', () => {
    const game = called()
    game.act('vice', { kind: 'meeting-opened', meeting: NUMBER, there: [WHO.vice, WHO.anna] })
    game.act('vice', { kind: 'meeting-closed', meeting: NUMBER })
    const { hash } = game.project.meetings[0]!.minutes!
    expect(game.why('vice', { kind: 'minutes-signed', meeting: NUMBER, hash })).toBe('moved')
    expect(game.why('chair', { kind: 'minutes-signed', meeting: NUMBER, hash })).toBe('meeting-is-over')
  })

  it.each<[string, (game: Play) => string, string]>([
    [
      'before its day',
      (game) => (
        game.act('chair', { kind: 'meeting-moved', meeting: NUMBER, on: '2027-01-12', at: '09:00', place: 'x' }),
        game.why('chair', { kind: 'meeting-opened', meeting: NUMBER, there: [WHO.chair] })
      ),
      'not-now',
    ],
    [
      'by somebody who is not there',
      (game) => game.why('chair', { kind: 'meeting-opened', meeting: NUMBER, there: [WHO.anna] }),
      'not-there',
    ],
    [
      'with a stranger',
      (game) => game.why('chair', { kind: 'meeting-opened', meeting: NUMBER, there: [WHO.chair, WHO.stranger] }),
      'not-a-member',
    ],
    [
      'by the manager',
      (game) => game.why('manager', { kind: 'meeting-opened', meeting: NUMBER, there: [WHO.manager] }),
      'not-yours',
    ],
    [
      'twice at a time',
      (game) => (
        opened(game),
        game.act('chair', { kind: 'meeting-called', on: '2027-01-11', at: '10:00', place: 'x' }),
        game.why('chair', { kind: 'meeting-opened', meeting: 3, there: [WHO.chair] })
      ),
      'meeting-is-on',
    ],
    [
      'when it is cancelled',
      (game) => (
        game.act('chair', { kind: 'meeting-cancelled', meeting: NUMBER }),
        game.why('chair', { kind: 'meeting-opened', meeting: NUMBER, there: [WHO.chair] })
      ),
      'meeting-is-over',
    ],
    [
      'yesterday',
      (game) => game.why('chair', { kind: 'meeting-called', on: '2027-01-10', at: '09:00', place: 'x' }),
      'day-has-been',
    ],
    ['and closed before it is opened', (game) => game.why('chair', { kind: 'meeting-closed', meeting: NUMBER }), 'not-now'],
  ])('is not held %s', (_, tried, why) => expect(tried(called())).toBe(why))

  it('the chair may count what has been said by half of a group that is not all there, and not without a quorum', () => {
    const game = called()
    game.act('manager', { kind: 'delivery-put', id: 'course' })
    opened(game)
    game.vote('chair', 'approve')
    game.vote('anna', 'approve')
    expect(game.why('chair', { kind: 'votes-counted', matter: 3 })).toBe('not-now')
    game.vote('bo', 'send-back')
    expect(game.project.matters).toHaveLength(1)
    game.act('chair', { kind: 'votes-counted', matter: 3 })
    expect(game.project.decisions.at(-1)).toMatchObject({ choice: 'approve', meeting: NUMBER })
  })

  it('and outside a meeting not before the time to vote is over', () => {
    const game = running()
    game.act('manager', { kind: 'delivery-put', id: 'course' })
    for (const [who, choice] of [
      ['vice', 'approve'],
      ['anna', 'approve'],
      ['bo', 'send-back'],
    ] as const)
      game.vote(who, choice)
    expect(game.why('chair', { kind: 'votes-counted', matter: 3 })).toBe('not-at-a-meeting')
    game.passDays(8)
    game.act('clock', { kind: 'ticked' })
    expect(game.project.decisions.at(-1)).toMatchObject({ choice: 'approve' })
  })
})
