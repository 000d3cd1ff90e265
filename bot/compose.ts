import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { deskLink } from './cards/teams/desk-link.js'
import { loadTemplates } from './cards/templates.js'
import { botService } from './channels/bot-service/bot-service.js'
import { BOT_SERVICE_CHANNELS } from './channels/bot-service/channels.js'
import { tenantOf } from './channels/bot-service/tenant-of.js'
import { directLine } from './channels/direct-line/direct-line.js'
import { loadClientAssets } from './channels/pages/client-assets.js'
import { health } from './channels/pages/health.js'
import { pages } from './channels/pages/pages.js'
import { plans } from './channels/plans/plans.js'
import { serverOf } from './channels/server.js'
import { staffDesk } from './channels/staff/desk/staff-desk.js'
import { loadDeskAssets } from './channels/staff/page/desk-assets.js'
import { corrections } from './channels/staff/corrections/corrections.js'
import { people } from './channels/staff/people/people.js'
import { phone } from './channels/staff/phone/phone.js'
import { staffPage } from './channels/staff/page/staff-page.js'
import { staffGate } from './channels/staff/sign-in/gate.js'
import { members as membersOf } from './channels/staff/sign-in/members.js'
import { staffSignIn } from './channels/staff/sign-in/sign-in.js'
import { byPhone } from './composing/by-phone.js'
import { outside } from './composing/outside.js'
import { theProjects } from './composing/projects.js'
import { theDesk, theHub } from './composing/the-desk.js'
import type { Config, Secrets } from './config/config.js'
import { secureForm } from './desk/secure/secure-form.js'
import { cardNow } from './desk/team-cards/card-now.js'
import { loadWords } from './i18n/load-words.js'
import { translator } from './i18n/words.js'
import { startClockwork } from './jobs/clockwork.js'
import { deleteExpired } from './jobs/delete-expired.js'
import { deskTick } from './jobs/desk-tick.js'
import { keepStaffTold } from './jobs/keep-staff-told.js'
import { keepTeamCards } from './jobs/keep-team-cards.js'
import { outbox } from './jobs/outbox.js'
import { sendMail } from './jobs/send-mail.js'
import { answeringWith } from './skills/answering.js'
import { answersInTeams, deskInTeams } from './skills/desk-in-teams/index.js'
import { keepFinder } from './skills/keep-finder.js'
import { keepUnderstanding } from './skills/keep-understanding.js'
import { planDrawer } from './skills/permit-pilot/draw-plan.js'
import { keepContent } from './store/keep-content.js'
import { openDatabase, type Database } from './store/open-database.js'
import { stores as storesOf } from './store/stores.js'
import type { Log } from './telemetry/log.js'
import { always } from './turn/always.js'
import { deskPort } from './turn/brought-desk.js'
import { hasherOfCodes, planBringer } from './turn/brought-plan.js'
import { crisisHelp } from './turn/crisis-help.js'
import { recalling } from './turn/recall.js'
import { receiver } from './turn/receive.js'
import { staffTurns } from './turn/staff-turns.js'
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
  const stores = storesOf(database, secrets.tokenKey)
  const tokenKey = secrets.tokenKey ?? (await stores.settings.once('token-key', newSecret))

  const fill = loadTemplates(config.cardsDir)
  const letters = languageModel(readFileSync(config.languageModel))
  const translate = translator(loadWords(config.localesDir, config.languages))
  const finder = keepFinder({ ...config.finder, onLearned: () => knowledge.again(), log })
  const understanding = keepUnderstanding()
  const pilot = {
    newPlan: planDrawer(randomBytes, randomInt),
    planDays: config.keep.planDays,
    contactDays: config.keep.conversationDays,
    publicOrigin: config.publicUrl?.origin,
  }
  const { conversations, uploads, rates, waking } = stores
  // These are asked for when they are needed: what they come from is made below.
  const content = () => knowledge.current().content
  const url = () => `http://${config.host}:${server.address().port}`
  const common = { content, fill, translate, now, newId, log }
  const { post, entra, hub, sms, canSignIn } = outside(config, secrets, now, log)
  const made = theDesk({ common, stores, config, tokenKey, hub, post })
  const { desk, store: deskStore, needs: deskNeeds, secure } = made
  const byProjects = theProjects({ ...common, stores, config, localUrl: url })
  const linkToDesk = (handOff?: string) =>
    deskLink({ appId: config.botService?.appId, publicUrl: config.publicUrl, localUrl: url }, handOff)
  const inTeams = { ...common, teams: stores.teams, desk: made.people, lines: stores.lines, deskLink: linkToDesk }
  const cardInTeams = (asked: Parameters<typeof cardNow>[1]) => cardNow(inTeams, asked)
  const ofDesk = deskInTeams({
    ...common,
    act: (member, act) => desk.act(member, act),
    cardNow: cardInTeams,
    teams: stores.teams,
    languages: config.languages,
  })
  const staffSkills = [...ofDesk, ...byProjects.inTeams.skills]
  const knowledge = await keepContent({
    folder: config.contentDir,
    contents: stores.contents,
    corrections: stores.corrections,
    derive: (content) =>
      answeringWith(content, fill, config.languages, letters, undefined, {
        ...pilot,
        ...understanding(content, finder.trainedFor(content)),
        inTeams: answersInTeams(staffSkills),
      }),
    pollSeconds: config.contentPollSeconds,
    now,
    log,
  })
  const find = (question: string, language: string) => knowledge.current().finder.weigh(question, [], language).matches
  const stopHearing = waking.onContent(() => void knowledge.look())
  const recall = recalling(conversations, RECALLED_MILLISECONDS)
  const hashOfCode = hasherOfCodes(tokenKey)
  const receive = receiver({
    conversations: recall,
    bringPlan: planBringer({ plans: stores.plans, rates, hashOfCode }),
    desk: deskPort({ store: deskStore, content }),
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
  const staffed = { config, tokenKey, staff: deskStore, rates, translate, languages: config.languages, now, newId, log }
  const gate = staffGate(staffed)
  const members = membersOf({ ...staffed, queues: () => [...content().queues.keys()], isSeated: byProjects.isSeated })
  await members.appointDevelopment()
  const teams = botService({
    ...shared,
    password: secrets.botServicePassword,
    cardNow: cardInTeams,
    invoke: byProjects.inTeams.invoke,
    receive: staffTurns({
      ...{ receive, conversations, content, now, log },
      memberOf: (identity) => members.memberOf(identity),
      skills: staffSkills,
      desk: deskStore,
      teams: stores.teams,
      tenant: config.botService?.tenant,
      development: config.staff.development,
    }),
  })
  // Where another system takes the chats, nobody is asked to in a channel.
  const cardsInTeams = hub ? undefined : keepTeamCards({ ...inTeams, waking })
  const told = keepStaffTold({ ...inTeams, mails: stores.mails, rates, languages: config.languages, waking })
  const sending = outbox({
    ...shared,
    conversations,
    budget: stores.budget,
    channels: BOT_SERVICE_CHANNELS,
    readChannels: ['directline'],
    send: teams.send,
    tenantOf,
    waking,
  })
  const hubbed = theHub({ common, stores, config, hub, store: deskStore })
  const mailing = post && sendMail({ mails: stores.mails, send: post.send, waking, now, log })
  const calls = byPhone({ ...common, stores, store: deskStore, config, receive, tokenKey, post, sms })
  const ticking = deskTick({ desk, log })
  const telling = byProjects.telling()
  const expiring = { name: 'delete-expired', cron: '*/10 * * * *', run: () => deleteExpired(stores, config.keep, now(), log) }
  const jobs = [expiring, ...byProjects.jobs]
  const clock = { runs: false }
  const doors = [
    health({
      content,
      index: () => knowledge.current().index,
      clockRuns: () => clock.runs,
      unsent: async () => ({ failures: await stores.sendFailures.countUnseen(), mails: await stores.mails.countWaiting() }),
      mailConnected: post !== undefined,
      databaseAnswers: async () => (await database.executeSql('SELECT 1')).rows.length === 1,
    }),
    teams,
    ...(hubbed ? [hubbed.door] : []),
    directLine({
      ...shared,
      uploads,
      waking,
      signs: { store: deskStore, translate },
      tokenKey,
      secret: secrets.directLineSecret,
    }),
    plans({
      ...shared,
      plans: stores.plans,
      content,
      understand: (text, language) => knowledge.current().undertakings(text, language),
      tokenKey,
      translate,
    }),
    staffSignIn({
      ...staffed,
      members,
      gate,
      asksAccess: (identity) => stores.people.ask(identity, now()),
      entra,
    }),
    staffDesk({
      ...{ config, desk, gate, content, uploads, rates, waking, translate, now, log },
      find,
      opened: ({ by, handOff, file }) =>
        deskStore.log({ at: now(), by, action: 'transcript.file-opened', subject: handOff, detail: { file } }),
    }),
    corrections({
      ...{ config, gate, knowledge, fill, content, translate, now, log, corrections: stores.corrections, find },
      members: (people) => deskStore.members(people),
    }),
    people({ ...deskNeeds, config, gate, people: stores.people, newcomer: members.newcomer, canSignIn }),
    phone({ config, calls, gate, translate }),
    byProjects.door(gate),
    staffPage({ config, assets: loadDeskAssets(config.deskDir), translate }),
    pages({
      ...shared,
      uploads,
      desk: deskStore,
      secure: secureForm(secure),
      tokenKey,
      content,
      translate,
      clientAssets: loadClientAssets(config.clientDir),
    }),
  ]
  const server = serverOf(doors, log)
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(config.port, config.host, listening)
  })
  // Questions are answered before the clock runs: its first start makes tables of its own.
  const clockwork = overrides.clockwork === false ? undefined : startClockwork(database.executeSql, jobs, log).catch(withoutClock)
  void clockwork?.then((started) => (clock.runs = started !== undefined))

  async function close(): Promise<void> {
    stopHearing()
    knowledge.close()
    await finder.close()
    recall.close()
    await Promise.all([ticking.close(), telling.close(), cardsInTeams?.close(), told.close(), hubbed?.telling.close()])
    await Promise.all([sending.close(), mailing?.close()])
    post?.close()
    await Promise.all(doors.map((door) => door.close?.()))
    await new Promise<void>((closed) => void server.close(() => closed()))
    await (await clockwork)?.stop()
    await database.close()
  }

  function withoutClock(error: unknown): undefined {
    log.error({ error }, 'the clockwork did not start: nothing is deleted on schedule until the next start')
  }

  const { port } = server.address()
  return { url: `http://${config.host}:${port}`, port, close, stores, database, content }
}

const newSecret = (): string => `${randomUUID()}${randomUUID()}`

export type Running = Awaited<ReturnType<typeof compose>>
