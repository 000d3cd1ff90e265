import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Measured } from './load.js'
import { Replies } from './replies.js'
import type { Place } from './rows.js'
import { startServer, type ServerProcess } from './server-process.js'

/** A server that is measured, with all that it has answered. `place` is where its rows are; the bare echo has none. */
export type Contender = { name: string; server: ServerProcess; replies: Replies; rounds: Measured[]; place?: Place }

export type Program = { name: string; program: string; environment?: Record<string, string>; isOurs?: boolean }

/** Starts a server with a database of its own: a new one on the PostgreSQL server when there is one, otherwise a folder. */
export async function contender({ name, program, environment, isOurs = false }: Program, place?: Place): Promise<Contender> {
  const server = await startServer(program, {
    ...environment,
    ...(place ? { DATA_DIR: place.dataDir } : {}),
    ...(place?.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
  })
  return { name, server, replies: new Replies(isOurs), rounds: [], place }
}

/** An empty folder under `folder`, or an empty database on the server as well. */
export async function newPlace(folder: string, postgres?: string): Promise<Place> {
  const dataDir = mkdtempSync(join(folder, 'data-'))
  if (!postgres) return { dataDir }
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  const client = new Client({ connectionString: postgres })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return { dataDir, databaseUrl: Object.assign(new URL(postgres), { pathname: `/${name}` }).href }
}
