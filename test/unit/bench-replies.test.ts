import { describe, expect, it } from '@jest/globals'
import { Replies } from '../../bench/replies.js'
import { isMet, share } from '../../bench/report.js'
import { median, percentile } from '../../bench/statistics.js'

const label = (turn: string, outcome = 'answer') => ({
  type: 'message',
  channelData: { lotsen: { outcome, language: 'sv', turn } },
})
const reply = (...activities: object[]) => ({ status: 200, body: JSON.stringify({ activities }) })
const wrongIn = (...given: { status: number; body: string }[]) => {
  const replies = new Replies(true)
  for (const one of given) replies.take(one)
  return replies.wrong
}

describe('what the benchmark takes for a right reply', () => {
  it('is one turn with its label, however many messages', () => {
    expect(wrongIn(reply(label('1')), reply(label('2'), label('2')))).toEqual([])
  })

  it.each([
    ['another status', { status: 500, body: '' }],
    ['no JSON', { status: 200, body: 'sorry' }],
    ['an empty body', { status: 200, body: '' }],
    ['no message', reply()],
    ['a message without a label', reply({ type: 'message' })],
    ['messages of two turns', reply(label('1'), label('2'))],
    ['an apology', reply(label('1', 'error'))],
  ])('is not %s', (_name, given) => {
    expect(wrongIn(given)).toHaveLength(1)
  })

  it('is not the answer to somebody else', () => {
    expect(wrongIn(reply(label('1')), reply(label('1')))).toHaveLength(1)
  })
})

describe('the figures', () => {
  it('are the middle of the rounds, and the value that so many are at or below', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), percentile([5, 1, 4, 2, 3], 0.8), percentile([7], 0.99)]).toEqual([
      2, 2.5, 4, 7,
    ])
  })

  it('compare two servers round by round', () => {
    const row = (...speeds: number[]) => ({
      name: '',
      rounds: speeds.map((perSecond) => ({ perSecond, p50: 0, p95: 0, p99: 0 })),
    })
    expect(share(row(50, 10, 60), row(100, 100, 100))).toBe(0.5)
  })

  it('never meet a goal that could not be measured', () => {
    expect([isMet({ what: '', unit: '', found: NaN, atMost: 1 }), isMet({ what: '', unit: '', found: NaN, atLeast: 1 })]).toEqual(
      [false, false],
    )
  })
})
