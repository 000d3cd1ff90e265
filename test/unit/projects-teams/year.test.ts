import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { dayOf } from '../../../bot/domain/projects/calendar.js'
import type { EventKind, EventOf, ProjectEventSent } from '../../../bot/domain/projects/events.js'
import { ProjectEvent } from '../../../bot/domain/projects/events.js'
import type { Minutes } from '../../../bot/domain/projects/meeting.js'
import { itemOf, type PlanEdit } from '../../../bot/domain/projects/plan-edits.js'
import type { Plan } from '../../../bot/domain/projects/plan.js'
import { aYearOf } from '../../../bot/projects/demo/social-systems.js'
import { days } from '../../fixtures/project.js'
import { doneText, expectFile, filed, minutesText, planText, remind, socialTexts as texts } from '../../fixtures/project-year.js'
import { openProjects, type OpenProjects } from '../../fixtures/projects-door.js'
import { asksFor, fillIn, viewOf, votes, type Typed, type World } from '../../fixtures/teams-person.js'
import { pressOf, teamsProjects, textsOf } from '../../fixtures/teams-projects.js'

const TENANT = 'development'
const person = (key: string): string => `${TENANT}|${key}`
const keyOf = (one: string): string => one.slice(TENANT.length + 1)
const OFFICE = person('portfolio-office')
const ID = 'sociala-system'
const { registration, deeds } = aYearOf(texts, person, 2016)

let http: OpenProjects
let teams: World
const log: string[] = []
const done: EventKind[] = []

beforeAll(async () => {
  http = await openProjects({}, deeds[0]!.at)
  teams = await teamsProjects([], deeds[0]!.at, http)
  for (const key of Object.keys(texts.people)) await http.member(person(key), ['project'], { name: key })
  await http.member(OFFICE, ['portfolio-office'])
  const made = await http.as(OFFICE, '', { body: registration })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  for (const deed of deeds) await happen(deed)
}, 180_000)
afterAll(async () => {
  await teams?.close()
  await http?.close()
})

const now = async () => (await http.stores.projects.find(ID))!

/** Days go by, with the clock's own work each morning; then somebody does something, in Teams when Teams offers it. */
async function happen({ at, by, does }: (typeof deeds)[number]): Promise<void> {
  while (dayOf(http.clock.now) < dayOf(at)) {
    http.clock.now = days(1, http.clock.now)
    await remind(http, OFFICE)
  }
  http.clock.now = at
  const before = await now()
  const event = does(before.project)
  const way = IN_TEAMS[event.kind] as ((who: string, event: ProjectEvent) => Promise<string>) | undefined
  const told = way ? await way(keyOf(by), ProjectEvent.parse(event)) : await overHttp(by, event)
  const after = await now()
  if (after.version !== before.version + 1) throw new Error(`${dayOf(at)} ${event.kind} by ${by}: ${told}`)
  done.push(event.kind)
  log.push(doneText(at, by, event.kind, before.project, after.project))
}

async function overHttp(by: string, event: ProjectEventSent): Promise<string> {
  const { status, body } = await http.act(by, ID, event)
  return `${status} ${JSON.stringify(body.error)}`
}

/** What people of the project do in Teams, by the invokes that Teams posts for them; what it answered, in words. */
const IN_TEAMS: { [Kind in EventKind]?: (who: string, event: EventOf<Kind>) => Promise<string> } = {
  async voted(who, { matter, choice, motive, conditions }) {
    const typed = { motive, ...(conditions ? { conditions } : {}) }
    return textsOf(await votes(teams, who, { project: ID, matter, choice }, typed)).join(' / ')
  },
  async 'conflict-declared'(who, { matter }) {
    const { body } = await teams.execute(who, pressOf(await viewOf(teams, who, ID, matter), 'conflict'))
    return textsOf(body.value).join(' / ')
  },
  async 'status-reported'(who, { said: { entries } }) {
    const typed = entries.flatMap(({ activity, spent, left, newEnd = '' }): [string, string][] => [
      [`spent.${activity}`, String(spent)],
      [`left.${activity}`, String(left)],
      [`end.${activity}`, newEnd],
    ])
    return fillIn(teams, who, await asksFor(teams, who, `statusrapport ${texts.number}`), Object.fromEntries(typed))
  },
  async 'progress-published'(who, { said: { done: until, next, lights, withRisks } }) {
    const judged = Object.entries(lights).flatMap(([aspect, { light, trend, comment }]): [string, string][] => [
      [`light.${aspect}`, light],
      [`trend.${aspect}`, trend],
      [`comment.${aspect}`, comment],
    ])
    const typed = { done: until, next, risks: String(withRisks), ...Object.fromEntries(judged) }
    return fillIn(teams, who, await asksFor(teams, who, `lägesrapport för ${texts.name}`), typed)
  },
  async 'change-requested'(who, { said: { title, why, effects, edits, alternatives, ifRejected } }) {
    const affected = Object.entries(effects).map(([one, text]): [string, string] => [`effect.${one}`, text ?? ''])
    const touches = edits.map((edit) => `${edit.part}.${itemOf(edit)}`).join(',')
    const typed: Typed = {
      ...{ title, why, alternatives, ifRejected, touches, 'effect.time': '', 'effect.budget': '' },
      ...Object.fromEntries([...affected, ...edits.flatMap(filledWith)]),
    }
    return fillIn(
      teams,
      who,
      await asksFor(teams, who, WORDS[title === texts.requests.later.title ? 'later' : 'more-training']),
      typed,
    )
  },
}
/** What the manager writes to the bot. The delay is told of as one tells of it. */
const WORDS = { later: 'vi blir två veckor sena med upphandlingen', 'more-training': 'ändringsbegäran' }

/** What of an edit is filled in: a day, or kronor by year. */
function filledWith(edit: PlanEdit): [string, string][] {
  if (!('put' in edit)) return []
  const { part, put } = edit
  if ('amounts' in put) return Object.entries(put.amounts).map(([year, ore]) => [`amount.${put.id}.${year}`, String(ore / 100)])
  return [[`date.${part}.${put.id}`, 'on' in put ? put.on : 'to' in put ? put.to : '']]
}

/** What was filed, with people called as in the story over HTTP. */
const all = async <Body>(kind: 'minutes' | 'plan'): Promise<Body[]> =>
  JSON.parse(
    JSON.stringify(await filed<Body>(http, person('chair'), { project: ID, kind })).replaceAll(`"${TENANT}|`, '"s|'),
  ) as Body[]

/** Who heard of the progress report in their chat, by day. */
async function reminded(from: string, until: string): Promise<string[]> {
  const heard: string[] = []
  for (const key of Object.keys(texts.people)) {
    const lines = await http.stores.conversations.activities({ channel: 'msteams', conversation: `a:${key}` }, 0, 10_000)
    for (const { activity } of lines)
      if (activity.id?.startsWith('project-digest|') && /lägesrapport/i.test(activity.text ?? ''))
        heard.push(`${dayOf(new Date(activity.timestamp))} ${key}`)
  }
  return heard.filter((line) => line >= from && line < until).sort()
}

describe('a year of "Modernisering av sociala system", with everything that Teams offers done in Teams', () => {
  it('goes from BA to B4 as it does over HTTP, step by step', () => {
    expectFile('social-systems-year', `${log.join('\n')}\n`)
  })

  it('has the same minutes', async () => {
    expectFile('social-systems-minutes', `${(await all<Minutes>('minutes')).map(minutesText).join('\n\n')}\n`)
  })

  it('has the same plan revisions, with the change that was told of in a few words', async () => {
    const plans = await all<Plan>('plan')
    expectFile('social-systems-plans', `${plans.map((plan, n) => planText(plan, plans[n - 1])).join('\n\n')}\n`)
  })

  it('reminds of the late report in the same order, where each is in Teams', async () => {
    expectFile('social-systems-late-report', `${(await reminded('2017-04-01', '2017-04-25')).join('\n')}\n`)
  })

  it('is written down, with where each thing was done', async () => {
    const { body } = await http.as(OFFICE, `/one/${ID}/audit`)
    const rows = (body.rows as { action: EventKind; where: string }[]).filter(({ action }) => done.includes(action))
    const wheres = new Map(rows.map(({ action, where }) => [action, where]))
    expect(body.brokenAt).toBeUndefined()
    expect(rows.map(({ action }) => action)).toEqual(done)
    for (const kind of Object.keys(IN_TEAMS) as EventKind[])
      expect([kind, wheres.get(kind)]).toEqual([kind, ['voted', 'conflict-declared'].includes(kind) ? 'card' : 'dialog'])
    expect([...new Set(rows.filter(({ action }) => !(action in IN_TEAMS)).map(({ where }) => where))]).toEqual(['api'])
  })

  it('keeps the hash of exactly the revision that each voted on, with motive and conditions as they were typed', async () => {
    const { decisions } = (await now()).project
    const about = decisions.filter(({ subject }) => subject.kind === 'change-request')
    const requests = await filed<{ hash: string }>(http, person('chair'), { project: ID, kind: 'change-request' })
    expect(about.map(({ of }) => of)).toEqual(requests.map(({ hash }) => hash))
    expect(about.map(({ choice }) => choice)).toEqual(['reject', 'approve-with-conditions'])
    const words = about[0]?.motive.kind === 'own' ? about[0].motive.words.map(({ text }) => text) : []
    expect(new Set(words)).toEqual(new Set([texts.requests['more-training'].motive]))
    expect(about[1]?.conditions[0]?.text).toBe(texts.requests.later.conditions)
    expect(about[1]?.conflicts).toEqual([person('group-4')])
  })
})
