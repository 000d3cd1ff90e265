// Builds the server and the client into dist/. Does nothing when a hash of everything that goes in is unchanged.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { hashOf } from './hash-of.mjs'
import { train } from './train.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const INPUTS = ['bot', 'web', 'locales', 'scripts', 'prisma/schema.prisma', 'package-lock.json']
const stampFile = join(root, 'dist/built-from')

export async function build() {
  await buildPrograms()
  await train()
}

async function buildPrograms() {
  const hash = hashOf(INPUTS, process.versions.node.split('.')[0])
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash && existsSync(join(root, 'dist/bot/index.js'))) return
  console.log('Building (some seconds, only when something changed) …')
  await import('./generate-client.mjs')
  const { buildClient } = await import('./build-client.mjs')
  const { buildDesk } = await import('./build-desk.mjs')
  await Promise.all([buildServer(), buildClient(), buildDesk()])
  writeFileSync(stampFile, hash)
}

const buildServer = () =>
  bundle({
    // The thread that learns and the maker of the database are programs of their own, which the bot starts from beside itself.
    entryPoints: ['bot/index.ts', 'bot/skills/learn-finder.ts', 'bot/store/make-database.ts'].map((program) =>
      join(root, program),
    ),
    outdir: join(root, 'dist/bot'),
    entryNames: '[name]',
  })

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  await build()
}
