import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { HandOffRow } from '../../bot/domain/desk/ports.js'
import { within } from '../../bot/store/conversations/sql.js'
import { storeChange } from '../../bot/store/desk/change.js'
import { openDatabase, type Database } from '../../bot/store/open-database.js'
import { stores as storesOf, type Stores } from '../../bot/store/stores.js'
import { silentLog } from '../../bot/telemetry/log.js'
import { aBotLine, aCommit, linesOf } from '../fixtures/a-commit.js'
import { aWaitingChat, played } from '../fixtures/a-desk-change.js'
import { later, MONDAY } from '../fixtures/desk.js'
import { startPostgres, type Postgres } from '../fixtures/postgres.js'

const BEFORE = 'development|before'
const AFTER = 'development|after'

describe('an agent who writes at the moment when another takes the chat', () => {
  let postgres: Postgres
  let database: Database
  let stores: Stores
  beforeAll(async () => {
    postgres = await startPostgres()
    database = await openDatabase({ databaseUrl: postgres.url, dataDir: '', log: silentLog })
    stores = storesOf(database)
  })
  afterAll(async () => {
    await database.close()
    await postgres.remove()
  })

  const aTaken = async (): Promise<HandOffRow> => {
    const turn = aCommit({ turn: { at: MONDAY } })
    await stores.conversations.commit(turn)
    const { handOff } = await aWaitingChat(stores.desk, turn.key)
    return played(stores.desk, handOff.id, [{ kind: 'claimed', by: BEFORE }])
  }
  const aLine = (row: HandOffRow) => ({
    ...{ handOff: row.handOff.id, by: BEFORE, term: 1, key: 'late', at: MONDAY },
    activity: aBotLine(),
  })
  /** Until somebody waits for somebody else's lock. */
  const waiting = async (): Promise<void> => {
    const SQL = `select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock'`
    while (((await database.executeSql(SQL)).rows[0] as { count: number }).count === 0)
      await new Promise((resolve) => setTimeout(resolve, 5))
  }
  it('is given the line back, and is never heard after "somebody else is here now"', async () => {
    const row = await aTaken()
    const came = aBotLine({ id: `came-${row.handOff.id}` })
    // As a colleague accepts: the row goes from one holder to the other in one statement, which is not stored yet when the line is sent.
    const moved = {
      ...row.handOff,
      terms: 2,
      situation: { status: 'with-agent' as const, lease: { holder: AFTER, term: 2, since: MONDAY, until: later(MONDAY, 60) } },
    }
    let said: Promise<unknown> | undefined
    await database.prisma.$transaction(async (transaction) => {
      const change = { before: row, after: { ...row, handOff: moved }, effects: [], lines: [came], audit: [], at: MONDAY }
      expect(await storeChange(within(transaction), change)).toBe('stored')
      said = stores.desk.say(aLine(row))
      await waiting()
    })
    expect(await said).toBe('not-yours')
    expect((await linesOf(stores.conversations, row.key)).at(-1)).toBe(came.id)
  })
})
