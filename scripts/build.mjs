// Builds the server and the client into dist/. Does nothing when a hash of everything that goes in is unchanged.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { train } from './train.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const INPUTS = ['bot', 'web', 'locales', 'scripts', 'prisma/schema.prisma', 'package-lock.json']
const stampFile = join(root, 'dist/built-from')

export async function build() {
  await buildPrograms()
  await train()
}

async function buildPrograms() {
  const hash = hashOf(INPUTS)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash && existsSync(join(root, 'dist/bot/index.js'))) return
  console.log('Building (some seconds, only when something changed) …')
  await import('./generate-client.mjs')
  const [{ buildClient }, esbuild] = await Promise.all([import('./build-client.mjs'), import('esbuild')])
  await Promise.all([buildServer(esbuild), buildClient()])
  writeFileSync(stampFile, hash)
}

// Packages stay outside: they are installed beside it, and some bring WebAssembly that they find by their own path.
const buildServer = (esbuild) =>
  esbuild.build({
    // The thread that learns and the maker of the database are programs of their own, which the bot starts from beside itself.
    entryPoints: ['bot/index.ts', 'bot/skills/learn-finder.ts', 'bot/store/make-database.ts'].map((program) =>
      join(root, program),
    ),
    outdir: join(root, 'dist/bot'),
    entryNames: '[name]',
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
  })

function hashOf(inputs) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  for (const file of inputs.flatMap((input) => filesIn(input))) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesIn(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  try {
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
      .filter((file) => !file.includes('store/generated'))
      .sort()
  } catch {
    return [path]
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  await build()
}
