import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { SURFACES } from '../../../bot/domain/projects/actor.js'
import { AFFECTED, REQUEST_MOVES } from '../../../bot/domain/projects/change-request.js'
import { DUTY_KINDS } from '../../../bot/domain/projects/duties.js'
import { DOCUMENT_KINDS } from '../../../bot/domain/projects/documents.js'
import { NAMES_OF_EVENTS } from '../../../bot/domain/projects/events.js'
import { OUTCOMES } from '../../../bot/domain/projects/effect-goals.js'
import { CHOICES } from '../../../bot/domain/projects/matter.js'
import { MEETING_MOVES } from '../../../bot/domain/projects/meeting.js'
import { NAMES_OF_PARTS } from '../../../bot/domain/projects/plan.js'
import {
  BODIES,
  gateOf,
  NAMES_OF_CRITERIA,
  PHASES,
  POINT_SETS,
  POINTS,
  type PointSet,
} from '../../../bot/domain/projects/points.js'
import { PROFILE_NAMES } from '../../../bot/domain/projects/profiles.js'
import { ASPECTS, LIGHTS, TRENDS } from '../../../bot/domain/projects/progress-report.js'
import { PORTFOLIOS } from '../../../bot/domain/projects/project.js'
import { PROJECT_ROLES } from '../../../bot/domain/projects/roles.js'
import { MARKS } from '../../../bot/domain/projects/status-report.js'
import { WORKDAYS } from '../../../bot/domain/projects/calendar.js'
import { RECORD_KINDS } from '../../../bot/papers/records/package.js'
import { auditText } from '../../../web/staff/projects/project/audit-text.js'
import { addressIn, linkTo, TABS } from '../../../web/staff/projects/address.js'
import { changedFields } from '../../../web/staff/projects/parts/changed-fields.js'
import { BODY_NAMES, POINTS_IN, USUALLY_BY } from '../../../web/staff/projects/points.js'
import { ROLE_NAMES } from '../../../web/staff/projects/role-names.js'
import {
  EVERYTHING,
  isNarrowed,
  PAGE_SIZE,
  pagesIn,
  PHASE_NAMES,
  PORTFOLIO_NAMES,
  PROFILES,
  queryOf,
} from '../../../web/staff/projects/portfolio/filter.js'
import { ASPECT_NAMES, LIGHTS_TO_CHOOSE, TREND_NAMES } from '../../../web/staff/projects/project/aspects.js'
import { changeText, dayText, hoursIn, kronorIn, moneyText, oreIn } from '../../../web/staff/projects/texts.js'
import { projectFolder } from '../../fixtures/content.js'
import { draftLink, dutyLink } from '../../../web/staff/projects/to-do.js'

describe('the address', () => {
  it.each(TABS)('of the tab %s comes back as it was written', (tab) => {
    const address = { project: 'a project/å', tab, about: 'matter-3' }
    expect(addressIn(linkTo(address))).toEqual(address)
  })
  it.each([
    ['', { tab: 'overview' }],
    ['#desk', { tab: 'overview' }],
    ['#projects', { tab: 'overview' }],
    ['#projects/social', { project: 'social', tab: 'overview' }],
    ['#projects/social/secrets/4', { project: 'social', tab: 'overview' }],
    ['#projects/%E0%A4%A', { tab: 'overview' }],
  ])('%j shows what it can', (hash, address) => {
    expect(addressIn(hash)).toEqual(address)
  })
  it('leads from a duty and from a draft to where it is done', () => {
    expect(dutyLink({ project: 'p', kind: 'status-report', about: '2027-01-11' })).toBe('#projects/p/reports/status-2027-01-11')
    expect(dutyLink({ project: 'p', kind: 'vote', about: 4 })).toBe('#projects/p/decisions/matter-4')
    expect(dutyLink({ project: 'p', kind: 'activity-plan' })).toBe('#projects/p/plan')
    expect(draftLink({ project: 'p', kind: 'change-request', about: '3' })).toBe('#projects/p/decisions/revise-3')
    expect(draftLink({ project: 'p', kind: 'change-request', about: '' })).toBe('#projects/p/decisions/change')
  })
})

describe('the filter', () => {
  it('asks for nothing that has not been chosen', () => {
    expect(queryOf(EVERYTHING, 0)).toBe(`from=0&limit=${String(PAGE_SIZE)}`)
    expect(isNarrowed(EVERYTHING)).toBe(false)
  })
  it('asks for what has, and for the page', () => {
    const filter = { ...EVERYTHING, text: ' skola & vård ', late: true, light: 'red' as const }
    expect(Object.fromEntries(new URLSearchParams(queryOf(filter, 2)))).toEqual({
      text: 'skola & vård',
      late: '1',
      light: 'red',
      from: String(2 * PAGE_SIZE),
      limit: String(PAGE_SIZE),
    })
    expect(isNarrowed(filter)).toBe(true)
  })
  it('has as many pages as are needed, and never none', () => {
    expect([0, 1, PAGE_SIZE, PAGE_SIZE + 1, 2000].map(pagesIn)).toEqual([1, 1, 1, 2, 80])
  })
})

describe('what is typed', () => {
  it.each([
    ['1 250 000', 1_250_000_00],
    ['1\u00a0250', 1250_00],
    ['12,5', 12_50],
    ['0', 0],
    ['-5', undefined],
    ['1.234.567', undefined],
    ['=1+1', undefined],
    ['', undefined],
  ])('%j is so many öre', (text, ore) => {
    expect(oreIn(text)).toBe(ore)
  })
  it('comes back as it is shown to be changed', () => {
    for (const ore of [0, 1, 50, 100, 123_45, 290_000_000_00]) expect(oreIn(kronorIn(ore))).toBe(ore)
  })
  it.each([
    ['7,5', 7.5],
    ['0.25', 0.25],
    ['7,3', undefined],
    ['-1', undefined],
    ['many', undefined],
  ])('%j is so many hours', (text, hours) => {
    expect(hoursIn(text)).toBe(hours)
  })
})

describe('texts', () => {
  const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
  it('write amounts in whole kronor, with öre only where there are any, and a change with its sign', () => {
    expect(plain(moneyText(1_250_000_00, 'sv'))).toBe('1 250 000 kr')
    expect(plain(moneyText(12_50, 'sv'))).toBe('12,50 kr')
    expect(plain(changeText(500_00, 'sv'))).toBe('+500 kr')
  })
  it('write a day as it is, in any time zone', () => {
    expect([dayText('2026-06-19', 'sv'), dayText('2026-06-19', 'en')]).toEqual(['19 juni 2026', '19 June 2026'])
  })
})

describe('what differs in a thing', () => {
  const before = { id: 'post', name: 'Licences', kind: 'external' as const, amounts: { 2027: 1, 2028: 2 } }
  it('is the fields that are others, whatever the order of their keys', () => {
    expect(changedFields(before, { ...before, amounts: { 2028: 2, 2027: 1 } })).toEqual([])
    expect(changedFields(before, { ...before, name: 'Other' })).toEqual([{ field: 'name', before: 'Licences', after: 'Other' }])
  })
  it('is of amounts by year only the years that differ', () => {
    const after = { ...before, amounts: { 2027: 1, 2028: 5, 2029: 3 } }
    expect(changedFields(before, after)).toEqual([{ field: 'amounts', before: { 2028: 2 }, after: { 2028: 5, 2029: 3 } }])
  })
  it('is everything of what is new or gone, but for the id', () => {
    expect(changedFields(undefined, before).map(({ field }) => field)).toEqual(['name', 'kind', 'amounts'])
    expect(changedFields(before, undefined).every(({ after }) => after === undefined)).toBe(true)
  })
})

describe('the lists that are chosen from', () => {
  it.each([
    ['phases', PHASE_NAMES, PHASES],
    ['portfolios', PORTFOLIO_NAMES, PORTFOLIOS],
    ['profiles', PROFILES, PROFILE_NAMES],
    ['roles', ROLE_NAMES, PROJECT_ROLES],
    ['aspects', ASPECT_NAMES, ASPECTS],
    ['lights', LIGHTS_TO_CHOOSE, LIGHTS],
    ['trends', TREND_NAMES, TRENDS],
    ['bodies', BODY_NAMES, BODIES],
    ...Object.entries(POINT_SETS).map(([set, points]) => [`points, ${set}`, POINTS_IN[set as PointSet], points] as const),
  ])('of %s are those of the domain', (_, shown: readonly string[], known: readonly string[]) => {
    expect(shown).toEqual(known)
  })
  it('say who decides a point as the domain does', () => {
    expect(USUALLY_BY).toEqual(Object.fromEntries(POINTS.map((point) => [point, gateOf(point).by])))
  })
})

describe('the audit in words', () => {
  const t = (key: string, values: Record<string, unknown> = {}): string =>
    `${key.replace('staff-projects.', '')}${Object.keys(values).length > 0 ? ` ${JSON.stringify(values)}` : ''}`
  const words = { t, language: 'en' }
  it.each([
    ['saw', { what: 'matter 3' }, 'audit-saw {"what":"seen-matter 3"}'],
    ['saw', { what: 'paper minutes 1 pdf' }, 'audit-saw {"what":"seen-paper seen-minutes 1 pdf"}'],
    ['refused', { event: 'see audit', why: 'not-yours' }, 'audit-refused {"what":"seen-audit"}'],
    ['refused', { event: 'voted', why: 'too-late' }, 'audit-refused {"what":"event-voted"}'],
    ['voted', { matter: 3, choice: 'approve' }, 'event-voted: choice-approve (3)'],
    ['meeting-called', { on: '2027-01-11' }, 'event-meeting-called: 11 January 2027'],
    ['renamed', { name: 'Secret' }, 'event-renamed'],
  ])('tells %s of %j', (action, detail, text) => {
    expect(auditText({ action, detail }, words)).toBe(text)
  })
})

describe('words', () => {
  // What can be seen of a project besides what is filed (`what` of bot/projects and the papers that are made of it).
  const SEEN = ['project', 'matter', 'audit', 'status-form', 'progress-form', 'import', 'paper', 'template', 'records']

  const words = JSON.parse(readFileSync(join(projectFolder, 'locales/sv/staff-projects.json'), 'utf8')) as Record<string, string>
  const LISTS: Record<string, readonly string[]> = {
    phase: PHASES,
    portfolio: PORTFOLIOS,
    profile: PROFILE_NAMES,
    role: PROJECT_ROLES,
    light: LIGHTS,
    aspect: ASPECTS,
    trend: TRENDS,
    point: POINTS,
    body: BODIES,
    criterion: NAMES_OF_CRITERIA,
    document: DOCUMENT_KINDS,
    part: NAMES_OF_PARTS,
    choice: CHOICES,
    decided: CHOICES,
    request: Object.keys(REQUEST_MOVES),
    meeting: Object.keys(MEETING_MOVES),
    duty: DUTY_KINDS,
    outcome: OUTCOMES,
    state: ['not-begun', 'waiting-for-decision', ...MARKS],
    'effect-on': AFFECTED,
    weekday: WORKDAYS,
    where: SURFACES,
    event: [...NAMES_OF_EVENTS, 'registered'],
    seen: [...SEEN, ...RECORD_KINDS, 'status-report', 'document', 'follow-up'],
    tab: TABS,
  }
  it.each(Object.keys(LISTS))('are there for every %s', (prefix) => {
    expect(LISTS[prefix]!.filter((one) => !(`${prefix}-${one}` in words))).toEqual([])
  })
})
