import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { loadTemplates } from './cards/templates.js'
import { botService } from './channels/bot-service/bot-service.js'
import { BOT_SERVICE_CHANNELS } from './channels/bot-service/channels.js'
import { directLine } from './channels/direct-line/direct-line.js'
import { loadClientAssets } from './channels/pages/client-assets.js'
import { health } from './channels/pages/health.js'
import { pages } from './channels/pages/pages.js'
import { plans } from './channels/plans/plans.js'
import { serverOf } from './channels/server.js'
import type { Config, Secrets } from './config/config.js'
import { loadWords } from './i18n/load-words.js'
import { translator } from './i18n/words.js'
import { startClockwork, type Job } from './jobs/clockwork.js'
import { deleteExpired } from './jobs/delete-expired.js'
import { outbox } from './jobs/outbox.js'
import { answeringWith } from './skills/answering.js'
import { keepFinder } from './skills/keep-finder.js'
import { planDrawer } from './skills/permit-pilot/draw-plan.js'
import { keepContent } from './store/keep-content.js'
import { openDatabase, type Database } from './store/open-database.js'
import { stores as storesOf } from './store/stores.js'
import type { Log } from './telemetry/log.js'
import { always } from './turn/always.js'
import { hasherOfCodes, planBringer } from './turn/brought-plan.js'
import { crisisHelp } from './turn/crisis-help.js'
import { recalling } from './turn/recall.js'
import { receiver } from './turn/receive.js'
import { languageModel } from './understanding/language-model.js'

/** What a test may bring of its own. */
export type Overrides = { now?: () => Date; inMemory?: boolean; clockwork?: boolean }

// Long enough for a conversation that goes on, short enough that nothing lingers when it does not.
const RECALLED_MILLISECONDS = 60_000

/** The one place where parts meet. Resolves when questions are answered at `url`. */
export async function compose(config: Config, secrets: Secrets, log: Log, overrides: Overrides = {}) {
  const database = await openDatabase({
    databaseUrl: secrets.databaseUrl,
    dataDir: config.dataDir,
    log,
    inMemory: overrides.inMemory,
  })
  try {
    return await composeOn(database, config, secrets, log, overrides)
  } catch (error) {
    // What cannot start may not keep others from the database, nor its process alive.
    await database.close()
    throw error
  }
}

async function composeOn(database: Database, config: Config, secrets: Secrets, log: Log, overrides: Overrides) {
  const now = overrides.now ?? (() => new Date())
  const newId = randomUUID
  const stores = storesOf(database)
  const tokenKey = secrets.tokenKey ?? (await stores.settings.once('token-key', newSecret))

  const fill = loadTemplates(config.cardsDir)
  const letters = languageModel(readFileSync(config.languageModel))
  const translate = translator(loadWords(config.localesDir, config.languages))
  const finder = keepFinder({ ...config.finder, onLearned: () => knowledge.again(), log })
  const pilot = {
    newPlan: planDrawer(randomBytes, randomInt),
    planDays: config.keep.planDays,
    publicOrigin: config.publicUrl?.origin,
  }
  const knowledge = await keepContent({
    folder: config.contentDir,
    contents: stores.contents,
    derive: (content) => answeringWith(content, fill, config.languages, letters, finder.trainedFor(content), pilot),
    pollSeconds: config.contentPollSeconds,
    now,
    log,
  })
  const content = () => knowledge.current().content

  const { conversations, uploads, rates, waking } = stores
  const recall = recalling(conversations, RECALLED_MILLISECONDS)
  const hashOfCode = hasherOfCodes(tokenKey)
  const receive = receiver({
    conversations: recall,
    bringPlan: planBringer({ plans: stores.plans, rates, hashOfCode }),
    hashOfCode,
    answering: knowledge.current,
    crisis: crisisHelp({ content, fill, translate }),
    always,
    translate,
    languages: config.languages,
    turnTimeout: config.limits.turnTimeout,
    newId,
    now,
    log,
  })
  const shared = { config, receive, conversations, rates, now, log, newId }
  const teams = botService({ ...shared, password: secrets.botServicePassword })
  const sending = outbox({ conversations, channels: BOT_SERVICE_CHANNELS, send: teams.send, waking, now, log })
  const clock = { runs: false }
  const doors = [
    health({
      content,
      index: () => knowledge.current().index,
      clockRuns: () => clock.runs,
      databaseAnswers: async () => (await database.executeSql('SELECT 1')).rows.length === 1,
    }),
    teams,
    directLine({ ...shared, uploads, waking, tokenKey, secret: secrets.directLineSecret }),
    plans({
      ...shared,
      plans: stores.plans,
      content,
      understand: (text, language) => knowledge.current().undertakings(text, language),
      tokenKey,
      translate,
    }),
    pages({ ...shared, tokenKey, content, translate, clientAssets: loadClientAssets(config.clientDir) }),
  ]
  const server = serverOf(doors, log)
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(config.port, config.host, listening)
  })
  // Questions are answered before the clock runs: its first start makes tables of its own.
  const clockwork =
    overrides.clockwork === false ? undefined : startClockwork(database.executeSql, jobs(), log).catch(withoutClock)
  void clockwork?.then((started) => (clock.runs = started !== undefined))

  async function close(): Promise<void> {
    knowledge.close()
    await finder.close()
    recall.close()
    await sending.close()
    await Promise.all(doors.map((door) => door.close?.()))
    await new Promise<void>((closed) => void server.close(() => closed()))
    await (await clockwork)?.stop()
    await database.close()
  }

  function withoutClock(error: unknown): undefined {
    log.error({ error }, 'the clockwork did not start: nothing is deleted on schedule until the next start')
  }

  function jobs(): Job[] {
    return [{ name: 'delete-expired', cron: '*/10 * * * *', run: () => deleteExpired(stores, config.keep, now(), log) }]
  }

  const { port } = server.address()
  return { url: `http://${config.host}:${port}`, port, close, stores, database, content }
}

const newSecret = (): string => `${randomUUID()}${randomUUID()}`

export type Running = Awaited<ReturnType<typeof compose>>
