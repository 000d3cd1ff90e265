import { describe, expect, it } from '@jest/globals'
import { members } from '../../../bot/channels/staff/sign-in/members.js'
import { brokenAt } from '../../../bot/domain/projects/audit.js'
import { ProjectEvent, type ProjectEventSent } from '../../../bot/domain/projects/events.js'
import { aRequest, as, running, WHO, type Who } from '../../fixtures/project.js'
import { projectService, projectWords } from '../../fixtures/projects-door.js'

const base = running().project

async function acting() {
  const world = projectService()
  await world.put(base)
  const act = (who: Who, event: ProjectEventSent, key?: string) =>
    world.projects.act({ project: base.id, event: ProjectEvent.parse(event), by: as(who), key })
  return { ...world, act }
}

describe('many at once', () => {
  it('are all heard: who was second decides again on what the first has made', async () => {
    const world = await acting()
    await world.act('manager', { kind: 'change-requested', said: aRequest() })
    const { matters } = (await world.stores.projects.find(base.id))!.project
    const vote = { kind: 'voted' as const, matter: matters[0]!.number, hash: matters[0]!.hash, choice: 'approve' as const }
    const answers = await Promise.all((['chair', 'vice', 'anna', 'bo'] as const).map((who) => world.act(who, vote)))
    const { project } = (await world.stores.projects.find(base.id))!
    expect(project.decisions.at(-1)).toMatchObject({ choice: 'approve' })
    expect(project.decisions.at(-1)!.votes.length).toBeGreaterThanOrEqual(3)
    const kinds = answers.map((one) => (one.kind === 'refused' ? one.why : one.kind))
    expect(kinds.filter((kind) => kind !== 'done' && kind !== 'already-decided')).toEqual([])
    const rows = await world.stores.projects.audit(base.id)
    expect([rows.length, brokenAt(rows)]).toEqual([5, undefined])
  })

  it('pressing one button are one press', async () => {
    const world = await acting()
    const press = () => world.act('manager', { kind: 'change-requested', said: aRequest() }, 'the press')
    const answers = await Promise.all([press(), press(), press()])
    expect(answers.map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])
    expect((await world.stores.projects.find(base.id))!.project.requests.length).toBe(1)
  })

  it('are given up with an error when nothing comes of it, rather than tried for ever', async () => {
    const world = await acting()
    const never = projectService({ store: { ...world.stores.projects, change: async () => 'conflict' } })
    const todo = { project: base.id, event: ProjectEvent.parse({ kind: 'renamed', name: 'x' }), by: as('chair') }
    await expect(never.projects.act(todo)).rejects.toThrow('changed by others')
  })
})

describe('a refusal', () => {
  it('is a row of the audit with why, and changes nothing', async () => {
    const world = await acting()
    const before = await world.stores.projects.find(base.id)
    const refused = await world.act('stranger', { kind: 'renamed', name: 'Mine' })
    expect(refused).toEqual({ kind: 'refused', why: 'not-yours' })
    expect(await world.stores.projects.find(base.id)).toEqual(before)
    expect((await world.stores.projects.audit(base.id)).map(({ action, detail }) => [action, detail])).toEqual([
      ['refused', { event: 'renamed', why: 'not-yours' }],
    ])
  })

  it('of a rule names the rule', async () => {
    const world = await acting()
    expect(await world.act('manager', { kind: 'point-put', point: 'B4' })).toMatchObject({ kind: 'refused', why: 'not-next' })
  })
})

describe('a seat in a project', () => {
  const signIn = (world: Awaited<ReturnType<typeof acting>>) =>
    members({
      config: { languages: ['sv'], staff: { development: false, signInsPerMinute: 10 } },
      staff: world.stores.desk,
      queues: () => ['a-queue'],
      isSeated: async ({ tenant, oid }) =>
        (await world.stores.projects.portfolio({ person: `${tenant}|${oid}` }, '2027-01-11', { from: 0, limit: 1 })).of > 0,
      translate: projectWords,
    })

  it('lets somebody in to projects, in no queue, by the name that the organisation gives', async () => {
    const world = await acting()
    const [tenant = '', oid = ''] = WHO.chair.split('|')
    const member = await signIn(world).memberOf({ tenant, oid, name: 'Berg, Robin' })
    expect(member).toMatchObject({ name: 'Robin', roles: ['project'], queues: [] })
    expect(await world.stores.desk.member(tenant, oid)).toMatchObject({ roles: ['project'] })
  })

  it('lets in who answers for an effect, and nobody else', async () => {
    const world = await acting()
    const memberOf = (person: string) => {
      const [tenant = '', oid = ''] = person.split('|')
      return signIn(world).memberOf({ tenant, oid, name: 'Robin' })
    }
    expect((await memberOf(WHO.benefit))?.roles).toEqual(['project'])
    expect(await memberOf(WHO.stranger)).toBeUndefined()
  })
})

describe('the portfolio', () => {
  it('of others is not had by asking for theirs', async () => {
    const world = await acting()
    const asked = { filter: { person: WHO.chair }, from: 0, limit: 10 }
    const [stranger, office] = [
      await world.projects.portfolio(as('stranger'), asked),
      await world.projects.portfolio(as('office'), asked),
    ]
    expect([stranger, office].map((one) => one.kind === 'read' && one.value.of)).toEqual([0, 1])
    expect(await world.projects.find('social', as('stranger'), 10)).toEqual([])
  })
})
