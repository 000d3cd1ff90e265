import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { dayOf } from '../../../bot/domain/projects/calendar.js'
import type { Minutes } from '../../../bot/domain/projects/meeting.js'
import type { Plan } from '../../../bot/domain/projects/plan.js'
import { isWaiting } from '../../../bot/domain/projects/project.js'
import { aYearOf } from '../../../bot/projects/demo/social-systems.js'
import { days } from '../../fixtures/project.js'
import { doneText, expectFile, filed, minutesText, planText, remind, socialTexts as texts } from '../../fixtures/project-year.js'
import { openProjects, type OpenProjects } from '../../fixtures/projects-door.js'

const person = (key: string): string => `s|${key}`
const OFFICE = person('portfolio-office')
const ID = 'sociala-system'
const { registration, deeds } = aYearOf(texts, person, 2016)

let world: OpenProjects
const log: string[] = []
const reminded: string[] = []
beforeAll(async () => {
  world = await openProjects({}, deeds[0]!.at)
  for (const key of Object.keys(texts.people))
    await world.member(person(key), ['project'], { name: key, email: `${key}@stad.example` })
  await world.member(OFFICE, ['portfolio-office'])
  const made = await world.as(OFFICE, '', { body: registration })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  for (const deed of deeds) await happen(deed)
}, 120_000)
afterAll(() => world?.close())

/** Days go by, with the clock's own work each morning; then somebody does something, over HTTP. */
async function happen({ at, by, does }: (typeof deeds)[number]): Promise<void> {
  while (dayOf(world.clock.now) < dayOf(at)) {
    world.clock.now = days(1, world.clock.now)
    await heard()
  }
  world.clock.now = at
  const { project } = (await world.stores.projects.find(ID))!
  const event = does(project)
  const got = await world.act(by, ID, event)
  if (got.status !== 200) throw new Error(`${dayOf(at)} ${event.kind} by ${by}: ${JSON.stringify(got.body.error)}`)
  const after = (await world.stores.projects.find(ID))!.project
  if (got.body.isWaiting !== isWaiting(after)) throw new Error(`${event.kind}: the page says otherwise whether it waits`)
  log.push(doneText(at, by, event.kind, project, after))
}

async function heard(): Promise<void> {
  const { stores, clock } = world
  await remind(world, OFFICE)
  for (let mail = await stores.mails.take(clock.now, 60); mail; mail = await stores.mails.take(clock.now, 60)) {
    if (/lägesrapport/.test(mail.text)) reminded.push(`${dayOf(clock.now)} ${mail.to.split('@')[0]}`)
    await stores.mails.sent(mail.key)
  }
}

const all = <Body>(kind: 'minutes' | 'plan') => filed<Body>(world, person('chair'), { project: ID, kind })

describe('a year of "Modernisering av sociala system", by everybody in it, over HTTP', () => {
  it('goes from BA to B4, step by step, as it did when this was last looked at', () => {
    expectFile('social-systems-year', `${log.join('\n')}\n`)
  })

  it('is closed, with one request rejected and one approved with conditions', async () => {
    const { body } = await world.as(person('chair'), `/one/${ID}`)
    const about = body.decisions.filter(({ subject }: { subject: { kind: string } }) => subject.kind === 'change-request')
    expect([body.phase, about.map(({ choice }: { choice: string }) => choice)]).toEqual([
      'closed',
      ['reject', 'approve-with-conditions'],
    ])
    expect(about[1].conditions[0].text).toBe(texts.requests.later.conditions)
    expect(about[1].conflicts).toEqual([person('group-4')])
    expect(body.decisions.every(({ minuted }: { minuted?: unknown }) => minuted !== undefined)).toBe(true)
  })

  it('has minutes that say what was decided, where, and by whom', async () => {
    expectFile('social-systems-minutes', `${(await all<Minutes>('minutes')).map(minutesText).join('\n\n')}\n`)
  })

  it('has plan revisions that name the request they come of, with what changed', async () => {
    const plans = await all<Plan>('plan')
    expectFile('social-systems-plans', `${plans.map((plan, n) => planText(plan, plans[n - 1])).join('\n\n')}\n`)
  })

  it('reminds of the late report: the manager first, then those who answer for the project, and stops when it comes', () => {
    const april = reminded.filter((line) => line >= '2017-04-01' && line < '2017-04-25')
    expectFile('social-systems-late-report', `${april.join('\n')}\n`)
    expect(april.filter((line) => line > '2017-04-19 ~')).toEqual([])
  })

  it('asks for the effects a year after the end, and is done when they have been told', async () => {
    const { body } = await world.as(person('benefit'), '/mine')
    expect(body.duties).toEqual([])
    expect(log.at(-1)).toMatch(/2018-12-18 benefit: effect-followed-up/)
  })

  it('has an audit that is whole, with a row for everything that was done', async () => {
    const { body } = await world.as(OFFICE, `/one/${ID}/audit`)
    expect(body.brokenAt).toBeUndefined()
    const done = body.rows.filter(({ action }: { action: string }) => action !== 'saw' && action !== 'registered')
    expect(done.length).toBe(deeds.length)
  })
})
