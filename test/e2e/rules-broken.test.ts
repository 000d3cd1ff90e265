import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { rulesOf } from '../../bot/domain/permits/rules.js'
import { ask } from '../fixtures/ask.js'
import { projectFolder } from '../fixtures/content.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

const FILE = 'permits/food-registration.yaml'
const written = readFileSync(join(projectFolder, 'content', FILE), 'utf8')
/** A rule that can be read, but is about something that nobody is asked. */
const broken = written.replace(/^ {2}needed:.*\n(?: {4}.*\n)*/m, '  needed: moon-phase\n')
const line = broken.split('\n').findIndex((text) => text.includes('moon-phase')) + 1

let contentDir: string
let dataDir: string
let lotsen: Started | undefined
beforeEach(() => {
  contentDir = mkdtempSync(join(tmpdir(), 'lotsen-content-'))
  dataDir = mkdtempSync(join(tmpdir(), 'lotsen-data-'))
  cpSync(join(projectFolder, 'content'), contentDir, { recursive: true })
})
afterEach(async () => {
  await lotsen?.close()
  for (const folder of [contentDir, dataDir]) rmSync(folder, { recursive: true })
})

const start = async () => (lotsen = await startLotsen({ contentDir, env: { DATA_DIR: dataDir, CONTENT_POLL_SECONDS: '1' } }))
const write = (text: string) => writeFileSync(join(contentDir, FILE), text)
const health = async () => (await fetch(`${lotsen!.url}/health`)).json() as Promise<Health>
type Health = { ok: boolean; content: { problems: unknown[] }; rules: { version: string; from: string } }
async function healthThat(is: (health: Health) => boolean): Promise<Health> {
  for (;;) {
    const now = await health()
    if (is(now)) return now
  }
}
const problem = {
  file: FILE,
  line,
  field: 'rule.needed',
  reason: 'no card asks for the fact "moon-phase"',
  lastGood: true,
}

it('goes on with the last good rule set while a rules file is broken, says so in health, and takes the file when it is mended', async () => {
  await start()
  const { rules: good } = await healthThat(({ ok }) => ok)
  const rules = rulesOf(lotsen!.content())

  write(broken)
  const told = await healthThat(({ ok }) => !ok)
  expect(told.content.problems).toEqual([problem])
  expect(told.rules).toMatchObject({ version: good.version, from: 'last good rule set' })
  expect(rulesOf(lotsen!.content())).toEqual(rules)
  expect((await ask(lotsen!.url, { id: 'meanwhile', text: 'hur ansöker man om förskola' })).outcomes).toEqual(['answer'])

  write(written.replace(/^ {2}checked:.*$/m, "  checked: '2026-11-20'"))
  const mended = await healthThat(({ ok }) => ok)
  expect(mended.rules.from).toBe('files')
  expect(mended.rules.version).not.toBe(good.version)
})

it('starts with the last good rule set when the file was broken meanwhile', async () => {
  const { rules: good } = await start().then(health)
  await lotsen!.close()
  write(broken)
  await start()
  expect(await health()).toMatchObject({ ok: false, content: { problems: [problem] }, rules: { version: good.version } })
})
