import { expect, it } from '@jest/globals'
import { keepLooking } from '../../../bot/jobs/keep-looking.js'

/** Work that is ended by hand, and a clock and something that wakes which are pressed by hand. */
function looking() {
  const ends: { ended: () => void; failed: (error: Error) => void }[] = []
  const failures: unknown[] = []
  const stopped: string[] = []
  let tick = (): void => undefined
  let wake = (): void => undefined
  const made = keepLooking({
    work: () => new Promise<void>((ended, failed) => void ends.push({ ended, failed })),
    failed: (error) => failures.push(error),
    everyMilliseconds: 1000,
    wakes: (look) => [((wake = look), () => void stopped.push('wake'))],
    clock: { every: (_, look) => ((tick = look), () => void stopped.push('clock')) },
  })
  return { ...made, ends, failures, stopped, tick: () => tick(), wake: () => wake() }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

it('looks when it is woken and by the clock, one look at a time, and once more for all that came meanwhile', async () => {
  const one = looking()
  one.wake()
  one.tick()
  one.wake()
  expect(one.ends).toHaveLength(1)
  one.ends[0]!.ended()
  await settled()
  expect(one.ends).toHaveLength(2)
  one.ends[1]!.ended()
  await settled()
  one.tick()
  expect(one.ends).toHaveLength(3)
})

it('tells what went wrong and goes on looking', async () => {
  const one = looking()
  one.look()
  one.ends[0]!.failed(new Error('no database'))
  await settled()
  expect(one.failures).toEqual([new Error('no database')])
  one.tick()
  expect(one.ends).toHaveLength(2)
})

it('begins nothing more once it is closed, and is closed when what was on its way is done', async () => {
  const one = looking()
  one.look()
  one.wake()
  let isClosed = false
  const closing = one.close().then(() => (isClosed = true))
  await settled()
  expect([isClosed, one.stopped]).toEqual([false, ['clock', 'wake']])
  one.ends[0]!.ended()
  await closing
  one.wake()
  expect(one.ends).toHaveLength(1)
})
