// npm test: everything that CI checks, in the order in which it is quickest to fail.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url))
const jest = [process.execPath, '--experimental-vm-modules', '--no-warnings=ExperimentalWarning', bin('jest/bin/jest.js')]

const STEPS = [
  ['types', [process.execPath, bin('typescript/bin/tsc'), '--noEmit', '-p', '.']],
  ...['web/chat', 'web/staff'].map((page) => [
    `types of ${page}`,
    [process.execPath, bin('typescript/bin/tsc'), '--noEmit', '-p', page],
  ]),
  ['lint', [process.execPath, bin('eslint/bin/eslint.js'), '.']],
  ['format', [process.execPath, bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['house rules, unit, conversations', [...jest, 'test/house-rules', 'test/unit', 'test/conversations']],
  ['contract', [...jest, '--runInBand', 'test/contract']],
  ['end to end', [...jest, '--runInBand', 'test/e2e']],
]

await build()
for (const [name, [command, ...args]] of STEPS) {
  const began = Date.now()
  console.log(`\n— ${name}`)
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } })
  if (status !== 0) {
    console.error(`\n${name}: failed`)
    process.exit(1)
  }
  console.log(`${name}: ${Math.round((Date.now() - began) / 1000)} s`)
}
console.log('\nAll checks passed.')
