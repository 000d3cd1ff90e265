import { expect, it } from '@jest/globals'
import { readOn } from '../../../bot/channels/read-on.js'

const nobody = (error: unknown): never => {
  throw error
}

it('reads once more when it is asked again while it reads, however often', async () => {
  const one = { reading: false, again: false }
  const ends: (() => void)[] = []
  const read = () => new Promise<void>((end) => void ends.push(end))
  const reading = readOn(one, read, nobody)
  await Promise.all([readOn(one, read, nobody), readOn(one, read, nobody)])
  expect(ends).toHaveLength(1)
  ends[0]!()
  await Promise.resolve()
  expect(ends).toHaveLength(2)
  ends[1]!()
  await reading
  expect([ends.length, one.reading]).toEqual([2, false])
})

it('reads on while there is more, tells what went wrong, and reads again when it is asked the next time', async () => {
  const one = { reading: false, again: false }
  const told: unknown[] = []
  let left = 3
  await readOn(one, async () => void (one.again = --left > 0), nobody)
  expect(left).toBe(0)
  await readOn(
    one,
    () => Promise.reject(new Error('gone')),
    (error) => told.push(error),
  )
  expect(told).toEqual([new Error('gone')])
  await readOn(one, async () => void told.push('read'), nobody)
  expect(told.at(-1)).toBe('read')
})
