import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Translate } from '../../../bot/i18n/translate.js'
import { aRequest, running, START } from '../../fixtures/project.js'
import { buttonsOf, filledIn, pageOf, pressOf, teamsProjects, textsOf } from '../../fixtures/teams-projects.js'

type World = Awaited<ReturnType<typeof teamsProjects>>
let world: World
beforeAll(async () => {
  const waiting = running({ id: 'waiting', number: 'P-2027-002', name: 'Waiting room' })
  waiting.act('manager', { kind: 'change-requested', said: aRequest() })
  world = await teamsProjects([running().project, waiting.project], START)
})
afterAll(() => world.close())

const t: Translate = (key, values) => world.words('sv')(key, values)
const cardOf = async (asking: ReturnType<World['say']>) => (await asking).find(({ card }) => card)?.card
const CHANNEL = {
  conversation: { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true, tenantId: 'tenant-1' },
}

describe('"mina projekt"', () => {
  it('shows them, what there is to do, and what waits for one’s vote', async () => {
    const card = await cardOf(world.say('chair', 'mina projekt'))
    expect(textsOf(card).join('\n')).toMatch(/P-2027-002 Waiting room\nGenomförande, Väntar på beslut/)
    expect(buttonsOf(card)).toEqual(['matter-waiting-3', 'project-waiting', 'project-social', 'tab'])
    const decision = await world.execute('chair', pressOf(card, buttonsOf(card)[0]!))
    expect(buttonsOf(decision.body.value)).toContain('vote-approve')
  })

  it('shows one, with what this person can do with it', async () => {
    const card = await cardOf(world.say('member', 'mina projekt'))
    const shown = await world.execute('member', pressOf(card, 'project-social'))
    expect(buttonsOf(shown.body.value)).toEqual(['status-report', 'tab'])
  })

  it('is told in English to whoever writes English', async () => {
    const card = await cardOf(world.say('member', 'my projects'))
    expect(textsOf(card)).toContain('My projects')
  })

  it('tells a stranger that there are none', async () => {
    const [answer] = await world.say('stranger', 'mina projekt')
    expect(answer?.text).toBe(t('projects.mine.none'))
  })
})

describe('"statusrapport"', () => {
  it('asks which project when there are several, and knows one that is named', async () => {
    const which = await cardOf(world.say('member', 'statusrapport'))
    expect(textsOf(which)).toContain(t('projects.which.status-report'))
    const named = await cardOf(world.say('member', 'statusrapport P-2027-001'))
    expect(textsOf(named)).toContain('P-2027-001 Social systems')
    expect(await cardOf(world.say('member', 'statusrapport för social'))).toEqual(named)
  })

  it('offers "nothing has changed" in one press, a dialog, and the same form here', async () => {
    const card = await cardOf(world.say('member', 'statusrapport P-2027-001'))
    expect(buttonsOf(card)).toEqual(['form', 'nothing', 'here'])
    expect(pressOf(card, 'form')).toMatchObject({ msteams: { type: 'task/fetch' }, verb: 'project.form', go: 'begin' })
    const here = await world.execute('member', pressOf(card, 'here'))
    const dialog = await world.fetch('member', pressOf(card, 'form'))
    expect(filledIn(here.body.value)).toEqual(filledIn(pageOf(dialog)))
    // Where there are no dialogs, the button of the dialog is answered in the chat.
    const [submitted] = await world.say('member', '', { text: undefined, value: pressOf(card, 'form') })
    expect(filledIn(submitted?.card)).toEqual(filledIn(here.body.value))
  })

  it('is filled in and sent in the chat as in a dialog', async () => {
    const card = await cardOf(world.say('member', 'statusrapport P-2027-002'))
    const first = (await world.execute('member', pressOf(card, 'here'))).body.value
    const review = (await world.execute('member', { ...pressOf(first, 'next'), ...filledIn(first), 'said.spent.tender': 3 })).body
      .value
    expect(textsOf(review).join()).toContain(`tender: ${t('projects.status.line', { spent: 3, left: 40 })}`)
    const { body } = await world.execute('member', pressOf(review, 'send'))
    expect(textsOf(body.value)).toContain(t('projects.sent.status-report', { number: 'P-2027-002', name: 'Waiting room' }))
    expect((await world.project('waiting')).statusReports[0]?.entries[0]?.spent).toBe(3)
  })

  it('is sent as it is by "nothing has changed", once', async () => {
    const card = await cardOf(world.say('member', 'statusrapport P-2027-001'))
    const { body } = await world.execute('member', pressOf(card, 'nothing'), { id: 'press' })
    expect(textsOf(body.value)).toContain(t('projects.sent.status-report', { number: 'P-2027-001', name: 'Social systems' }))
    await world.execute('member', pressOf(card, 'nothing'), { id: 'press' })
    const { statusReports } = await world.project('social')
    expect(statusReports).toMatchObject([{ by: 'development|member', week: '2027-01-11' }])
  })

  it('is no business of whoever reports nothing', async () => {
    const [answer] = await world.say('anna', 'statusrapport')
    expect(answer?.text).toBe(t('projects.not-yours.status-report'))
  })
})

describe('"lägesrapport"', () => {
  it('has no "nothing has changed" before there was a first one', async () => {
    const card = await cardOf(world.say('manager', 'lägesrapport P-2027-001'))
    expect(buttonsOf(card)).toEqual(['form', 'here'])
  })
})

describe('a change that is told of in words', () => {
  it('offers a change request with that filled in', async () => {
    const which = await cardOf(world.say('manager', 'vi blir två veckor sena med contract'))
    const started = await world.execute('manager', pressOf(which, 'start-social'))
    const card = started.body.value
    expect(textsOf(card).join('\n')).toContain(t('projects.start.filled'))
    expect(textsOf(card).join('\n')).toContain('Leverans: Contract flyttas från 30 juni 2027 till 14 juli 2027')
    expect(textsOf(card).join('\n')).toContain('Milstolpe: Procured flyttas från 30 juni 2027 till 14 juli 2027')
    const page = pageOf(await world.fetch('manager', pressOf(card, 'form')))
    expect(filledIn(page)).toEqual({
      'said.title': 'Leverans: Contract: 14 dagar senare',
      'said.why': 'vi blir två veckor sena med contract',
    })
  })

  it('keeps what was filled in on every page of the form', async () => {
    const which = await cardOf(world.say('manager', 'vi blir två veckor sena med contract'))
    const card = (await world.execute('manager', pressOf(which, 'start-social'))).body.value
    const first = pageOf(await world.fetch('manager', pressOf(card, 'form')))
    const second = pageOf(await world.submit('manager', { ...pressOf(first, 'next'), ...filledIn(first) }))
    expect(filledIn(second)).toEqual({ 'said.touches': 'deliveries.contract,milestones.procured' })
    const third = pageOf(await world.submit('manager', { ...pressOf(second, 'next'), ...filledIn(second) }))
    expect(filledIn(third)).toEqual({
      'said.date.milestones.procured': '2027-07-14',
      'said.date.deliveries.contract': '2027-07-14',
    })
    await world.projects.dropDraft(
      { project: 'social', kind: 'change-request', about: '' },
      await world.projects.actorOf({ tenant: 'development', oid: 'manager' }, 'dialog'),
    )
  })

  it('offers it also when nobody says by how much, with what is named chosen and its day left to be given', async () => {
    const which = await cardOf(world.say('manager', 'vi hinner inte klart med contract till midsommar'))
    const card = (await world.execute('manager', pressOf(which, 'start-social'))).body.value
    const first = pageOf(await world.fetch('manager', pressOf(card, 'form')))
    expect(filledIn(first)).toEqual({
      'said.title': 'Leverans: Contract',
      'said.why': 'vi hinner inte klart med contract till midsommar',
    })
    const second = pageOf(await world.submit('manager', { ...pressOf(first, 'next'), ...filledIn(first) }))
    expect(filledIn(second)).toEqual({ 'said.touches': 'deliveries.contract' })
    await world.projects.dropDraft(
      { project: 'social', kind: 'change-request', about: '' },
      await world.projects.actorOf({ tenant: 'development', oid: 'manager' }, 'dialog'),
    )
  })

  it('knows a post of the budget by name', async () => {
    const which = await cardOf(world.say('manager', 'licences will cost 200 000 SEK more'))
    const { body } = await world.execute('manager', pressOf(which, 'start-social'), { locale: 'en-GB' })
    expect(textsOf(body.value).join('\n')).toMatch(/Licences changes from SEK.1,000,000 to SEK.1,200,000/)
  })

  it('is dropped by "nothing has changed"', async () => {
    const card = (await world.execute('manager', { verb: 'project.start', form: 'change-request', project: 'social' })).body.value
    const { body } = await world.execute('manager', pressOf(card, 'nothing'))
    expect(textsOf(body.value)).toContain(t('projects.sent.no-change'))
    expect(buttonsOf(body.value)).toEqual(['tab'])
  })

  it('is left to the bot of citizens when it is told by somebody who can ask for no change', async () => {
    const answers = await world.say('stranger', 'vi blir två veckor sena med bygglovet')
    expect(answers.map(({ text }) => text).join()).not.toContain('ändringsbegäran')
    expect(answers.length).toBeGreaterThan(0)
  })

  it('does not hide a cry for help', async () => {
    const answers = await world.say('manager', 'vi blir två veckor sena och jag vill ta mitt liv')
    expect(JSON.stringify(answers)).toContain('112')
  })
})

describe('the steering group’s channel', () => {
  const say = (who: 'chair' | 'member', text: string) => world.say(who, text, CHANNEL)
  const lines = async () => world.stores.conversations.activities({ channel: 'msteams', conversation: '19:team@thread.tacv2' }, 0)

  it('is opened by whoever may, and shows at once what waits, as everybody may see it', async () => {
    expect((await say('member', 'styrgrupp P-2027-002'))[0]?.text).toBe(t('projects.place.not-yours'))
    expect((await say('chair', 'styrgrupp P-2027-002'))[0]?.text).toBe(
      t('projects.place.done', { number: 'P-2027-002', name: 'Waiting room' }),
    )
    const [first, ...others] = (await lines()) as unknown as { activity: { attachments?: { content: unknown }[] } }[]
    const card = first?.activity.attachments?.[0]?.content
    expect(others).toEqual([])
    expect(buttonsOf(card)).toEqual(['open', 'tab'])
    const mine = await world.execute('anna', pressOf(card, 'open'), CHANNEL)
    expect(buttonsOf(mine.body.value)).toContain('vote-approve')
    expect(await world.stores.projects.cards('waiting')).toMatchObject([{ conversation: '19:team@thread.tacv2', seq: 1 }])
  })

  it('is asked which project, and closed again', async () => {
    expect((await say('chair', 'styrgrupp'))[0]?.text).toContain('P-2027-001')
    expect((await say('chair', 'styrgrupp hos grannen'))[0]?.text).toBe(t('projects.place.none'))
    expect((await say('chair', 'ta bort styrgruppen'))[0]?.text).toBe(t('projects.place.removed'))
    expect((await say('chair', 'ta bort styrgruppen'))[0]?.text).toBe(t('projects.place.none-here'))
    const rows = (await world.stores.projects.audit('waiting')).filter(({ action }) => action.startsWith('steering-place'))
    expect(rows).toMatchObject(
      ['opened', 'closed'].map((what) => ({
        ...{ by: 'development|chair', where: 'chat', action: `steering-place-${what}` },
        detail: { conversation: '19:team@thread.tacv2' },
      })),
    )
  })
})
