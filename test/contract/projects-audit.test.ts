import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { brokenAt, FIRST } from '../../bot/domain/projects/audit.js'
import type { ProjectStore } from '../../bot/domain/projects/ports.js'
import type { Database } from '../../bot/store/database.js'
import { openDatabase } from '../../bot/store/open-database.js'
import { stores } from '../../bot/store/stores.js'
import { silentLog } from '../../bot/telemetry/log.js'
import { aBeginning, aProject, keepRunning } from '../fixtures/a-project-change.js'
import { days, play, START, toClosed, toExecution, WHO } from '../fixtures/project.js'
import { startPostgres } from '../fixtures/postgres.js'

const KINDS = [
  {
    name: 'PGlite',
    open: async () => {
      const database = await openDatabase({ dataDir: '', log: silentLog, inMemory: true })
      return { database, close: () => database.close() }
    },
  },
  {
    name: 'PostgreSQL',
    open: async () => {
      const postgres = await startPostgres()
      const database = await openDatabase({ databaseUrl: postgres.url, dataDir: '', log: silentLog })
      return { database, close: () => database.close().then(() => postgres.remove()) }
    },
  },
]
const REFUSED = /is only ever added to/
const YEARS = 365

describe.each(KINDS)('what is only ever added to, in $name', ({ open }) => {
  let database: Database
  let close: () => Promise<void>
  let projects: ProjectStore
  let id: string
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
    projects = stores(database).projects
    id = (await keepRunning(projects)).project.id
    await projects.note({ project: id, at: START, by: WHO.chair, where: 'tab', action: 'saw', detail: { what: 'plan' } })
  })
  afterAll(() => close())

  /** As the app's own user, on the app's own connection. */
  const run = (sql: string) => database.executeSql(sql)
  /** Several statements in one message are one transaction, on one connection: all of them or none. */
  const tried = (...statements: readonly string[]) => run(statements.join('; '))
  const forgetting = (name: string) => `
    create function ${name}(before timestamp, who text, moment timestamp) returns void language plpgsql as $$
    declare gone text[];
    begin
      gone := array(select project from public.project_chain);
      delete from public.project_audit where project = any(gone);
    end $$`

  it.each(['project_audit', 'project_filing', 'project_chain', 'project_forgotten'])('nothing leaves %s', async (table) => {
    if (table === 'project_forgotten') await run(`insert into project_forgotten values (0, 'p', 1, 'h', 'b', '2020-01-01')`)
    const before = await run(`select * from ${table}`)
    expect(before.rows.length).toBeGreaterThan(0)
    await expect(tried(`delete from ${table}`)).rejects.toThrow(REFUSED)
    await expect(tried(`truncate ${table}`)).rejects.toThrow(REFUSED)
    await expect(tried(`truncate ${table} cascade`)).rejects.toThrow(REFUSED)
    expect(await run(`select * from ${table}`)).toEqual(before)
  })

  it.each([
    `update project_audit set by = 's|other'`,
    `update project_audit set detail = '{}' where seq = 1`,
    `update project_filing set body = '{}'`,
    `update project_filing set number = number + 100`,
    `insert into project_audit select * from project_audit on conflict (project, seq) do update set hash = 'x'`,
    `with gone as (delete from project_audit returning *) select count(*) from gone`,
    `merge into project_audit using (select 1) one on true when matched then delete`,
  ])('nothing is changed by %s', async (statement) => {
    const before = await projects.audit(id)
    await expect(tried(statement)).rejects.toThrow()
    expect(await projects.audit(id)).toEqual(before)
  })

  it('not in a session that replays changes either, nor by a function that looks like the one that may', async () => {
    await expect(tried('set local session_replication_role = replica', 'delete from project_audit')).rejects.toThrow(REFUSED)
    const call = (name: string) => `select ${name}('2020-01-01', 'me', '2030-01-01')`
    await expect(tried(forgetting('public.forget_projects_audit'), call('public.forget_projects_audit'))).rejects.toThrow(REFUSED)
    await expect(
      tried('create schema other', forgetting('other.forget_project_audit'), call('other.forget_project_audit')),
    ).rejects.toThrow(REFUSED)
    await expect(
      tried(
        'create schema other',
        forgetting('other.forget_project_audit'),
        'set local search_path = other, public',
        call('forget_project_audit'),
      ),
    ).rejects.toThrow(REFUSED)
    const quoted = `" public.forget_project_audit(timestamp"`
    await expect(tried('create schema other', forgetting(`other.${quoted}`), call(`other.${quoted}`))).rejects.toThrow(REFUSED)
  })

  it('not by writing into a statement what the call stack of that function says', async () => {
    const frames = [
      'delete from public.project_audit where project = any(gone)"',
      'PL/pgSQL function public.forget_project_audit(timestamp without time zone,text,timestamp without time zone) line 19 at SQL statement',
    ]
    for (const sql of [
      `/* ${frames.join('\n')} */ delete from project_audit`,
      `delete from project_audit -- ${frames.join('\n-- ')}`,
    ])
      await expect(tried(`do $do$ begin execute $sql$${sql}$sql$; end $do$`)).rejects.toThrow(REFUSED)
    await expect(
      tried(`do $do$ declare gone text[]; begin
        gone := array(select project from project_chain);
        delete from public.project_audit where project = any(gone);
      end $do$`),
    ).rejects.toThrow(REFUSED)
  })

  it('nothing is put into a chain but after its last row', async () => {
    const before = await projects.audit(id)
    const last = before.at(-1)!
    const put = (seq: number, previous: string) =>
      tried(
        `insert into project_audit values ('${id}', ${seq}, '2027-01-01', 's|me', 'tab', 'voted', '{}', '${previous}', '${'e'.repeat(64)}')`,
      )
    await expect(put(last.seq + 1, FIRST)).rejects.toThrow('does not follow')
    await expect(put(last.seq + 2, last.hash)).rejects.toThrow('does not follow')
    await expect(put(1, FIRST)).rejects.toThrow()
    expect(await projects.audit(id)).toEqual(before)
  })

  it.each([
    ['changed', `update project_audit set by = 's|other' where project = $ and seq = 2`, 2],
    ['left out', `delete from project_audit where project = $ and seq = 2`, 2],
    ['missing at the end', `delete from project_audit where project = $ and seq = 4`, 4],
  ])(
    'is found out to be %s, where the owner of the tables has taken the triggers away and put them back',
    async (_, statement, at) => {
      const { project } = await keepRunning(projects)
      for (let seen = 0; seen < 3; seen++)
        await projects.note({ project: project.id, at: START, by: WHO.chair, where: 'tab', action: 'saw', detail: { seen } })
      const [rows, end] = [await projects.audit(project.id), (await projects.auditEnd(project.id))!]
      expect(brokenAt(rows, end.hash)).toBeUndefined()
      const kept = ['project_audit_kept', 'project_audit_not_emptied']
      await tried(
        'alter table project_audit disable trigger user',
        statement.replace('$', `'${project.id}'`),
        'alter table project_audit enable trigger user',
        ...kept.map((trigger) => `alter table project_audit enable always trigger ${trigger}`),
      )
      expect(brokenAt(await projects.audit(project.id), end.hash)).toBe(at)
    },
  )

  it('leaves by one function when its time is up, as whole chains, and what they ended with stays', async () => {
    const closed = toClosed(toExecution(play(aProject()))).project
    await projects.change(aBeginning(closed))
    const running = (await keepRunning(projects)).project
    const end = (await projects.auditEnd(closed.id))!
    const at = days(12 * YEARS)
    await expect(projects.forgetAudit({ before: days(11 * YEARS + 200), by: WHO.office, at })).rejects.toThrow('a year at least')
    expect(await projects.forgetAudit({ before: START, by: WHO.office, at })).toEqual([])
    const forgotten = await projects.forgetAudit({ before: days(10 * YEARS), by: WHO.office, at })
    expect(forgotten).toEqual([{ project: closed.id, rows: end.seq }])
    expect(await projects.audit(closed.id)).toEqual([])
    expect(await projects.auditEnd(closed.id)).toBeUndefined()
    expect(await projects.audit(running.id)).toHaveLength(1)
    const { rows } = await run(`select project, seq, hash, by from project_forgotten where project = '${closed.id}'`)
    expect(rows).toEqual([{ project: closed.id, ...end, by: WHO.office }])
    // Somebody sees it again: a chain that begins anew, and is whole.
    await projects.note({ project: closed.id, at, by: WHO.office, where: 'tab', action: 'saw', detail: {} })
    expect(brokenAt(await projects.audit(closed.id), (await projects.auditEnd(closed.id))?.hash)).toBeUndefined()
  })

  it('needs no right to delete of a user who is not the owner, and gives none', async () => {
    await run(`create role lotsen_app`)
    await run(
      `grant usage on schema public to lotsen_app; grant select, insert, update on all tables in schema public to lotsen_app`,
    )
    const asApp = (statement: string) => tried('set local role lotsen_app', statement)
    await expect(asApp('delete from project_audit')).rejects.toThrow('permission denied')
    await expect(asApp('truncate project_audit')).rejects.toThrow('permission denied')
    await expect(asApp(`update project_audit set by = 's|x'`)).rejects.toThrow(REFUSED)
    await expect(asApp('alter table project_audit disable trigger user')).rejects.toThrow('must be owner')
    await expect(asApp('drop function forget_project_audit')).rejects.toThrow('must be owner')
    await asApp(`select forget_project_audit('2020-01-01', 's|office', '2040-01-01')`)
  })
})
