import { createRequire } from 'node:module'
import { describe, expect, it } from '@jest/globals'
import { chooseCard } from '../../../bot/cards/projects/choose-card.js'
import { decisionCard } from '../../../bot/cards/projects/decision-card.js'
import { formCard } from '../../../bot/cards/projects/form-card.js'
import { FORM_KINDS, formOf, shownSaid } from '../../../bot/cards/projects/forms/forms.js'
import { mineCard } from '../../../bot/cards/projects/mine-card.js'
import { projectCard } from '../../../bot/cards/projects/project-card.js'
import { startCard } from '../../../bot/cards/projects/start-card.js'
import { toldText } from '../../../bot/cards/projects/told-text.js'
import { loadTemplates } from '../../../bot/cards/templates.js'
import { cardToHtml } from '../../../bot/cards/to-html.js'
import type { Card } from '../../../bot/domain/conversations/message.js'
import { dayOf } from '../../../bot/domain/projects/calendar.js'
import { DUTY_KINDS } from '../../../bot/domain/projects/duties.js'
import { CHOICES } from '../../../bot/domain/projects/matter.js'
import { DOCUMENT_KINDS } from '../../../bot/domain/projects/documents.js'
import { CRITERIA, PHASES, POINTS } from '../../../bot/domain/projects/points.js'
import { PROJECT_ROLES } from '../../../bot/domain/projects/roles.js'
import type { Project } from '../../../bot/domain/projects/project.js'
import { REASONS } from '../../../bot/domain/projects/stepped.js'
import { summaryOf } from '../../../bot/domain/projects/summary.js'
import { loadWords } from '../../../bot/i18n/load-words.js'
import { translator } from '../../../bot/i18n/words.js'
import { projectFolder } from '../../fixtures/content.js'
import { aPlan, aRequest, approve, as, readyForB3, running, START, toClosing, WHO, type Play } from '../../fixtures/project.js'

// Its types point into its sources, which are not written for strict modules; this is the part that is used.
type MicrosoftsParser = {
  Versions: Record<'v1_5', unknown>
  SerializationContext: new (version: unknown) => { eventCount: number; getEventAt(at: number): { message: string } }
  AdaptiveCard: new () => {
    parse(card: unknown, context: unknown): void
    validateProperties(): { validationEvents: { message: string }[] }
  }
}
const AdaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as MicrosoftsParser
const LANGUAGES = ['sv', 'en', 'ar-XB']
const MOST_BYTES = 28 * 1024
const translate = translator(loadWords(`${projectFolder}locales`, LANGUAGES))
const fill = loadTemplates(`${projectFolder}adaptive-cards`)
const LINK = 'https://lotsen.example/staff#projects'

/** As large as a project's plan gets before it is for the tab: sixty things with long names, and twenty posts. */
const LONG = 'En leverans som heter något långt, med å, ä och ö, och en [länk](https://example.org) '.repeat(2).trim()
function aLargeProject(): Play {
  const many = Array.from({ length: 80 }, (_, at) => ({
    id: `d-${at}`,
    name: `${LONG} ${at}`,
    on: '2027-10-01',
    goals: ['system'],
  }))
  const { goals, points, milestones, budget, activities } = aPlan()
  const posts = Array.from({ length: 20 }, (_, at) => ({ ...budget[0]!, id: `p-${at}`, name: `${LONG} ${at}` }))
  const busy = Array.from({ length: 9 }, (_, at) => ({
    ...activities[2]!,
    id: `a-${at}`,
    name: `${LONG} ${at}`,
    delivery: 'd-1',
    post: 'own-time',
  }))
  const plan = aPlan({ goals, points, milestones, deliveries: many, budget: [...budget, ...posts], activities: busy })
  return running({ profile: 'full', points: 'four' }, plan)
}

function games(): Play[] {
  const asked = running()
  asked.act('manager', { kind: 'change-requested', said: aRequest() })
  asked.act('manager', { kind: 'delivery-put', id: 'course' })
  asked.act('manager', { kind: 'milestone-put', id: 'in-use' })
  const decided = running()
  decided.act('manager', { kind: 'change-requested', said: aRequest() })
  approve(decided, 'send-back')
  const closing = toClosing(running())
  const atB3 = readyForB3(running())
  atB3.act('manager', { kind: 'point-put', point: 'B3' })
  const undoing = running()
  undoing.act('chair', { kind: 'undo-asked', decision: 2, motive: 'Wrong' })
  const large = aLargeProject()
  large.act('manager', {
    kind: 'change-requested',
    said: aRequest({
      why: LONG.repeat(20),
      edits: large.project.plan!.content.deliveries.map((one) => ({ part: 'deliveries', put: { ...one, on: '2027-11-01' } })),
    }),
  })
  return [asked, decided, closing, atB3, undoing, large]
}

const VIEWERS = ['chair', 'anna', 'manager', 'owner', 'member', 'council'] as const

function cardsOf(project: Project, language: string): [string, Card][] {
  const t = translate(language)
  const common = { project, language, t, link: LINK }
  const people = { userIds: ['29:a', '29:b'], names: { [WHO.chair]: 'Kim *' } }
  const matters = Array.from({ length: project.counters.matter }, (_, at) => at + 1)
  const decisions = matters.flatMap((matter) =>
    [undefined, ...VIEWERS].map((who): [string, Card] => [
      `decision ${matter} ${who}`,
      decisionCard(fill, { ...common, ...people, matter, by: who && as(who), problem: who === 'anna' ? 'x' : undefined })!,
    ]),
  )
  const forms = FORM_KINDS.flatMap((kind) => [...formCards(project, kind, language)])
  const summary = summaryOf(project)
  const duties = DUTY_KINDS.map((duty) => ({
    key: duty,
    project: project.id,
    kind: duty,
    who: [],
    due: '2027-01-11',
    number: project.number,
    name: project.name,
  }))
  const mine = {
    today: '2027-01-11',
    me: WHO.member,
    projects: Array.from({ length: 30 }, (_, at) => ({ ...summary, id: `${summary.id}-${at}` })),
    late: [],
    duties,
    drafts: [],
    mayRegister: false,
    toDecide: [],
  }
  return [
    ...decisions,
    ...forms,
    ...VIEWERS.map((who): [string, Card] => [`project ${who}`, projectCard(fill, { ...common, by: as(who) })]),
    ['project', projectCard(fill, common)],
    ['mine', mineCard(fill, { mine, language, t, link: LINK })],
    ['choose', chooseCard(fill, { language, t, title: 'x', words: LONG, choices: [{ title: LONG, value: 'a' }], problem: 'x' })],
  ]
}

function* formCards(project: Project, kind: (typeof FORM_KINDS)[number], language: string): Generator<[string, Card]> {
  const form = formOf(kind)
  const person = kind === 'status-report' ? WHO.member : WHO.manager
  const about = kind === 'status-report' ? '2027-01-11' : ''
  const ask = { project, person, today: dayOf(START), about, language, t: translate(language) }
  const begun = form.begin(ask)
  if (!begun) return
  const touches = ['milestones.procured', 'deliveries.d-1', 'budget.licences', 'budget.own-time', 'frame.frame'].join(',')
  const said = kind === 'change-request' ? { ...begun, touches, title: 'x' } : begun
  const pages = form.pages(ask, said)
  for (const isDialog of [true, false])
    for (const [at, page] of [...pages, undefined].entries())
      yield [
        `${kind} ${page?.id ?? 'review'} ${isDialog}`,
        formCard(fill, {
          ...{ ask, kind, page, at, of: pages.length + 1, said: shownSaid(kind, ask, said), isDialog },
          keptUntil: '2027-02-10',
          ...{ summary: form.summary(ask, said), problems: ['x'], note: 'x' },
        }),
      ]
  yield [`start ${kind}`, startCard(fill, { ask, kind, filled: said, draftFrom: 'x' })]
  yield [`start ${kind}, bare`, startCard(fill, { ask, kind })]
}

const all = LANGUAGES.flatMap((language) =>
  games().flatMap(({ project }, at) =>
    cardsOf(project, language).map(([name, card]): [string, Card, string] => [`${language} ${at} ${name}`, card, language]),
  ),
)

type Part = Record<string, unknown>
function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  if (!value || typeof value !== 'object') return []
  return [value as Part, ...Object.values(value).flatMap(partsOf)]
}

function complaintsOf(card: Card): string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5)
  const parsed = new AdaptiveCards.AdaptiveCard()
  parsed.parse(card, context)
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
  const invalid = parsed.validateProperties().validationEvents.map(({ message }) => message)
  // Its check of "lang" is a regular expression that remembers where it was (/gi), so it refuses every other card.
  return [...events, ...invalid].filter((complaint) => !complaint.includes('property "lang"'))
}

describe('every card of a project', () => {
  it('is version 1.5, has something to read aloud and to fall back to, and says its language and direction', () => {
    for (const [name, { version, speak, lang, rtl, fallbackText }, language] of all)
      expect([name, version, Boolean(speak?.trim()), fallbackText, lang, rtl]).toEqual([
        name,
        '1.5',
        true,
        speak,
        language,
        language === 'ar-XB',
      ])
  })

  it('fits in 28 kB as UTF-16, with its form filled in to the brim', () => {
    const large = all
      .map(([name, card]) => [name, JSON.stringify(card).length * 2] as const)
      .filter(([, bytes]) => bytes > MOST_BYTES)
    expect(large).toEqual([])
  })

  it("is accepted by Microsoft's own parser for version 1.5", () => {
    expect(
      all
        .filter((_, at) => at % 5 === 0)
        .flatMap(([name, card]) => complaintsOf(card).map((complaint) => `${name}: ${complaint}`)),
    ).toEqual([])
  })

  it('has a label on every input, a fallback on every Action.Execute, and no id twice', () => {
    for (const [name, card] of all) {
      const parts = partsOf(card)
      const bare = parts.filter(
        ({ type, label, fallback }) =>
          (String(type).startsWith('Input.') && !label) ||
          (type === 'Action.Execute' && (fallback as Part | undefined)?.['type'] !== 'Action.Submit'),
      )
      const inputs = parts.filter(({ type }) => String(type).startsWith('Input.')).map(({ id }) => id)
      expect([name, bare, inputs.length]).toEqual([name, [], new Set(inputs).size])
    }
  })

  it('leaves no place unfilled, makes no link of what somebody wrote, and can be written as HTML', () => {
    for (const [name, card] of all) {
      const written = JSON.stringify(card)
      const read = partsOf(card).flatMap(({ type, text, value }) =>
        type === 'TextBlock' ? String(text) : type === undefined ? String(value ?? '') : '',
      )
      expect([name, written.includes('${'), read.some((text) => /[^\\]\]\(https/.test(text))]).toEqual([name, false, false])
      const html = cardToHtml(card, { activity: 'a', card: 0, words: { language: 'sv', required: '*' }, headingLevel: 3 })
      expect([name, html.startsWith('<article')]).toEqual([name, true])
    }
  })
})

describe('the words of projects', () => {
  it.each(LANGUAGES.slice(0, 2))('are there for everything that the rules can say, in %s', (language) => {
    const t = translate(language)
    const keys = [
      ...REASONS.map((why) => `project-refused.${why}`),
      ...CHOICES.flatMap((choice) => [`projects.choice.${choice}`, `projects.decided.${choice}`]),
      ...PHASES.map((phase) => `projects.phase.${phase}`),
      ...POINTS.map((point) => `projects.point.${point}`),
      ...PROJECT_ROLES.map((role) => `projects.role.${role}`),
      ...DUTY_KINDS.map((duty) => `projects.duty.${duty}`),
      ...DOCUMENT_KINDS.map((kind) => `projects.document.${kind}`),
      ...Object.values(CRITERIA).flatMap((criteria) => criteria.map((criterion) => `projects.criterion.${criterion}`)),
      ...FORM_KINDS.flatMap((kind) =>
        ['form-name', 'form.send', 'not-yours', 'none', 'sent', 'which'].map((part) =>
          part === 'form.send' ? `projects.form.send-${kind}` : `projects.${part}.${kind}`,
        ),
      ),
    ]
    for (const key of keys) expect([key, t(key).length > 1]).toEqual([key, true])
  })

  it('tell in one sentence of whatever has happened', () => {
    for (const game of games())
      for (const effect of game.effects)
        if ('tell' in effect) expect(toldText(effect, game.project, translate('sv'))).toMatch(/^[A-ZÅÄÖ].*\.$/)
  })
})
