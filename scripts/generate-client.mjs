// Writes bot/store/generated from prisma/schema.prisma, without any network; does nothing when it is already up to date.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = `${root}bot/store/generated/.made-from`

const hash = createHash('sha256')
for (const file of [`${root}prisma/schema.prisma`, require.resolve('prisma/package.json')]) hash.update(readFileSync(file))
const madeFrom = hash.digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== madeFrom) {
  const command = [require.resolve('prisma/build/index.js'), 'generate', '--schema', `${root}prisma/schema.prisma`]
  // Prisma asks for a schema engine here, and does not use it: any file that exists keeps it from downloading one.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) {
    console.error(stdout, stderr)
    console.error('The database client could not be generated from prisma/schema.prisma.')
    process.exit(1)
  }
  writeFileSync(stamp, madeFrom)
}
