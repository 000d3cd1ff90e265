import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { together } from '../../bot/store/conversations/together.js'

describe('work that is done together', () => {
  const doing = ({ groups = 1, atMost = 32 } = {}) => {
    const log: string[][] = []
    let underWay = 0
    let mostUnderWay = 0
    const alone = async (item: string): Promise<string> => {
      if (item.startsWith('bad')) throw new Error(item)
      await Promise.resolve()
      return item.toUpperCase()
    }
    const all = async (items: readonly string[]): Promise<string[]> => {
      log.push([...items])
      mostUnderWay = Math.max(mostUnderWay, ++underWay)
      try {
        await Promise.resolve()
        return await Promise.all(items.map(alone))
      } finally {
        underWay--
      }
    }
    return { run: together({ all, alone, groups, atMost }), log, most: () => mostUnderWay }
  }

  it('begins at once, and takes along what came meanwhile', async () => {
    const { run, log } = doing()
    expect(await Promise.all(['a', 'b', 'c'].map(run))).toEqual(['A', 'B', 'C'])
    expect(log).toEqual([['a'], ['b', 'c']])
  })

  it('fails for the one that is wrong, and for nobody else', async () => {
    const { run } = doing()
    const ends = await Promise.allSettled(['a', 'b', 'bad', 'c'].map(run))
    expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : (end.reason as Error).message))).toEqual([
      'A',
      'B',
      'bad',
      'C',
    ])
  })

  it('answers everybody with his own answer, in groups no larger and no more than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('good', 'bad'), fc.nat()), { maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        async (items, groups, atMost) => {
          const { run, log, most } = doing({ groups, atMost })
          const names = items.map(([kind, number]) => `${kind}-${number}`)
          const ends = await Promise.allSettled(names.map(run))
          expect(ends.map(({ status }) => status)).toEqual(
            names.map((name) => (name.startsWith('bad') ? 'rejected' : 'fulfilled')),
          )
          expect(ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))).toEqual(
            names.filter((name) => name.startsWith('good')).map((name) => name.toUpperCase()),
          )
          expect(log.every((group) => group.length <= atMost)).toBe(true)
          expect(most()).toBeLessThanOrEqual(groups)
        },
      ),
    )
  })
})
