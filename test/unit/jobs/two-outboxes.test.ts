import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { TEAMS_LIMITS } from '../../../bot/domain/conversations/send-budget.js'
import type { Parcel, Sent } from '../../../bot/domain/conversations/sending.js'
import { outbox } from '../../../bot/jobs/outbox.js'
import { silentLog } from '../../../bot/telemetry/log.js'
import { aBotLine, aCommit, aKey } from '../../fixtures/a-commit.js'
import { memoryStores } from '../../fixtures/memory-stores.js'

const quiet = async () => {
  for (let turns = 0; turns < 30; turns++) await new Promise(setImmediate)
}

/** Two processes' outboxes over the same conversations and the same clock, and a channel that notes when it was asked for what. */
function twoOutboxes(answerOf: () => Sent) {
  const stores = memoryStores()
  const clock = { at: new Date('2026-03-01T10:00:00Z').getTime(), polls: [] as (() => void)[] }
  const asked: { at: number; conversation: string }[] = []
  const sent = new Map<string, string[]>()
  const send = async ({ conversation, activity }: Parcel): Promise<Sent> => {
    asked.push({ at: clock.at, conversation })
    await Promise.resolve()
    const answer = answerOf()
    if (answer.kind === 'sent') sent.set(conversation, [...(sent.get(conversation) ?? []), activity.text ?? ''])
    return answer
  }
  const one = () =>
    outbox({
      ...stores,
      channels: ['msteams'],
      tenantOf: () => 'tenant',
      send,
      now: () => new Date(clock.at),
      log: silentLog,
      clock: {
        every(_milliseconds, work) {
          clock.polls.push(work)
          return () => undefined
        },
        async wait(milliseconds) {
          clock.at += milliseconds
        },
        random: () => 1,
      },
    })
  const later = async (milliseconds: number) => {
    clock.at += milliseconds
    clock.polls.forEach((poll) => poll())
    await quiet()
  }
  return { stores, jobs: [one(), one()], later, asked, sent }
}

const mostIn = (times: readonly number[], seconds: number) =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + seconds * 1000).length))

it('two outboxes send everything exactly once, in order in each conversation, and within every limit of Teams, whatever the bursts', async () => {
  const burst = fc.record({
    gap: fc.constantFrom(0, 200, 3000, 20_000),
    to: fc.integer({ min: 0, max: 3 }),
    lines: fc.integer({ min: 1, max: 12 }),
  })
  const answer = fc.constantFrom<Sent>({ kind: 'sent' }, { kind: 'sent' }, { kind: 'retry', afterSeconds: 3 }, { kind: 'retry' })
  await fc.assert(
    fc.asyncProperty(fc.array(burst, { maxLength: 12 }), fc.array(answer, { maxLength: 30 }), async (bursts, answers) => {
      const { stores, jobs, later, asked, sent } = twoOutboxes(() => answers.shift() ?? { kind: 'sent' })
      const keys = Array.from({ length: 4 }, () => aKey({ channel: 'msteams' }))
      const said = keys.map((): string[] => [])
      for (const [number, { gap, to, lines }] of bursts.entries()) {
        const texts = Array.from({ length: lines }, (_, line) => `${number}.${line}`)
        const outgoing = texts.map((text) => aBotLine({ text }))
        const expects = (await stores.conversations.find(keys[to]!))?.version ?? 0
        await stores.conversations.commit(
          aCommit({ key: keys[to], expects, delivered: false, returnAddress: { to }, inbound: { key: `${number}` }, outgoing }),
        )
        said[to]!.push(...texts)
        await later(gap)
      }
      for (let round = 0; round < 60; round++) await later(30_000)
      await Promise.all(jobs.map((job) => job.close()))
      expect(keys.map(({ conversation }) => sent.get(conversation) ?? [])).toEqual(said)
      for (const { conversation } of keys) {
        const times = asked.filter((call) => call.conversation === conversation).map(({ at }) => at)
        for (const { most, seconds } of TEAMS_LIMITS.thread) expect(mostIn(times, seconds)).toBeLessThanOrEqual(most)
      }
      const all = asked.map(({ at }) => at)
      for (const { most, seconds } of TEAMS_LIMITS.tenant) expect(mostIn(all, seconds)).toBeLessThanOrEqual(most)
    }),
    { numRuns: 30 },
  )
}, 60_000)
