import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { TEAMS_LIMITS } from '../../bot/domain/conversations/send-budget.js'
import { namedBy } from '../../bot/domain/desk/staff-member.js'
import { OFFICE } from '../../bot/domain/projects/actor.js'
import { dayAfter, dayOf } from '../../bot/domain/projects/calendar.js'
import { remindersBetween } from '../../bot/domain/projects/reminders.js'
import { outbox } from '../../bot/jobs/outbox.js'
import { allIds, remindOfProjects } from '../../bot/jobs/projects-remind.js'
import type { Database } from '../../bot/store/database.js'
import { stores as storesOf, type Stores } from '../../bot/store/stores.js'
import { silentLog } from '../../bot/telemetry/log.js'
import type { Translate } from '../../bot/i18n/translate.js'
import { chatOf } from './people.js'

/** `at` is in milliseconds of the simulated clock. */
type Sent = { to: string; at: number; isDigest: boolean }
/** What came of a run of reminders; times are milliseconds, `simulated` by the clock that only waiting moves. */
export type Run = {
  made: number
  people: number
  missed: number
  twice: number
  making: number
  simulated: number
  /** Most that were sent in any time so long, by limit. */
  mostATenant: number
  mostAThread: readonly { most: number; allowed: number; seconds: number }[]
}

/** The reminders of one day to everybody, through the real store and the real outbox with its budget; Teams alone is made up. */
export async function reminded(
  database: Database,
  { day, office, translate }: { day: Date; office: readonly string[]; translate: (language: string) => Translate },
): Promise<Run> {
  const stores = storesOf(database)
  const owed = await hearersOn(stores, day, office)
  const clock = { now: day }
  const began = performance.now()
  const { made } = await remindOfProjects({
    ...{ teams: stores.teams, lines: stores.lines, mails: stores.mails, store: stores.projects, translate },
    ...{ languages: ['sv', 'en'], now: () => clock.now, log: silentLog, link: () => 'https://lotsen.example/staff#projects' },
    member: (tenant, oid) => stores.desk.member(tenant, oid),
    office: async () => [...office],
    whoIs: async () => ({}),
  })
  const making = performance.now() - began
  const sent = await sentBy(stores, database, clock)
  const threads = [...byChat(sent).values()]
  // Whatever else the projects have to tell goes the same way, and counts for what Teams takes.
  const told = byChat(sent.filter(({ isDigest }) => isDigest))
  const all = sent.map(({ at }) => at)
  return {
    ...{ made, making, people: owed.size },
    missed: [...owed].filter((chat) => !told.has(chat)).length,
    twice: [...told.values()].filter(({ length }) => length > 1).length,
    simulated: Math.max(...all) - day.getTime(),
    mostATenant: mostWithin(all, TEAMS_LIMITS.tenant[0].seconds),
    mostAThread: TEAMS_LIMITS.thread.map(({ most, seconds }) => ({
      ...{ allowed: most, seconds },
      most: Math.max(...threads.map((thread) => mostWithin(thread, seconds))),
    })),
  }
}

/** When something was sent to each. */
function byChat(sent: readonly Sent[]): Map<string, number[]> {
  const times = new Map<string, number[]>()
  for (const { to, at } of sent) times.set(to, [...(times.get(to) ?? []), at])
  return times
}

/** The chats of all who are to hear something that day, as the rules say of each project. */
async function hearersOn({ projects }: Stores, day: Date, office: readonly string[]): Promise<Set<string>> {
  const today = dayOf(day)
  const chats = new Set<string>()
  for await (const id of allIds(projects)) {
    const { project } = (await projects.find(id))!
    for (const { to } of remindersBetween(project, dayAfter(today, -1), today))
      for (const person of to === OFFICE ? office : [to]) chats.add(chatOf(namedBy(person).oid))
  }
  return chats
}

const LOOK_MILLISECONDS = 500
const LATER_MILLISECONDS = 1000

/** Sends everything that waits, by a clock that goes as far as anybody waits, and a second when nobody does. */
async function sentBy({ conversations, budget, waking }: Stores, database: Database, clock: { now: Date }): Promise<Sent[]> {
  const sent: Sent[] = []
  let poll: () => void = () => undefined
  const job = outbox({
    ...{ conversations, budget, waking, tenantOf: () => 'tenant', channels: ['msteams'], now: () => clock.now, log: silentLog },
    send: async ({ conversation, activity: { id } }) => {
      sent.push({ to: conversation, at: clock.now.getTime(), isDigest: id.startsWith('project-digest|') })
      return { kind: 'sent' }
    },
    clock: {
      every(_milliseconds, work) {
        poll = work
        return () => undefined
      },
      async wait(milliseconds) {
        const until = new Date(clock.now.getTime() + milliseconds)
        await turnOfTheLoop()
        if (until > clock.now) clock.now = until
      },
      random: () => 0.5,
    },
  })
  const isUnsent = 'select 1 from conversation where unsent_since is not null limit 1'
  for (let seen = -1; (await database.executeSql(isUnsent)).rows.length > 0;) {
    // Nobody sends, and nobody waits: what is left is to be tried again later.
    if (sent.length === seen) clock.now = new Date(clock.now.getTime() + LATER_MILLISECONDS)
    seen = sent.length
    poll()
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS))
  }
  await job.close()
  return sent
}

/** The most of these times that lie within so many seconds. */
function mostWithin(of: readonly number[], seconds: number): number {
  const times = Float64Array.from(of).sort()
  let [first, most] = [0, 0]
  for (const [last, at] of times.entries()) {
    while (at - times[first]! >= seconds * 1000) first++
    most = Math.max(most, last - first + 1)
  }
  return most
}
