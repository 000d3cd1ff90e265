import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  emptyView,
  hasGap,
  numbered,
  received,
  stored,
  toSend,
  watermark,
  type Line,
  type View,
} from '../../../bot/domain/desk/thread.js'

const lines = (count: number): Line[] => Array.from({ length: count }, (_, at) => ({ seq: at + 1, key: `line ${at + 1}` }))

describe('a chat on a page', () => {
  it('is whole whatever way its lines come in', () => {
    const way = fc
      .integer({ min: 0, max: 30 })
      .chain((count) => fc.tuple(fc.constant(lines(count)), fc.array(fc.shuffledSubarray(lines(count)), { maxLength: 8 })))
    fc.assert(
      fc.property(way, ([all, batches]) => {
        const view = [...batches, all].reduce<View<Line>>(received, emptyView())
        expect(view).toEqual({ lines: all, early: [] })
      }),
    )
  })

  it('never shows a line before the one that it follows', () => {
    const early = received(emptyView<Line>(), lines(3).slice(1))
    expect([early.lines, hasGap(early), watermark(early)]).toEqual([[], true, 0])
    expect(received(early, lines(1)).lines).toEqual(lines(3))
  })

  it('sends what it has written one at a time, until the store has it', () => {
    const unsent = [{ key: 'a' }, { key: 'b' }]
    expect([toSend(unsent), toSend(stored(unsent, new Set(['a'])))]).toEqual([{ key: 'a' }, { key: 'b' }])
  })

  it('is numbered once, however often a line is sent', () => {
    expect([numbered(new Map(), 4, 'a'), numbered(new Map([['a', 3]]), 4, 'a')]).toEqual([
      { seq: 5, isNew: true },
      { seq: 3, isNew: false },
    ])
  })
})
