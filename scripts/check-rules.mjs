// npm run rules:check: what is wrong with the rules of permits, with file and line. `-- --review` prints the rules as text instead,
// for a reader who does not program; `-- --review food-registration` only those. `-- --content folder` looks at another folder than content/.
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { botModules } from './bot-modules.mjs'
import { review } from './review-rules.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values, positionals } = parseArgs({
  options: { review: { type: 'boolean', default: false }, content: { type: 'string', default: join(root, 'content') } },
  allowPositionals: true,
})
const folder = resolve(values.content)
const today = new Date().toISOString().slice(0, 10)

const bot = await botModules('store/content-files.js', 'store/rule-set.js')
const { rules, faults } = bot.checkRules(await bot.contentFiles(folder), today)

if (values.review) {
  if (rules) console.log(review(rules, positionals))
  else console.error('The rules cannot be read; npm run rules:check tells why.')
  process.exit(rules ? 0 : 1)
}

const place = relative(process.cwd(), folder)
for (const { file, line, field, reason, kind, refuses } of faults)
  console.log(`${place}/${file}:${line}: ${field}\n    ${reason}  [${kind}${refuses ? '' : ', does not stop it'}]`)
if (faults.length === 0) {
  console.log(`No faults in ${rules.permits.size} permits, ${rules.facts.size} facts and ${rules.types.size} kinds of business.`)
} else {
  const refusing = faults.filter(({ refuses }) => refuses).length
  const files = new Set(faults.map(({ file }) => file)).size
  const count = (number, thing) => `${number} ${thing}${number === 1 ? '' : 's'}`
  console.log(`\n${count(faults.length, 'fault')} in ${count(files, 'file')}; ${refusing} would keep the rules from being used.`)
  process.exit(1)
}
