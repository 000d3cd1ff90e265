// npm run seed:demo: a portfolio of forty projects to look at, in the database that the environment names. Stop the bot first when it is embedded.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { botModules } from './bot-modules.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (name) => JSON.parse(readFileSync(new URL(`seed-demo/${name}.json`, import.meta.url), 'utf8'))

const bot = await botModules(
  'config/config.js',
  'config/environment.js',
  'projects/demo/seed-demo.js',
  'store/open-database.js',
  'store/stores.js',
  'telemetry/log.js',
)
const environment = bot.readEnvironment(process.env)
const config = bot.configFrom(environment, root)
if (config.production) {
  console.error('These projects are made up. They are not for a database that people work in: NODE_ENV is production.')
  process.exit(1)
}
const secrets = bot.secretsFrom(environment)
const log = bot.createLog('warn')
const database = await bot.openDatabase({ databaseUrl: secrets.databaseUrl, dataDir: config.dataDir, log })
try {
  const { projects: store, desk } = bot.stores(database, secrets.tokenKey)
  const seeded = await bot.seedDemo({
    store,
    member: (tenant, oid) => desk.member(tenant, oid),
    saveMember: (member) => desk.saveMember(member),
    texts: { social: read('social-systems'), madeUp: read('made-up') },
    languages: config.languages,
    today: new Date(),
    log,
  })
  console.log(`${seeded.projects} projects made by ${seeded.deeds} deeds; ${seeded.kept} were there already.`)
} finally {
  await database.close()
}
