import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { Client } from 'pg'
import { ask } from '../fixtures/ask.js'
import { startPostgres, type Postgres } from '../fixtures/postgres.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

let postgres: Postgres
let lotsen: Started
beforeAll(async () => {
  postgres = await startPostgres()
  lotsen = await startLotsen({ env: { DATABASE_URL: postgres.url } })
})
afterAll(async () => {
  await lotsen.close()
  await postgres.remove()
})

const question = { id: 'asked-once', conversation: 'crash', text: 'vi ska ha barn och behöver förskola' }

async function inDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: postgres.url })
  client.on('error', () => undefined) // The server is ended under it, on purpose.
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const rows = () =>
  inDatabase(async (client) => {
    const count = async (table: string) =>
      Number((await client.query(`SELECT count(*) AS n FROM ${table} WHERE conversation = 'crash'`)).rows[0].n)
    return { turns: await count('turn'), activities: await count('activity') }
  })

/** Somebody's transaction on the activities lets the turn read, and holds its write until PostgreSQL is ended. */
async function endPostgresWithinTheTurn(): Promise<Awaited<ReturnType<typeof ask>>> {
  const blocker = new Client({ connectionString: postgres.url })
  blocker.on('error', () => undefined)
  await blocker.connect()
  await blocker.query('BEGIN; LOCK TABLE activity IN SHARE ROW EXCLUSIVE MODE')
  const asked = ask(lotsen.url, question)
  await untilSomebodyWaits()
  await postgres.stop('immediate')
  await blocker.end().catch(() => undefined)
  return asked
}

const untilSomebodyWaits = () =>
  inDatabase(async (client) => {
    const waiting = async () => Number((await client.query('SELECT count(*) AS n FROM pg_locks WHERE NOT granted')).rows[0].n) > 0
    while (!(await waiting())) await new Promise((next) => setImmediate(next))
  })

it('keeps none of a turn that PostgreSQL died in, apologises at once, and answers exactly once when asked again', async () => {
  const before = await ask(lotsen.url, { ...question, id: 'earlier', conversation: 'other' })
  expect(before.outcomes).toEqual(['answer'])

  const apology = await endPostgresWithinTheTurn()
  expect(apology).toMatchObject({ status: 200, outcomes: ['error'] })
  expect(apology.texts[0]).toContain('inte sparad')
  expect((await fetch(`${lotsen.url}/health`)).status).toBe(503)
  expect((await ask(lotsen.url, { ...question, id: 'while-gone' })).outcomes).toEqual(['error'])

  await postgres.start()
  expect(await rows()).toEqual({ turns: 0, activities: 0 })

  const [one, other] = await Promise.all([ask(lotsen.url, question), ask(lotsen.url, question)])
  expect(one.outcomes).toEqual(['answer'])
  expect(other).toEqual(one)
  expect(await ask(lotsen.url, question)).toEqual(one)
  expect(await rows()).toEqual({ turns: 1, activities: 2 })
  expect((await fetch(`${lotsen.url}/health`)).status).toBe(200)
})
