import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import { schemaEngine } from './schema-engine.js'

/** Asks the database one question; the rows are objects. */
export type Ask = (text: string) => Promise<{ rows: unknown[] }>

/** The prisma/ folder, found upwards from this file: it is a different number of steps in the source and in the build. */
export const prismaFolder = (from = dirname(fileURLToPath(import.meta.url))): string => {
  if (existsSync(join(from, 'prisma', 'schema.prisma'))) return join(from, 'prisma')
  if (dirname(from) === from) throw new Error('The folder prisma/ with schema.prisma was not found above the program.')
  return prismaFolder(dirname(from))
}

const migrationNames = async (folder: string): Promise<string[]> => {
  const entries = await readdir(join(folder, 'migrations'), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** The migrations as Prisma's engine takes them: names in order, with their SQL. */
export async function migrationList(folder = prismaFolder()): Promise<MigrationList> {
  const baseDir = join(folder, 'migrations')
  const names = await migrationNames(folder)
  const sqlOf = (name: string) => readFile(join(baseDir, name, 'migration.sql'), 'utf8')
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: await sqlOf(name) } },
      })),
    ),
  }
}

// Loading the engine takes longer than all the rest of a start, so it is left out when there is nothing to do.
const isUpToDate = async (ask: Ask, names: readonly string[]): Promise<boolean> => {
  const table = await ask(`select 1 from pg_tables where schemaname = current_schema() and tablename = '_prisma_migrations'`)
  if (table.rows.length === 0) return false
  const { rows } = await ask(
    'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  const applied = new Set(rows.map((row) => (row as { migration_name: string }).migration_name))
  return names.every((name) => applied.has(name))
}

/** Does its work while no other instance migrates, and hands it the database as Prisma's engine wants it. */
export type Alone = <T>(work: (adapter: SqlMigrationAwareDriverAdapterFactory) => Promise<T>) => Promise<T>

/**
 * Brings the database to the newest migration; gives back the names of those it applied. Throws when a migration fails;
 * the database then says which in `_prisma_migrations`.
 */
export async function migrate(ask: Ask, alone: Alone): Promise<readonly string[]> {
  const folder = prismaFolder()
  const names = await migrationNames(folder)
  if (await isUpToDate(ask, names)) return []
  return alone(async (adapter) => {
    // Another instance may have done it while we waited.
    if (await isUpToDate(ask, names)) return []
    const engine = await schemaEngine(adapter, await readFile(join(folder, 'schema.prisma'), 'utf8'))
    try {
      const filters = { externalTables: [], externalEnums: [] }
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: await migrationList(folder), filters })
      return appliedMigrationNames
    } finally {
      engine.free()
    }
  })
}
