import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openDatabase, type Database } from '../../bot/store/open-database.js'
import { stores as storesOf, type Stores } from '../../bot/store/stores.js'
import { silentLog } from '../../bot/telemetry/log.js'
import { aCommit, linesOf } from '../fixtures/a-commit.js'
import { startPostgres, type Postgres } from '../fixtures/postgres.js'

describe('a PostgreSQL server that goes away', () => {
  let postgres: Postgres
  let database: Database
  let stores: Stores
  beforeEach(async () => {
    postgres = await startPostgres()
    database = await openDatabase({ databaseUrl: postgres.url, dataDir: '', log: silentLog })
    stores = storesOf(database)
  })
  afterEach(async () => {
    await database.close()
    await postgres.remove()
  })

  const rowsOf = async (table: string) => (await database.executeSql(`select * from ${table}`)).rows.length
  const back = () => new Promise<void>((resolve) => stores.waking.onActivity((key) => key === '*' && resolve()))

  it('leaves nothing of a turn when it crashes between loading and storing, and all of it once after the resend', async () => {
    const turn = aCommit()
    expect(await stores.conversations.load(turn.key, turn.inbound.key)).toEqual({})
    await postgres.stop('immediate')
    await expect(stores.conversations.commit(turn)).rejects.toThrow()

    await postgres.start()
    expect([await rowsOf('conversation'), await rowsOf('activity'), await rowsOf('turn')]).toEqual([0, 0, 0])
    expect(await stores.conversations.load(turn.key, turn.inbound.key)).toEqual({})
    expect(await stores.conversations.commit(turn)).toEqual({ seq: 2 })
    expect((await stores.conversations.load(turn.key, turn.inbound.key)).duplicate?.outgoing).toEqual(turn.outgoing)
    expect([await rowsOf('conversation'), await rowsOf('activity'), await rowsOf('turn')]).toEqual([1, 2, 1])
  })

  it('leaves nothing of a transaction that it crashes in', async () => {
    const turn = aCommit()
    const work = stores.conversations.write(async (writer) => {
      await writer.commit(turn)
      await postgres.stop('immediate')
      await writer.commit(aCommit())
    })
    await expect(work).rejects.toThrow()
    await postgres.start()
    expect([await rowsOf('conversation'), await rowsOf('activity'), await rowsOf('turn')]).toEqual([0, 0, 0])
  })

  it('keeps what was stored before the crash, and tells listeners to read again when it is back', async () => {
    const turn = aCommit()
    await stores.conversations.commit(turn)
    const isBack = back()
    await postgres.stop('immediate')
    await postgres.start()
    await isBack
    expect(await linesOf(stores.conversations, turn.key)).toHaveLength(2)

    const heard = new Promise((resolve) => stores.waking.onActivity(resolve))
    await stores.conversations.commit(aCommit({ key: turn.key, expects: 1 }))
    expect(await heard).toEqual(turn.key)
  })

  it('is refused at the start when nobody answers', async () => {
    await postgres.stop()
    await expect(openDatabase({ databaseUrl: postgres.url, dataDir: '', log: silentLog })).rejects.toThrow()
    await postgres.start()
  })
})
