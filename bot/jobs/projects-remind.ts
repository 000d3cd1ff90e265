import { createHash } from 'node:crypto'
import { plainText } from '../cards/teams/plain-text.js'
import { OFFICE, type Hearer, type Person } from '../domain/projects/actor.js'
import { dayAfter, dayOf, type Day } from '../domain/projects/calendar.js'
import type { Names } from '../domain/projects/project-view.js'
import type { MadeReminder, ProjectStore } from '../domain/projects/ports.js'
import { digests, remindersBetween, type Digest, type Reminder } from '../domain/projects/reminders.js'
import type { Log } from '../telemetry/log.js'
import { digestSaying, type Named } from './projects-digest.js'
import { reach, referencesOf, type ReachNeeds, type Way } from './projects-reach.js'

export type RemindNeeds = ReachNeeds & {
  store: Pick<ProjectStore, 'idsAfter' | 'find' | 'titles' | 'remind' | 'remindedUntil' | 'unreminded' | 'reminded'>
  /** Who the portfolio office is. */
  office: () => Promise<Person[]>
  whoIs: (people: readonly Person[]) => Promise<Names>
  /** Where a project opens; without one, all of them. */
  link: (project?: string, way?: Way) => string
  log: Log
}
/** `unreached` are people to whom there is no way. */
export type Reminded = { made: number; people: number; unreached: number }

const PROJECTS_AT_ONCE = 200
const PEOPLE_AT_ONCE = 200

/**
 * Makes today's reminders of all projects, and those of days that were missed; then tells each person of theirs in one message. Both are
 * rows before anything is sent, so a run that is cut off is taken up where it was, and nobody hears of the same twice.
 */
export async function remindOfProjects(needs: RemindNeeds, ending?: AbortSignal): Promise<Reminded> {
  const office = await needs.office()
  const done: Sent = { people: 0, unreached: [] }
  // What a run sent that died before it could say so is finished first, as it was: the office's messages, or one of somebody else's. With something
  // new in it, it would be another message, and the rest of it told again.
  await sendToOffice(needs, office, done)
  await sendSome(needs, 1, done)
  const made = await makeReminders(needs, ending)
  await sendToOffice(needs, office, done)
  while (await sendSome(needs, PEOPLE_AT_ONCE, done, ending));
  if (done.unreached.length > 0) await tellOffice(needs, office, done.unreached)
  const counted = { made, people: done.people, unreached: done.unreached.length }
  needs.log.info(counted, 'projects reminded')
  return counted
}
type Sent = { people: number; unreached: Person[] }

async function makeReminders({ store, now }: RemindNeeds, ending?: AbortSignal): Promise<number> {
  const today = dayOf(now())
  const after = (await store.remindedUntil()) ?? dayAfter(today, -1)
  if (after >= today) return 0
  const made: MadeReminder[] = []
  for await (const id of allIds(store)) {
    ending?.throwIfAborted()
    made.push(...(await madeFor(store, id, after, today)))
  }
  return (await store.remind(made, today)).length
}

async function madeFor(store: RemindNeeds['store'], id: string, after: Day, today: Day): Promise<MadeReminder[]> {
  const row = await store.find(id)
  return row ? remindersBetween(row.project, after, today).map((reminder) => ({ project: id, reminder })) : []
}

/** Every project that time may do something to, in order. */
export async function* allIds(store: Pick<ProjectStore, 'idsAfter'>): AsyncGenerator<string> {
  for (let ids = await store.idsAfter(undefined, PROJECTS_AT_ONCE); ids.length > 0;) {
    yield* ids
    ids = await store.idsAfter(ids.at(-1), PROJECTS_AT_ONCE)
  }
}

/** The next so many of those who wait, each marked as soon as they are told; false when nobody does. */
async function sendSome(needs: RemindNeeds, count: number, done: Sent, ending?: AbortSignal): Promise<boolean> {
  const waiting = await needs.store.unreminded(count)
  const telling = await tellerOf(
    needs,
    waiting,
    waiting.map(({ reminder }) => reminder.to),
    done,
  )
  for (const digest of digests(waiting.map(({ reminder }) => reminder))) {
    ending?.throwIfAborted()
    await telling(digest)
    await needs.store.reminded(keysOf(waiting.filter(({ reminder }) => reminder.to === digest.to)), needs.now())
  }
  return waiting.length > 0
}

/** Those of the office hear of what they have to do themselves and of what the office is told in one message each; all are marked together. */
async function sendToOffice(needs: RemindNeeds, office: readonly Person[], done: Sent): Promise<void> {
  const waiting = await needs.store.unreminded([OFFICE, ...office])
  if (waiting.length === 0) return
  const telling = await tellerOf(needs, waiting, office, done)
  const reminders = waiting.map(({ reminder }) => reminder)
  if (office.length === 0)
    needs.log.warn({ reminders: reminders.length }, 'nobody is in the portfolio office: nobody hears of what is late')
  for (const to of office) {
    const heard = reminders.filter((one) => one.to === to || one.to === OFFICE)
    // Of the same thing, what is one's own to do is last and stays.
    const once = new Map(heard.toSorted(ownLast).map((one) => [one.duty.key, { ...one, to }]))
    for (const digest of digests([...once.values()])) await telling(digest)
  }
  await needs.store.reminded(keysOf(waiting), needs.now())
}
const ownLast = (one: Reminder, other: Reminder): number => Number(other.isEscalation) - Number(one.isEscalation)
const keysOf = (made: readonly MadeReminder[]): { project: string; key: string }[] =>
  made.map(({ project, reminder: { key } }) => ({ project, key }))

/** Tells one person all of theirs, and counts it. */
async function tellerOf(needs: RemindNeeds, waiting: readonly MadeReminder[], people: readonly Hearer[], done: Sent) {
  const references = await referencesOf(needs, [...new Set(people)])
  const named = await namesOf(needs.store, waiting)
  return async (digest: Digest): Promise<void> => {
    const to = { person: digest.to, reference: references.get(digest.to) }
    const { way } = await reach(needs, to, idOf(digest), (language, t, by) =>
      digestSaying(digest, { named, language, t, link: needs.link(undefined, by) }),
    )
    done.people += 1
    if (way === 'none') done.unreached.push(digest.to)
  }
}

const MOST_NAMED = 10

/** Somebody must know that others do not hear: those who look after all projects, once a day. */
async function tellOffice(needs: RemindNeeds, office: readonly Person[], unreached: readonly Person[]): Promise<void> {
  const references = await referencesOf(needs, office)
  const names = await needs.whoIs(unreached.slice(0, MOST_NAMED))
  const who = unreached.slice(0, MOST_NAMED).map((person) => names[person] ?? person)
  for (const person of office) {
    const id = `project-unreached|${dayOf(needs.now())}|${person}`
    await reach(needs, { person, reference: references.get(person) }, id, (_language, t) => ({
      subject: t('project-told.unreached-subject'),
      text: t(unreached.length === 1 ? 'project-told.unreached-one' : 'project-told.unreached', {
        ...{ count: unreached.length, who: who.map(plainText).join(', ') },
      }),
    }))
  }
}

/** The same reminders to the same person are the same message. */
const idOf = ({ reminders, to }: Digest): string =>
  `project-digest|${createHash('sha256')
    .update(reminders.map(({ key }) => key).join('\n'))
    .digest('hex')
    .slice(0, 32)}|${to}`

async function namesOf(store: RemindNeeds['store'], waiting: readonly MadeReminder[]): Promise<ReadonlyMap<string, Named>> {
  const titles = await store.titles([...new Set(waiting.map(({ project }) => project))])
  return new Map(titles.map(({ id, ...named }) => [id, named]))
}
