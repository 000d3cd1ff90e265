import { randomUUID } from 'node:crypto'
import { openConnection } from './connection.js'
import { CONNECTIONS, CONVERSATIONS } from './options.js'
import type { Replies } from './replies.js'
import { percentile } from './statistics.js'

/** Turns a second, and milliseconds until the whole answer was there. */
export type Measured = { perSecond: number; p50: number; p95: number; p99: number }

export type Asking = { url: string; questions: readonly string[]; replies: Replies }

/** How long to ask: until that many seconds have gone, or turns been answered, whichever is first. */
export type Extent = { seconds: number; turns?: number }

/** Asks as fast as answers come, on all connections. The next question goes to the next conversation. */
export async function load({ url, questions, replies }: Asking, { seconds, turns = Infinity }: Extent): Promise<Measured> {
  const address = new URL('/api/messages', url)
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(address)))
  const began = performance.now()
  const latencies: number[] = []
  let asked = replies.count

  await Promise.all(
    connections.map(async (connection) => {
      while (latencies.length < turns && performance.now() - began < seconds * 1000) {
        const body = JSON.stringify(question(questions[asked % questions.length]!, asked % CONVERSATIONS))
        asked++
        const sent = performance.now()
        const response = await connection.post(body)
        latencies.push(performance.now() - sent)
        replies.take(response)
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  for (const connection of connections) connection.close()
  return {
    perSecond: latencies.length / took,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
  }
}

export const question = (text: string, conversation: number) => ({
  type: 'message',
  id: randomUUID(),
  channelId: 'test',
  serviceUrl: 'http://127.0.0.1:9/',
  conversation: { id: `bench-${conversation}` },
  from: { id: `person-${conversation}`, name: 'Person' },
  recipient: { id: 'lotsen', name: 'Lotsen' },
  text,
  textFormat: 'plain',
  locale: 'sv-SE',
  timestamp: new Date().toISOString(),
  deliveryMode: 'expectReplies',
})
