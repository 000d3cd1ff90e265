import { describe, expect, it } from '@jest/globals'
import { deskLink, projectLink } from '../../../bot/cards/teams/desk-link.js'
import type { ProjectEventSent } from '../../../bot/domain/projects/events.js'
import type { TellNeeds } from '../../../bot/jobs/projects-tell.js'
import { ONE_OF_EACH } from '../../fixtures/project-events.js'
import { projectWords } from '../../fixtures/projects-door.js'
import { aRequest, running, SEATS, WHO, type Who } from '../../fixtures/project.js'
import { telling } from '../../fixtures/told-projects.js'

const base = running().project
const APP = '6f0f6b1e-0000-4000-8000-000000000001'
const ADDRESS = { appId: APP, publicUrl: new URL('https://lotsen.example/'), localUrl: () => 'http://localhost:3978' }
const t = projectWords('sv')

describe('a link to a project', () => {
  it('in Teams opens the tab, and says which project; the page itself is for where there is no Teams', () => {
    const link = new URL(projectLink(ADDRESS, 'social', true))
    expect(link.origin + link.pathname).toBe(`https://teams.microsoft.com/l/entity/${APP}/desk`)
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'projects/social' })
    expect(link.searchParams.get('webUrl')).toBe('https://lotsen.example/staff#projects/social')
    expect(new URL(projectLink(ADDRESS, undefined, true)).searchParams.get('context')).toBe('{"subEntityId":"projects"}')
  })

  it('is the address of the page in a mail, and where no app of Teams is set', () => {
    expect(projectLink(ADDRESS, 'social', false)).toBe('https://lotsen.example/staff#projects/social')
    const local = { localUrl: ADDRESS.localUrl }
    expect(projectLink(local, 'social', true)).toBe('http://localhost:3978/staff#projects/social')
    expect(projectLink({ ...local, appId: APP }, undefined, true)).toBe('http://localhost:3978/staff#projects')
    expect(deskLink(local)).toBe('http://localhost:3978/staff')
  })

  it('can stand in Markdown, which ends an address at a bracket', () => {
    expect(projectLink(ADDRESS, 'social', true)).not.toMatch(/[()\s]/)
  })
})

const links: Pick<TellNeeds, 'link'> = { link: (id, way = 'teams') => projectLink(ADDRESS, id, way === 'teams') }
type World = Awaited<ReturnType<typeof telling>>
const said = async (world: World, who: Who) => (await world.lines(who)).map(({ activity }) => activity)

const overBudget: ProjectEventSent = {
  ...ONE_OF_EACH['progress-published'],
  said: {
    ...ONE_OF_EACH['progress-published'].said,
    costs: [{ post: base.plan!.content.budget[0]!.id, spent: 0, expected: 900_000_000_00 }],
  },
}

describe('what somebody is told', () => {
  it('of figures that leave the budget is a card to ask for a change with, with why in it', async () => {
    const world = await telling(links)
    await world.install('manager')
    await world.act('manager', overBudget)
    await world.tell()
    const cards = (await said(world, 'manager')).flatMap(({ attachments }) => attachments ?? [])
    expect(cards.length).toBe(1)
    const card = JSON.stringify(cards[0])
    expect(card).toContain('"verb":"project.form"')
    expect(card).toContain('"form":"change-request"')
    expect(card).toContain(t('projects.start.form'))
    await world.tell()
    expect((await said(world, 'manager')).filter(({ attachments }) => attachments).length).toBe(1)
  })

  it('is told to nobody who has left the project since', async () => {
    const world = await telling(links)
    for (const who of ['anna', 'bo'] as const) await world.install(who)
    await world.act('manager', { kind: 'change-requested', said: aRequest() })
    await world.act('chair', { kind: 'roster-changed', roster: SEATS.filter(({ person }) => person !== WHO.anna) })
    await world.tell()
    expect([(await world.lines('anna')).length, (await world.lines('bo')).length > 0]).toEqual([0, true])
  })

  it('in Teams shows a name as it was written, and no link that somebody has put in it', async () => {
    const world = await telling(links, { ...base, name: '[Log in here](https://evil.example) *now*' })
    await world.install('member')
    await world.act('manager', { kind: 'change-requested', said: aRequest() })
    await world.tell()
    const [line] = await said(world, 'member')
    expect(line?.text).toContain('\\[Log in here\\]\\(https://evil.example\\) \\*now\\*')
    expect(line?.text).toContain('](https://teams.microsoft.com/l/entity/')
  })

  it('in a mail has no marks of Markdown, and the address of the page', async () => {
    const world = await telling(links, { ...base, name: 'Phase (two) *new*' })
    await world.member(WHO.member, ['project'], { email: 'member@stad.example' })
    await world.act('manager', { kind: 'change-requested', said: aRequest() })
    await world.tell()
    const mail = await world.stores.mails.take(world.clock.now, 60)
    expect(mail?.subject).toBe('P-2027-001 Phase (two) *new*')
    expect(mail?.text.split('\n')[0]).toBe('P-2027-001 Phase (two) *new*')
    expect(mail?.text).toMatch(/: https:\/\/lotsen\.example\/staff#projects\/social$/)
    expect(mail?.text).not.toMatch(/\*\*|\]\(|\\/)
  })
})
