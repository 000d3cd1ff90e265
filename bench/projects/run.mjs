// npm run bench:projects, and part of npm run bench: builds the bot and the measuring program, and runs it. What it measures is in bench.ts.
import { fileURLToPath } from 'node:url'
import { build } from '../../scripts/build.mjs'
import { bundle } from '../../scripts/bundle.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
await build()
await bundle({ entryPoints: [`${root}bench/projects/bench.ts`], outdir: `${root}dist/bench/projects` })
await import('../../dist/bench/projects/bench.js')
