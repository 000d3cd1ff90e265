// npm run bench: builds the bot and the measuring programs, and runs them. What it measures is in bench.ts.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { build } from '../scripts/build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
mkdirSync(`${root}dist`, { recursive: true })
await build()
await esbuild.build({
  entryPoints: ['bench', 'bare-echo', 'durable-echo'].map((name) => `${root}bench/${name}.ts`),
  outdir: `${root}dist/bench`,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
})
await import('../dist/bench/bench.js')
