// npm run bench:desk: builds the measurement of the wait that citizens are told and runs it. What is measured is in wait-interval.ts.
import { fileURLToPath } from 'node:url'
import { bundle } from '../../scripts/bundle.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
await bundle({ entryPoints: [`${root}bench/desk/wait-interval.ts`], outdir: `${root}dist/bench/desk` })
await import('../../dist/bench/desk/wait-interval.js')
