import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { PGlite } from '@electric-sql/pglite'
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { Client } from 'pg'
import { openDatabase } from '../../bot/store/open-database.js'
import { migrationList, prismaFolder } from '../../bot/store/migrate.js'
import { MIGRATION_LOCK } from '../../bot/store/open-postgresql.js'
import { schemaEngine } from '../../bot/store/schema-engine.js'
import { silentLog } from '../../bot/telemetry/log.js'
import { startPostgres, type Postgres } from '../fixtures/postgres.js'

describe('the migrations', () => {
  let pglite: PGlite
  let engine: SchemaEngine
  let schema: string
  beforeAll(async () => {
    schema = await readFile(join(prismaFolder(), 'schema.prisma'), 'utf8')
    pglite = new PGlite()
    engine = await schemaEngine(new PrismaPGlite(pglite), schema)
  })
  afterAll(async () => {
    engine.free()
    await pglite.close()
  })

  const differences = async (to: string) => {
    const from: DiffTarget = { tag: 'migrations', ...(await migrationList()) }
    const filters = { externalTables: [], externalEnums: [] }
    const target: DiffTarget = { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: to }] }
    return (await engine.diff({ from, to: target, script: true, exitCode: null, filters })).stdout?.trim()
  }

  it('make exactly the schema', async () => {
    expect(await differences(schema)).toBe('-- This is an empty migration.')
  })

  it('are found out when the schema has gone on without them', async () => {
    const changed = schema.replace('bytes        Bytes', 'bytes        Bytes?')
    expect(await differences(changed)).toContain('ALTER COLUMN "bytes" DROP NOT NULL')
  })
})

describe('several instances that start at once on a new PostgreSQL', () => {
  let postgres: Postgres
  beforeEach(async () => {
    postgres = await startPostgres()
  })
  afterEach(() => postgres.remove())

  it('wait for the one that migrates, however long it takes', async () => {
    const first = new Client({ connectionString: postgres.url })
    await first.connect()
    await first.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const second = openDatabase({ databaseUrl: postgres.url, dataDir: '', log: silentLog })
    const waiting = async () =>
      (await first.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).rowCount === 1
    while (!(await waiting()));
    expect((await first.query(`select 1 from pg_tables where schemaname = 'public'`)).rowCount).toBe(0)
    await first.end()
    await (await second).close()
  })

  it('migrate it once', async () => {
    const open = () => openDatabase({ databaseUrl: postgres.url, dataDir: '', log: silentLog })
    const databases = await Promise.all([open(), open(), open()])
    const { migrationDirectories } = await migrationList()
    const { rows } = await databases[0].executeSql(
      'select migration_name as path, finished_at is not null as done from _prisma_migrations',
    )
    expect(rows).toEqual(migrationDirectories.map(({ path }) => ({ path, done: true })))
    await Promise.all(databases.map((database) => database.close()))
  })
})
