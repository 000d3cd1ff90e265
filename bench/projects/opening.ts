import { join } from 'node:path'
import { PORTFOLIOS } from '../../bot/domain/projects/project.js'
import type { Postgres } from '../../test/fixtures/postgres.js'
import { startServer, type ServerProcess } from '../server-process.js'
import { forgetFiles } from './forget-files.js'
import { officeAt, type Office } from './office.js'

export type Opening = { program: string; folder: string; projects: number; cold: number; warm: number }
/** Milliseconds of each time, by what was asked. */
export type Times = readonly (readonly [name: string, milliseconds: readonly number[]])[]

const AT_ONCE = 8

/** What the portfolio is asked for, first as it opens, then as it is narrowed. */
const questions = (projects: number): readonly (readonly [string, string])[] => [
  ['opens', ''],
  ['the last page', `?from=${Math.max(0, projects - 50)}`],
  ['late', '?late=1'],
  ['red', '?light=red'],
  ['waiting for a decision', '?waiting=1'],
  ['one portfolio', `?portfolio=${PORTFOLIOS[0]}&phase=execution`],
  ['mine', '?mine=1'],
  ['a word', '?text=bygglov'],
]

const start = ({ url }: Postgres, { program, folder }: Opening): Promise<ServerProcess> =>
  startServer(program, {
    STAFF_SIGN_IN: 'development',
    DATABASE_URL: url,
    DATA_DIR: folder,
    LIMIT_SIGN_INS_PER_MINUTE: '1000000',
    LOG_LEVEL: 'error',
  })

/** The first that anybody asks of a server and a database that have just started. The signing in is not counted. */
async function firstOf(postgres: Postgres, opening: Opening): Promise<number> {
  await postgres.stop()
  forgetFiles(join(postgres.data, 'base'))
  await postgres.start()
  const server = await start(postgres, opening)
  const office = await officeAt(server.url)
  const { milliseconds } = await office.opens('')
  await server.stop()
  return milliseconds
}

async function many(office: Office, query: string, times: number): Promise<number[]> {
  const found: number[] = []
  for (let n = 0; n < times; n++) found.push((await office.opens(query)).milliseconds)
  return found
}

/** How long the portfolio takes, cold and warm; `bytes` is what a page of it weighs. */
export async function opened(postgres: Postgres, opening: Opening): Promise<{ times: Times; bytes: number }> {
  const first: number[] = []
  while (first.length < opening.cold) first.push(await firstOf(postgres, opening))
  const server = await start(postgres, opening)
  const office = await officeAt(server.url)
  const { bytes } = await office.opens('')
  await many(office, '', opening.warm / 4)
  const times: [string, number[]][] = [['cold: opens', first]]
  for (const [name, query] of questions(opening.projects)) times.push([`warm: ${name}`, await many(office, query, opening.warm)])
  const together = await Promise.all(Array.from({ length: AT_ONCE }, () => many(office, '', opening.warm / AT_ONCE)))
  times.push([`warm: opens, ${AT_ONCE} at once`, together.flat()])
  await server.stop()
  return { times, bytes }
}
