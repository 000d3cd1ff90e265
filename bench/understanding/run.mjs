// npm run bench:understanding: builds the measuring programs and runs them. What is measured is in bench.ts.
import { fileURLToPath } from 'node:url'
import { bundle } from '../../scripts/bundle.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
await bundle({
  entryPoints: ['bench', 'ask'].map((name) => `${root}bench/understanding/${name}.ts`),
  outdir: `${root}dist/bench/understanding`,
  // Pieces that are loaded when they are needed, so that a process holds the engine that it measures and no other.
  splitting: true,
})
await import('../../dist/bench/understanding/bench.js')
