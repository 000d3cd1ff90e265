// npm start: builds when something changed, then starts the bot in this process.
import { build } from './build.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Lotsen needs Node 20.19 or later; this is ${process.versions.node}.`)
  process.exit(1)
}
await build()
await import('../dist/bot/index.js')
