import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openConnection } from '../connection.js'
import { question } from '../load.js'
import { percentile } from '../statistics.js'

const EVERY_MILLISECONDS = 100
const NANOSECONDS = 1e6

/** How long one waits on this machine for nothing: at the 95th percentile, in milliseconds. */
export type MachineWaits = { echo: number; loop: number }

/** Asks a bare echo all the time that the rest is measured, and looks at how late this process itself is. */
export async function watchMachine(echo: string): Promise<() => MachineWaits> {
  const connection = await openConnection(new URL('/api/messages', echo))
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const trips: number[] = []
  let isOver = false
  const ask = async (): Promise<void> => {
    const sent = performance.now()
    await connection.post(JSON.stringify(question('eko', 0)))
    trips.push(performance.now() - sent)
    if (!isOver) setTimeout(() => void ask(), EVERY_MILLISECONDS)
  }
  void ask()
  return () => {
    isOver = true
    delay.disable()
    return { echo: percentile(trips, 0.95), loop: delay.percentile(95) / NANOSECONDS }
  }
}
