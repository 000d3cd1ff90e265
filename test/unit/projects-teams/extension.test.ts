import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Translate } from '../../../bot/i18n/translate.js'
import { asExpected } from '../../fixtures/expected-file.js'
import { aRequest, running, START, type Who } from '../../fixtures/project.js'
import { filledIn, pageOf, pressOf, teamsProjects, textsOf } from '../../fixtures/teams-projects.js'

type World = Awaited<ReturnType<typeof teamsProjects>>
let world: World
beforeAll(async () => {
  const waiting = running({ id: 'waiting', number: 'P-2027-002', name: 'Waiting room' })
  waiting.act('manager', { kind: 'change-requested', said: aRequest() })
  world = await teamsProjects([running().project, waiting.project], START)
})
afterAll(() => world.close())

const t: Translate = (key, values) => world.words('sv')(key, values)
const GROUP = { conversation: { id: '19:chat@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: 'tenant-1' } }
const query = (who: Who, parameters: object[], more: object = {}) =>
  world.invoked(
    who,
    'composeExtension/query',
    { commandId: 'findProject', parameters, queryOptions: { skip: 0, count: 25 }, ...more },
    GROUP,
  )
const search = (who: Who, text: string) => query(who, [{ name: 'text', value: text }])

type Found = {
  composeExtension: { type: string; text?: string; attachments?: { preview: { content: { title: string; text: string } } }[] }
}
const titles = (body: unknown): string[] =>
  ((body as Found).composeExtension.attachments ?? []).map(({ preview }) => preview.content.title)

describe('the search of the message extension', () => {
  it('gives cards with a preview, without anybody’s buttons', async () => {
    asExpected('found-by-number', await search('member', 'p-2027-002'))
  })

  it('shows one’s own before anything is written', async () => {
    const { body } = await query('chair', [{ name: 'initialRun', value: 'true' }])
    expect(titles(body)).toEqual(['P-2027-002 Waiting room', 'P-2027-001 Social systems'])
  })

  it('shows that a project waits for a decision', async () => {
    const { body } = await search('member', 'waiting')
    expect((body as unknown as Found).composeExtension.attachments?.[0]?.preview.content.text).toContain(t('projects.waiting'))
  })

  it('finds nothing for a stranger, and says so', async () => {
    expect((await search('stranger', 'social')).body).toEqual({
      composeExtension: { type: 'message', text: t('projects.find.none') },
    })
  })

  it('finds everything for the portfolio office', async () => {
    const member = {
      tenant: 'development',
      oid: 'office',
      name: 'Office',
      team: '',
      queues: [],
      languages: ['sv'],
      topics: [],
      capacity: 1,
    }
    await world.stores.desk.saveMember({ ...member, roles: ['portfolio-office'], presence: 'off-shift' })
    expect(titles((await search('office', 'social')).body)).toEqual(['P-2027-001 Social systems'])
  })

  it('is no answer to a command that is none of ours', async () => {
    expect((await query('member', [], { commandId: 'else' })).status).toBe(501)
  })
})

const MESSAGE = {
  body: { contentType: 'html', content: '<div>Vi blir <b>två veckor</b> sena med contract &amp; 19121212-1212</div>' },
}
const start = (who: Who, messagePayload: unknown = MESSAGE) =>
  world.invoked(who, 'composeExtension/fetchTask', { commandId: 'startReport', commandContext: 'message', messagePayload }, GROUP)
const submit = (who: Who, data: object, id?: string) =>
  world.invoked(who, 'composeExtension/submitAction', { commandId: 'startReport', data }, { ...GROUP, ...(id ? { id } : {}) })

describe('a report that is started from a message', () => {
  it('begins with the choice of what it is', async () => {
    asExpected('start-report', await start('manager'))
  })

  it('is a change request filled in with what the message says, without numbers of people', async () => {
    const choice = pageOf(await start('manager'))
    const page = pageOf(await submit('manager', { ...pressOf(choice, 'next'), 'said.what': 'change-request social' }))
    expect(filledIn(page)).toMatchObject({ 'said.title': 'Leverans: Contract: 14 dagar senare' })
    expect(String(filledIn(page)['said.why'])).toMatch(/^Vi blir två veckor sena med contract & /)
    expect(JSON.stringify(page)).not.toContain('1212-1212')
  })

  it('is sent page by page, as in a dialog of a card', async () => {
    const choice = pageOf(await start('member'))
    const first = pageOf(await submit('member', { ...pressOf(choice, 'next'), 'said.what': 'status-report social' }))
    expect(String(filledIn(first)['said.problem.tender'])).toContain('Vi blir två veckor sena')
    const review = pageOf(await submit('member', { ...pressOf(first, 'next'), ...filledIn(first) }))
    const { body } = await submit('member', pressOf(review, 'send'))
    expect(body.task).toEqual({
      type: 'message',
      value: t('projects.sent.status-report', { number: 'P-2027-001', name: 'Social systems' }),
    })
    expect((await world.project('social')).statusReports[0]?.entries[0]?.problem).toContain('Vi blir två veckor sena')
  })

  it('asks again when nothing was chosen, and does nothing for whoever may do nothing', async () => {
    const choice = pageOf(await start('manager'))
    const again = pageOf(await submit('manager', pressOf(choice, 'next')))
    expect(textsOf(again).join()).toContain(t('projects.fault.choose'))
    expect((await start('council')).body.task).toEqual({
      type: 'message',
      value: t('projects.find.nothing-to-start'),
    })
    const forged = { verb: 'project.choose', words: '', 'said.what': 'progress-report social' }
    expect((await submit('chair', forged)).body.task).toMatchObject({
      type: 'message',
      value: t('projects.not-yours.progress-report'),
    })
  })

  it('begins empty when the message has no words', async () => {
    const choice = pageOf(await start('manager', null))
    const page = pageOf(await submit('manager', { ...pressOf(choice, 'next'), 'said.what': 'change-request social' }))
    expect(filledIn(page)).toEqual({ 'said.title': '', 'said.why': '' })
  })
})
