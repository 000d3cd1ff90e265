// npm run bench:desk-load, and part of npm run bench: builds the bot and the measuring program, and runs it. What it measures is in load.ts.
import { fileURLToPath } from 'node:url'
import { build } from '../../scripts/build.mjs'
import { bundle } from '../../scripts/bundle.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
await build()
await bundle({ entryPoints: [`${root}bench/desk/load.ts`], outdir: `${root}dist/bench/desk` })
await bundle({ entryPoints: [`${root}bench/bare-echo.ts`], outdir: `${root}dist/bench` })
await import('../../dist/bench/desk/load.js')
