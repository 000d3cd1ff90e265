import { brokenAt, type AuditFact, type AuditRow } from '../../bot/domain/projects/audit.js'
import { dayAfter, daysBetween } from '../../bot/domain/projects/calendar.js'
import { PORTFOLIOS, type Project } from '../../bot/domain/projects/project.js'
import { PROFILE_NAMES } from '../../bot/domain/projects/profiles.js'
import type { Filing } from '../../bot/domain/projects/stepped.js'
import { summaryOf, type Summary } from '../../bot/domain/projects/summary.js'
import { revived } from '../../bot/store/projects/revived.js'
import { dice } from '../../test/fixtures/project-walk.js'
import { busyProject } from '../../test/fixtures/busy-project.js'
import { START, WHO } from '../../test/fixtures/project.js'
import { chainOf } from './chain-of.js'
import { reportTemplates, templates, type Template } from './templates.js'

export type MadeUp = {
  project: Project
  summary: Summary
  filings: { filing: Filing; at: Date }[]
  audit: AuditRow[]
}
export type Many = { count: number; years: number; people: readonly string[]; today: string }

const WEEKS_A_YEAR = 52
const STARTED = START.toISOString().slice(0, 10)
const NAMES = [
  'Nytt bokningssystem',
  'Tryggare skolvägar',
  'Digital bygglovshandläggning',
  'Kortare köer',
  'Öppna data',
  'Ny ärendehantering',
]

/** The same at another time and by other people: days and persons are texts that nothing else looks like. */
function moved<Value>(value: Value, shift: number, person: (who: string) => string): Value {
  const json = JSON.stringify(value)
    .replace(/"(20\d\d-\d\d-\d\d)(?=["T])/g, (_, day: string) => `"${dayAfter(day, shift)}`)
    .replace(/"(20\d\d)":/g, (_, year: string) => `"${Number(year) + Math.round(shift / 365)}":`)
    .replace(/"s\|([a-z]+)"/g, (_, who: string) => JSON.stringify(person(who)))
  return revived(JSON.parse(json)) as Value
}

function reportsOf(years: number, today: string, person: (who: string) => string) {
  const { status, progress } = reportTemplates()
  const one = (filing: Filing, number: number, daysAgo: number) => {
    const at = new Date(`${dayAfter(today, -daysAgo)}T10:00:00.000Z`)
    const there = moved({ ...filing, number }, daysBetween(STARTED, today) - daysAgo, person)
    return { filing: there, at }
  }
  const weekly = Array.from({ length: years * WEEKS_A_YEAR }, (_, n) => one(status, n + 1, (years * WEEKS_A_YEAR - n) * 7))
  const monthly = Array.from({ length: years * 12 }, (_, n) => one(progress, n + 1, (years * 12 - n) * 30))
  return [...weekly, ...monthly]
}

const details = new WeakMap<Filing, AuditFact['detail']>()
function detailOf(filing: Filing): AuditFact['detail'] {
  const { kind, number, body } = filing
  const detail = details.get(filing) ?? { kind, number, said: body }
  details.set(filing, detail)
  return detail
}

/** Every report is a row of the audit, as every other event is. */
function auditOf(project: string, filings: MadeUp['filings']): AuditRow[] {
  const facts = filings.map(({ filing, at }): AuditFact => ({
    ...{ project, at, by: WHO.manager, where: 'dialog', action: filing.kind },
    detail: detailOf(filing),
  }))
  return chainOf(facts)
}

/** Projects in which so many each have something to do, all people once. */
export function* crowds(people: readonly string[], each: number, today: string): Generator<MadeUp> {
  const shift = daysBetween(STARTED, today) - 100
  for (let n = 0; n < people.length; n += each) {
    const members = people.slice(n, n + each)
    const base = moved(busyProject(`crowd-${n}`, members), shift, (who) => members[Object.keys(WHO).indexOf(who)] ?? members[0]!)
    const project = { ...base, number: `P-C-${n}`, name: `Verksamhetsutveckling ${n}`, portfolio: PORTFOLIOS[0]! }
    yield { project, summary: summaryOf(project), filings: [], audit: auditOf(project.id, []) }
  }
}

/** So many projects, each with years of reports. The same every time for the same day. Throws when an audit is not as it should be. */
export function* madeUp({ count, years, people, today }: Many): Generator<MadeUp> {
  const d = dice(7)
  const kinds: readonly Template[] = templates()
  // The reports of one differ from those of another by whose they are alone.
  const reports = reportsOf(years, today, (who) => `s|${who}`)
  for (let n = 0; n < count; n++) {
    const { project: template, filings: filed } = kinds[n % kinds.length]!
    const own = new Map(Object.keys(WHO).map((who) => [who, d.of(people)]))
    const person = (who: string): string => own.get(who) ?? d.of(people)
    const shift = daysBetween(STARTED, today) - d.below(300)
    const project: Project = {
      ...moved(template, shift, person),
      id: `made-up-${n}`,
      number: `P-${today.slice(0, 4)}-${String(n).padStart(4, '0')}`,
      name: `${d.of(NAMES)} ${n}`,
      portfolio: d.of(PORTFOLIOS),
      profile: d.of(PROFILE_NAMES),
    }
    const at = new Date(`${dayAfter(STARTED, shift)}T09:00:00.000Z`)
    const beside = filed.filter(({ kind }) => kind !== 'status-report' && kind !== 'progress-report')
    const filings = [...beside.map((filing) => ({ filing: moved(filing, shift, person), at })), ...reports]
    const audit = auditOf(project.id, filings)
    if (n === 0 && brokenAt(audit) !== undefined) throw new Error('the audit that was made up is no chain')
    yield { project, summary: summaryOf(project), filings, audit }
  }
}
