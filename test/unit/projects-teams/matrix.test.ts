import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { FORM_KINDS, formOf } from '../../../bot/cards/projects/forms/forms.js'
import type { FormKind } from '../../../bot/cards/projects/forms/form.js'
import { OFFICE_ROLES, type OfficeRole } from '../../../bot/domain/projects/actor.js'
import { EVENTS, type EventKind } from '../../../bot/domain/projects/events.js'
import { alternativesOf, type Choice } from '../../../bot/domain/projects/matter.js'
import { mayWith, STANDINGS, type ProjectPermission, type Standing } from '../../../bot/domain/projects/permissions.js'
import { ASPECTS } from '../../../bot/domain/projects/progress-report.js'
import type { Project } from '../../../bot/domain/projects/project.js'
import { STEERING, type ProjectRole } from '../../../bot/domain/projects/roles.js'
import { EVENT_OF } from '../../../bot/skills/projects/start.js'
import type { Translate } from '../../../bot/i18n/translate.js'
import { aRequest, running, SEATS, START } from '../../fixtures/project.js'
import { closedWith, viewOf, type World } from '../../fixtures/teams-person.js'
import { buttonsOf, pageOf, teamsProjects, textsOf } from '../../fixtures/teams-projects.js'

type Somebody = Standing | 'stranger'
const EVERYBODY: readonly Somebody[] = [...STANDINGS, 'stranger']
const isOffice = (one: Somebody): one is OfficeRole => (OFFICE_ROLES as readonly string[]).includes(one)
const isSeated = (one: Somebody): one is ProjectRole => one !== 'stranger' && !isOffice(one)

/** What the tables say that somebody may. `EVENTS` says which permission an event takes, `PROJECT_PERMISSIONS` who has it. */
const may = (one: Somebody, permission: ProjectPermission): boolean => one !== 'stranger' && mayWith([one], permission)
const mayDo = (one: Somebody, kind: EventKind): boolean => {
  const permission = EVENTS[kind].may
  return permission !== 'nobody' && may(one, permission)
}
/** Of those who have a vote at all, those of the body that this matter is decided by. */
const decides = (one: Somebody, kind: 'voted' | 'conflict-declared'): boolean =>
  mayDo(one, kind) && isSeated(one) && STEERING.includes(one)

const WORDS: Record<FormKind, string> = {
  'status-report': 'statusrapport',
  'progress-report': 'lägesrapport',
  'change-request': 'ändringsbegäran',
}
const SAID: Record<FormKind, Record<string, string>> = {
  'status-report': Object.fromEntries(
    ['tender', 'teach'].flatMap((id) => [
      [`spent.${id}`, '1'],
      [`left.${id}`, '9'],
    ]),
  ),
  'progress-report': {
    ...{ done: 'This', next: 'That' },
    ...Object.fromEntries(ASPECTS.map((aspect) => [`light.${aspect}`, 'green'])),
  },
  'change-request': {
    title: 'Later',
    why: 'Late',
    touches: 'points.B4',
    'date.points.B4': '2027-12-16',
    alternatives: 'None',
    ifRejected: 'No',
  },
}
const base = (): Project => {
  const game = running()
  game.act('manager', { kind: 'change-requested', said: aRequest() })
  return game.project
}
const MATTER = base().matters[0]!
const PROJECT = base()

let world: World
let t: Translate
beforeEach(async () => {
  world = await teamsProjects([], START)
  t = world.words('sv')
})
afterEach(() => world.close())

/** Somebody who is that to a project of their own and nothing else: named for all its work, and with a draft of every form. */
async function somebody(one: Somebody, name: string): Promise<{ who: string; id: string }> {
  const [who, id] = [`${name}-${one}`, `${name}-${one}`]
  const person = `s|${who}`
  const { plan } = PROJECT
  const activities = plan!.content.activities.map((each) => ({ ...each, who: [...each.who, person] }))
  const others = SEATS.filter(({ role }) => role !== one)
  const roster = isSeated(one) ? [...others, { person, role: one, subproject: 'school' }] : SEATS
  await world.put({ ...PROJECT, id, number: id, roster, plan: { ...plan!, content: { ...plan!.content, activities } } })
  if (isOffice(one))
    await world.stores.desk.saveMember({
      ...{ tenant: 'development', oid: who, name: who, team: '', roles: [one], queues: [], languages: ['sv'], topics: [] },
      ...{ capacity: 1, presence: 'off-shift' },
    })
  for (const kind of FORM_KINDS)
    await world.stores.projects.saveDraft({ ...draftOf(who, id, kind), said: SAID[kind], page: 0, savedAt: START })
  return { who, id }
}
const draftOf = (who: string, project: string, kind: FormKind) => ({
  ...{ person: `development|${who}`, project, kind },
  about: kind === 'status-report' ? '2027-01-11' : '',
})

const GROUP = { conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: 'tenant-1' } }
const versionOf = async (id: string): Promise<number> => (await world.stores.projects.find(id))!.version
/** Whether a deed has changed the project. */
async function changes(id: string, deed: () => Promise<unknown>): Promise<boolean> {
  const before = await versionOf(id)
  await deed()
  return (await versionOf(id)) > before
}

/** One thing that Teams offers: who is to have it, and whether somebody gets it. */
type Offer = { name: string; has: (one: Somebody) => boolean; gets: (who: string, id: string, one: Somebody) => Promise<boolean> }

const formOffers = (form: FormKind): Offer[] => {
  const has = (one: Somebody): boolean => mayDo(one, EVENT_OF[form])
  const about = form === 'status-report' ? '2027-01-11' : ''
  const press = (project: string, go: string, more: object = {}) => ({ verb: 'project.form', form, project, about, go, ...more })
  const typed = Object.fromEntries(Object.entries(SAID[form]).map(([id, value]) => [`said.${id}`, value]))
  const firstPage = { 'status-report': 'activities-1', 'progress-report': 'text', 'change-request': 'what' }[form]
  return [
    {
      name: `${form}: a button on the project's card`,
      has,
      gets: async (who, id) =>
        buttonsOf((await world.execute(who, { verb: 'project.show', project: id })).body.value).includes(form),
    },
    {
      name: `${form}: asked for in words`,
      has,
      gets: async (who, id) =>
        (await world.say(who, `${WORDS[form]} ${id}`)).some(({ card }) => buttonsOf(card).includes('form')),
    },
    {
      name: `${form}: the button that starts it`,
      has,
      gets: async (who, id) =>
        buttonsOf((await world.execute(who, { verb: 'project.start', form, project: id })).body.value).includes('form'),
    },
    {
      name: `${form}: opened in a dialog`,
      has,
      gets: async (who, id) => pageOf(await world.fetch(who, press(id, 'begin'))) !== undefined,
    },
    {
      name: `${form}: opened in the chat`,
      has,
      gets: async (who, id) =>
        buttonsOf((await world.execute(who, press(id, 'begin'))).body.value).some(
          (button) => button === 'next' || button === 'send',
        ),
    },
    {
      name: `${form}: a page that is sent`,
      has,
      gets: async (who, id) => {
        await world.stores.projects.dropDraft(draftOf(who, id, form))
        await world.submit(who, press(id, 'next', { page: firstPage, ...typed }))
        return (await world.stores.projects.draft(draftOf(who, id, form))) !== undefined
      },
    },
    {
      name: `${form}: sent from a dialog`,
      has,
      gets: (who, id) => changes(id, () => world.submit(who, press(id, 'send', { page: 'review' }))),
    },
    {
      name: `${form}: sent from the chat`,
      has,
      gets: (who, id) => changes(id, () => world.execute(who, press(id, 'send', { page: 'review' }))),
    },
    {
      name: `${form}: sent from the dialog of the message extension`,
      has,
      gets: (who, id) =>
        changes(id, () =>
          world.invoked(
            who,
            'composeExtension/submitAction',
            { commandId: 'startReport', data: press(id, 'send', { page: 'review' }) },
            GROUP,
          ),
        ),
    },
    {
      name: `${form}: chosen for a message`,
      has,
      gets: async (who, id) => {
        const fetched = await world.invoked(
          who,
          'composeExtension/fetchTask',
          { commandId: 'startReport', messagePayload: null },
          GROUP,
        )
        return JSON.stringify(fetched.body).includes(`"${form} ${id}"`)
      },
    },
    {
      name: `${form}: begun from a message`,
      has,
      gets: async (who, id) => {
        const data = { verb: 'project.choose', words: 'Words', 'said.what': `${form} ${id}` }
        const page = pageOf(await world.invoked(who, 'composeExtension/submitAction', { commandId: 'startReport', data }, GROUP))
        return JSON.stringify(page ?? {}).includes('"project.form"')
      },
    },
  ]
}

/** "Nothing has changed": a report is sent as last time, and of a change nothing is kept. Of a first progress report it cannot be said. */
const nothingOffers: Offer[] = [
  {
    name: 'status-report: nothing has changed',
    has: (one) => mayDo(one, 'status-reported'),
    gets: (who, id) => changes(id, () => world.execute(who, { verb: 'project.nothing', form: 'status-report', project: id })),
  },
  {
    name: 'progress-report: nothing has changed',
    has: () => false,
    gets: (who, id) => changes(id, () => world.execute(who, { verb: 'project.nothing', form: 'progress-report', project: id })),
  },
  {
    name: 'change-request: nothing has changed',
    has: (one) => mayDo(one, 'change-requested'),
    gets: async (who, id) => {
      await world.execute(who, { verb: 'project.nothing', form: 'change-request', project: id })
      return (await world.stores.projects.draft(draftOf(who, id, 'change-request'))) === undefined
    },
  },
  {
    name: "change-request: the one that waits, a button on the project's card",
    has: (one) => mayDo(one, 'request-revised'),
    gets: async (who, id) =>
      buttonsOf((await world.execute(who, { verb: 'project.show', project: id })).body.value).includes('revise-1'),
  },
  {
    name: 'change-request: the one that waits, revised',
    has: (one) => mayDo(one, 'request-revised'),
    gets: async (who, id) =>
      pageOf(await world.fetch(who, { verb: 'project.form', form: 'change-request', project: id, about: '1', go: 'begin' })) !==
      undefined,
  },
]

const votePress = (project: string, choice: Choice) => ({
  ...{ verb: 'project.vote', project, matter: MATTER.number, hash: MATTER.hash, choice },
  ...{ motive: 'So it is', conditions: 'With care' },
})
const voteOffers = (choice: Choice): Offer[] => [
  {
    name: `${choice}: a button on the decision's card`,
    has: (one) => decides(one, 'voted'),
    gets: async (who, id) => buttonsOf(await viewOf(world, who, id, MATTER.number)).includes(`vote-${choice}`),
  },
  {
    name: `${choice}: pressed`,
    has: (one) => decides(one, 'voted'),
    gets: (who, id) => changes(id, () => world.execute(who, votePress(id, choice))),
  },
  {
    name: `${choice}: pressed in the chat of the steering group`,
    has: (one) => decides(one, 'voted'),
    gets: (who, id) => changes(id, () => world.execute(who, votePress(id, choice), GROUP)),
  },
  {
    name: `${choice}: pressed where Teams is old`,
    has: (one) => decides(one, 'voted'),
    gets: (who, id) => changes(id, () => world.say(who, '', { text: undefined, value: votePress(id, choice) })),
  },
]

const otherOffers: Offer[] = [
  {
    name: 'a conflict of interest, declared',
    has: (one) => decides(one, 'conflict-declared'),
    gets: (who, id) => changes(id, () => world.execute(who, { verb: 'project.conflict', project: id, matter: MATTER.number })),
  },
  {
    name: "the project's card",
    has: (one) => may(one, 'project.see'),
    gets: async (who, id) => textsOf((await world.execute(who, { verb: 'project.show', project: id })).body.value).length > 0,
  },
  {
    name: "the decision's card",
    has: (one) => may(one, 'project.see'),
    gets: async (who, id) => textsOf(await viewOf(world, who, id, MATTER.number)).length > 0,
  },
  {
    name: 'who voted what, while it is open',
    has: (one) => may(one, 'vote.see'),
    gets: async (who, id, one) => {
      await world.execute(one === 'steering-member' ? 'chair' : 'anna', {
        ...votePress(id, 'reject'),
        motive: 'For reasons of mine',
      })
      return JSON.stringify(await viewOf(world, who, id, MATTER.number)).includes('For reasons of mine')
    },
  },
  {
    name: 'a card found by the message extension',
    has: (one) => may(one, 'project.see'),
    gets: async (who, id) => {
      const query = { commandId: 'findProject', parameters: [{ name: 'text', value: id }] }
      return JSON.stringify((await world.invoked(who, 'composeExtension/query', query, GROUP)).body).includes(
        `${id} Social systems`,
      )
    },
  },
  {
    name: '"mina projekt"',
    has: isSeated,
    gets: async (who, id) => JSON.stringify(await world.say(who, 'mina projekt')).includes(id),
  },
  {
    name: 'the place of the steering group',
    has: (one) => may(one, 'meeting.lead') || may(one, 'roster.change'),
    gets: async (who, id) => {
      await world.say(who, `styrgrupp ${id}`, GROUP)
      return (await world.stores.projects.places(id)).length > 0
    },
  },
]

const OFFERS: readonly Offer[] = [
  ...FORM_KINDS.flatMap(formOffers),
  ...nothingOffers,
  ...alternativesOf(MATTER.subject).flatMap(voteOffers),
  ...otherOffers,
]

describe('everything that Teams offers, against everything that somebody can be to a project', () => {
  it.each(OFFERS.map((offer) => [offer.name, offer] as const))('%s', async (name, { has, gets }) => {
    const got: [Somebody, boolean][] = []
    for (const one of EVERYBODY) {
      const { who, id } = await somebody(one, name.replace(/[^a-z]+/gi, '-').slice(0, 40))
      const before = await world.project(id)
      const gotIt = await gets(who, id, one)
      got.push([one, gotIt])
      if (!gotIt && !name.startsWith('who voted')) expect([one, await world.project(id)]).toEqual([one, before])
    }
    expect(got).toEqual(EVERYBODY.map((one) => [one, has(one)]))
  })

  it('has no offer that takes another permission than the event that it leads to', () => {
    for (const form of FORM_KINDS) expect([form, formOf(form).may]).toEqual([form, EVENTS[EVENT_OF[form]].may])
    expect(EVENTS['request-revised'].may).toBe(EVENTS['change-requested'].may)
  })

  it('gives nobody everything, and leaves nobody with nothing but strangers', () => {
    for (const one of EVERYBODY) {
      const count = OFFERS.filter(({ has }) => has(one)).length
      expect([one, count > 0, count < OFFERS.length]).toEqual([one, one !== 'stranger', true])
    }
  })
})

describe('a dialog that is refused', () => {
  it.each(FORM_KINDS)('closes with words that say who may send a %s', async (form) => {
    for (const one of EVERYBODY.filter((each) => !mayDo(each, EVENT_OF[form]))) {
      const { who, id } = await somebody(one, `words-${form}`)
      const words = closedWith(await world.fetch(who, { verb: 'project.form', form, project: id, go: 'begin' }))
      expect([one, words]).toEqual([one, t(one === 'stranger' ? 'projects.gone' : `projects.not-yours.${form}`)])
    }
  })
})
