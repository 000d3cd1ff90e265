// npm run bench: builds the bot and the measuring programs, and runs them. What it measures is in bench.ts.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from '../scripts/build.mjs'
import { bundle } from '../scripts/bundle.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
mkdirSync(`${root}dist`, { recursive: true })
await build()
await bundle({
  entryPoints: ['bench', 'bare-echo', 'durable-echo'].map((name) => `${root}bench/${name}.ts`),
  outdir: `${root}dist/bench`,
})
await import('../dist/bench/bench.js')
