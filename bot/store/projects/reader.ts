import type { FilingHead, ProjectReader } from '../../domain/projects/ports.js'
import { asInboundKey, type Sql } from '../conversations/sql.js'
import { filingFrom, numberKey, rowOf, type StoredProject } from './stored-project.js'

type Projects = Pick<ProjectReader, 'find' | 'findByNumber' | 'wasDone' | 'idsAfter'>
type Filings = Pick<ProjectReader, 'filing' | 'filings'>

const FIND = 'select version, body from project where id = $1'
const BY_NUMBER = 'select version, body from project where number_key = $1'
const WAS_DONE = 'select 1 from project_key where project = $1 and key = $2'
const IDS = `select id from project where $1::text is null or id collate "C" > $1::text order by id collate "C" limit $2::int`

/** Reads projects, each as one value. */
export const projectReader = (sql: Sql): Projects => ({
  find: async (id) => (await sql<StoredProject>(FIND, id)).map(rowOf)[0],
  findByNumber: async (number) => (await sql<StoredProject>(BY_NUMBER, numberKey(number))).map(rowOf)[0],
  wasDone: async (project, key) => (await sql(WAS_DONE, project, asInboundKey(key))).length > 0,
  idsAfter: async (id, limit) => (await sql<{ id: string }>(IDS, id ?? null, limit)).map((row) => row.id),
})

const FILING = `
  select kind, of, number, revision, hash, body from project_filing
  where project = $1 and kind = $2 and of = $3 and number = $4::int and revision = $5::int`
const FILINGS = `
  select project, kind, of, number, revision, hash, at from project_filing
  where project = $1 and ($2::text[] is null or kind = any($2::text[]))
  order by at desc, kind, of, number desc, revision desc`

const headOf = ({ of, ...head }: FilingHead & { of: string }): FilingHead => (of === '' ? head : { ...head, of })

/** Reads what is finished, as it was. */
export const filingReader = (sql: Sql): Filings => ({
  async filing({ project, kind, of, number, revision }) {
    const [found] = await sql<{ of: string }>(FILING, project, kind, of ?? '', number, revision)
    return found && filingFrom(found)
  },
  filings: async (project, kinds) =>
    (await sql<FilingHead & { of: string }>(FILINGS, project, kinds ? [...kinds] : null)).map(headOf),
})
