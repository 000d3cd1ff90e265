import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { build } from 'esbuild'
import { lockFolder } from '../../bot/store/folder-lock.js'
import { prismaFolder } from '../../bot/store/migrate.js'
import { openDatabase } from '../../bot/store/open-database.js'
import { EMBEDDED_MAJOR } from '../../bot/store/open-pglite.js'
import { stores } from '../../bot/store/stores.js'
import { silentLog } from '../../bot/telemetry/log.js'
import { aCommit, linesOf } from '../fixtures/a-commit.js'

describe('the embedded database', () => {
  const root = dirname(prismaFolder())
  let program: string
  let dataDir: string
  const started: ChildProcess[] = []

  beforeAll(async () => {
    // Inside the project, so that it finds the packages and the migrations.
    mkdirSync(join(root, '.cache'), { recursive: true })
    program = join(mkdtempSync(join(root, '.cache', 'hold-')), 'hold-database.mjs')
    const entry = join(root, 'test', 'fixtures', 'hold-database.ts')
    await build({ entryPoints: [entry], outfile: program, bundle: true, packages: 'external', format: 'esm', platform: 'node' })
  })
  afterAll(() => rmSync(dirname(program), { recursive: true }))
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'lotsen-data-'))
  })
  afterEach(async () => {
    await Promise.all(started.splice(0).map(killed))
    rmSync(dataDir, { recursive: true })
  })

  const killed = async (child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }

  /** Another process on the same folder, and the first thing that it says. */
  const otherProcess = async (conversation: string) => {
    const child = spawn(process.execPath, [program, dataDir, conversation], { stdio: ['ignore', 'pipe', 'inherit'] })
    started.push(child)
    const lines = createInterface({ input: child.stdout })
    const [says] = (await once(lines, 'line')) as [string]
    return { child, says }
  }
  const open = () => openDatabase({ dataDir, log: silentLog })

  it('is still there after a second start', async () => {
    const turn = aCommit()
    const first = await open()
    await stores(first).conversations.commit(turn)
    await first.close()
    const second = await open()
    expect(await linesOf(stores(second).conversations, turn.key)).toHaveLength(2)
    await second.close()
    expect(readdirSync(dataDir)).toEqual(['pglite'])
  })

  it('refuses a second process, which is told who has it, and harms nothing', async () => {
    const database = await open()
    expect((await otherProcess('theirs')).says).toMatch(new RegExp(`^refused: .*in use by process ${process.pid} .*DATA_DIR`))
    await expect(open()).rejects.toThrow(`process ${process.pid}`)
    const turn = aCommit()
    expect(await stores(database).conversations.commit(turn)).toEqual({ seq: 2 })
    await database.close()
  })

  it('survives kill -9, and is taken over from the dead process', async () => {
    const { child, says } = await otherProcess('before-the-kill')
    expect(says).toBe('stored')
    await expect(open()).rejects.toThrow(`process ${child.pid ?? 0} `)
    await killed(child)
    const database = await open()
    const key = { channel: 'directline', conversation: 'before-the-kill' }
    expect(await linesOf(stores(database).conversations, key)).toHaveLength(2)
    await database.close()
  })

  it('refuses a folder of another major version, with instructions, and leaves it as it is', async () => {
    mkdirSync(join(dataDir, 'pglite'))
    writeFileSync(join(dataDir, 'pglite', 'PG_VERSION'), '16\n')
    await expect(open()).rejects.toThrow(/made by PostgreSQL 16.*dump/)
    expect(readdirSync(dataDir)).toEqual(['pglite'])
    expect(readdirSync(join(dataDir, 'pglite'))).toEqual(['PG_VERSION'])
  })

  it('is the version that it says', async () => {
    const database = await open()
    expect(await database.executeSql('show server_version')).toMatchObject({
      rows: [{ server_version: expect.stringMatching(`^${EMBEDDED_MAJOR}\\.`) }],
    })
    await database.close()
  })

  describe('its lock', () => {
    const file = () => join(dataDir, 'lotsen.lock')
    const lockedBy = (changes: object) => {
      const release = lockFolder(dataDir)
      const mine = JSON.parse(readFileSync(file(), 'utf8')) as object
      release()
      writeFileSync(file(), JSON.stringify({ ...mine, ...changes }))
    }

    it('goes with the process that took it', () => {
      const release = lockFolder(dataDir)
      expect(existsSync(file())).toBe(true)
      release()
      expect(readdirSync(dataDir)).toEqual([])
    })

    it('is taken over when another process has got the number of the one that died', () => {
      lockedBy({ pid: process.ppid, started: '1' })
      lockFolder(dataDir)()
      expect(readdirSync(dataDir)).toEqual([])
    })

    it('is believed while a process that cannot be seen from here keeps it fresh, and no longer', () => {
      lockedBy({ pid: 1, machine: 'another container' })
      expect(() => lockFolder(dataDir)).toThrow('process 1 ')
      const aMinuteAgo = new Date(Date.now() - 60_000)
      utimesSync(file(), aMinuteAgo, aMinuteAgo)
      lockFolder(dataDir)()
      expect(readdirSync(dataDir)).toEqual([])
    })

    it('says what to do when it cannot be read', () => {
      writeFileSync(file(), 'not ours')
      expect(() => lockFolder(dataDir)).toThrow(/cannot be read.*delete the file/)
      expect(readFileSync(file(), 'utf8')).toBe('not ours')
    })
  })
})

describe('a turn on an embedded database whose rows nobody has counted', () => {
  it('finds its conversation by the key, instead of reading all of the channel', async () => {
    const database = await openDatabase({ dataDir: '', inMemory: true, log: silentLog })
    const { rows } = await database.executeSql(`explain select version from conversation where channel = 'a' and id = 'b'`)
    await database.close()
    expect(JSON.stringify(rows)).toContain('conversation_pkey')
  })
})
