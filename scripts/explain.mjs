// npm run explain -- "a question": what the bot sees in it, why it finds what it finds, and what was close.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { botModules, contentInFiles } from './bot-modules.mjs'
import { train } from './train.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const REASONS = 12

const question = process.argv.slice(2).join(' ')
if (question === '') {
  console.error('Say which question: npm run explain -- "hur söker jag förskola"')
  process.exit(1)
}

await train()
const bot = await botModules(
  'config/config.js',
  'config/environment.js',
  'domain/language.js',
  'domain/services/contact-point.js',
  'skills/findable-texts.js',
  'store/read-content.js',
  'understanding/area.js',
  'understanding/errands.js',
  'understanding/features.js',
  'understanding/find.js',
  'understanding/language-model.js',
  'understanding/language-of.js',
  'understanding/normalise.js',
  'understanding/personal-data.js',
  'understanding/why.js',
)
const config = bot.configFrom(bot.readEnvironment(process.env), root)
const content = await contentInFiles(bot)
const things = bot.findableTexts(content)
if (!existsSync(config.finder.file)) process.exit(1)
const trained = bot.trainedFromBytes(readFileSync(config.finder.file))
const finder = bot.finderOf(things, trained)

const districts = [...content.districts.values()]
const detect = bot.languageDetector(
  bot.languageModel(readFileSync(config.languageModel)),
  bot.LANGUAGES,
  districts.flatMap(bot.namesOf),
)
const masked = bot.maskPersonalData(bot.visibleText(question))
const language = detect(masked.text, bot.LANGUAGES[0])
const areas = bot.areaFinder(districts)
const find = (text) => finder.find(areas.withoutPlace(text), [], language)
const errands = bot.errandsIn(bot.withoutMasked(masked.text), find)
const percent = (part) => `${(100 * part).toFixed(1)} %`.padStart(7)

console.log(`asked      ${question}`)
console.log(`masked     ${masked.text}${masked.found.length > 0 ? `  (${masked.found.join(', ')})` : ''}`)
console.log(`language   ${language}`)
console.log(`errands    ${errands.length}`)
for (const { text } of errands) explain(text)
console.log(`\nindex      ${finder.version}${finder.version === bot.versionOf(things) ? '' : ' (older than the content)'}`)

function explain(text) {
  const searched = areas.withoutPlace(text)
  const { matches, trusted, calibration, found } = finder.weigh(searched, [], language)
  console.log(`\nsearched   ${bot.asSearched(searched)}`)
  console.log(`decision   ${found.kind}`)
  if (matches.length === 0) return
  console.log(`because    the first is right: ${percent(trusted.best)} (sure from ${percent(calibration.sure)})`)
  console.log(`           one of the first three is: ${percent(trusted.listed)}`)
  console.log(`           we know of it at all: ${percent(trusted.known)} (nothing below ${percent(calibration.nothing)})`)
  const { together, share } = calibration.close
  console.log(`           asks when some have ${percent(together)} together, and each ${percent(share)} of the first`)
  console.log('\n   score  probability')
  for (const { id, score, probability } of matches)
    console.log(`${score.toFixed(3).padStart(8)}      ${percent(probability)}  ${id}`)
  const best = matches[0].id
  console.log(`\nwhat counted for ${best}`)
  for (const { by, part, adds } of bot.reasonsFor(trained.model, searched, best).slice(0, REASONS))
    console.log(`${(adds >= 0 ? '+' : '') + adds.toFixed(3)}  ${by.padEnd(8)} "${part}"`)
}
