// npm run bench:permits: builds the measurement of the permit pilot and runs it. What is measured is in bench.ts.
import { fileURLToPath } from 'node:url'
import { bundle } from '../../scripts/bundle.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
await bundle({ entryPoints: [`${root}bench/permits/bench.ts`], outdir: `${root}dist/bench/permits` })
await import('../../dist/bench/permits/bench.js')
