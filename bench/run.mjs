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
// The permit pilot first, while nothing else runs: how many questions it puts, and how long it thinks.
await import('./permits/run.mjs')
// Then 200 people who speak with staff at once.
await import('./desk/load.mjs')
// How honest the wait is that citizens are told; it needs no server either.
await import('./desk/run.mjs')
// How long the portfolio of 2,000 projects takes to open.
await import('./projects/run.mjs')
await import('../dist/bench/bench.js')
