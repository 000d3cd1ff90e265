// npm run bench:understanding: builds the measuring programs and runs them. What is measured is in bench.ts.
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
await esbuild.build({
  entryPoints: ['bench', 'ask'].map((name) => `${root}bench/understanding/${name}.ts`),
  outdir: `${root}dist/bench/understanding`,
  bundle: true,
  // Pieces that are loaded when they are needed, so that a process holds the engine that it measures and no other.
  splitting: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
})
await import('../../dist/bench/understanding/bench.js')
