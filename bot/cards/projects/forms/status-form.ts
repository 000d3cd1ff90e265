import type { Person } from '../../../domain/projects/actor.js'
import { dayAfter, mondayOf, type Day } from '../../../domain/projects/calendar.js'
import { isHeld } from '../../../domain/projects/held.js'
import { heldIn, type Project } from '../../../domain/projects/project.js'
import { statusOwed } from '../../../domain/projects/routines.js'
import { MOST_HOURS, prefilled, workOn, type StatusEntry } from '../../../domain/projects/status-report.js'
import { dateText } from '../../plan-dates.js'
import { numberIn, type Field, type Said } from './field.js'
import { inPages, type Form, type FormAsk, type Page } from './form.js'

const ON_A_PAGE = 3
const LONGEST = 2000
const MOST_LEFT = 100_000

/** The week that somebody would report now: the one that they owe, otherwise this one. */
export const weekToReport = (project: Project, person: Person, today: Day): Day =>
  statusOwed(project, today).find((owed) => owed.person === person)?.week ?? mondayOf(today)

/** One's own activities of the week, and of a sub-project manager's sub-project those that nobody else is named for. */
export function entriesToReport({ project, person, about: week }: Pick<FormAsk, 'project' | 'person' | 'about'>): StatusEntry[] {
  const { plan, work, lastStatus, roster } = project
  if (!plan) return []
  const own = prefilled({ content: plan.content, work, person, week, last: lastStatus[person] })
  const managed = roster.flatMap(({ person: who, role, subproject }) =>
    who === person && role === 'subproject-manager' && subproject !== undefined ? [subproject] : [],
  )
  const unnamed = plan.content.activities
    .filter(({ subproject, who, from }) => managed.includes(subproject ?? '') && who.length === 0 && from <= dayAfter(week, 6))
    .filter(({ id }) => workOn(work, id).mark !== 'done')
    .map(({ id, hours }): StatusEntry => {
      const { left = hours, to: newEnd } = workOn(work, id)
      return { activity: id, spent: 0, left, newEnd, problem: '', proposal: '' }
    })
  return [...own, ...unnamed]
}

const nameOf = ({ plan }: Project, activity: string): string =>
  plan?.content.activities.find(({ id }) => id === activity)?.name ?? activity

export const statusForm: Form = {
  kind: 'status-report',
  may: 'status-report.send',
  begin(ask) {
    const entries = entriesToReport(ask)
    return entries.length === 0 ? undefined : Object.fromEntries(entries.flatMap(saidOf))
  },
  pages: (ask) => {
    const pages = inPages(entriesToReport(ask), ON_A_PAGE)
    return pages.map((entries, at): Page => ({
      id: `activities-${at + 1}`,
      title: ask.t('projects.status.page'),
      intro: ask.t('projects.status.intro', { week: dateText(ask.about, ask.language) }),
      fields: entries.flatMap((entry) => fieldsOf(ask, entry.activity)),
    }))
  },
  fault: (ask, said) => {
    const hours = entriesSaid(ask, said).reduce((total, { spent }) => total + spent, 0)
    return hours > MOST_HOURS ? ask.t('projects.fault.hours', { most: MOST_HOURS, hours }) : undefined
  },
  event: (ask, said) => ({ kind: 'status-reported', said: { week: ask.about, entries: entriesSaid(ask, said) } }),
  summary: (ask, said) =>
    entriesSaid(ask, said).map((entry) => ({ title: nameOf(ask.project, entry.activity), value: lineOf(ask, entry) })),
  unchanged(ask) {
    const entries = entriesToReport(ask)
    return entries.length === 0 ? undefined : { kind: 'status-reported', said: { week: ask.about, entries } }
  },
}

const saidOf = ({ activity, spent, left, newEnd }: StatusEntry): [string, string][] => [
  [`spent.${activity}`, String(spent)],
  [`left.${activity}`, String(left)],
  [`end.${activity}`, newEnd ?? ''],
]

function fieldsOf({ project, t }: FormAsk, activity: string): Field[] {
  const group = nameOf(project, activity)
  const marks = isHeld(heldIn(project), 'activities', activity) ? ['paused', 'done'] : ['going-on', 'paused', 'done']
  const words = (id: 'problem' | 'proposal'): Field => ({
    kind: 'words',
    id: `${id}.${activity}`,
    label: t(`projects.status.${id}`),
    group,
    longest: LONGEST,
    isLong: true,
  })
  return [
    {
      kind: 'number',
      id: `spent.${activity}`,
      label: t('projects.status.spent'),
      group,
      least: 0,
      most: MOST_HOURS,
      isRequired: true,
    },
    {
      kind: 'number',
      id: `left.${activity}`,
      label: t('projects.status.left'),
      group,
      isBeside: true,
      least: 0,
      most: MOST_LEFT,
      isRequired: true,
    },
    { kind: 'day', id: `end.${activity}`, label: t('projects.status.end'), group },
    {
      kind: 'choice',
      id: `mark.${activity}`,
      label: t('projects.status.mark'),
      group,
      isBeside: true,
      isCompact: true,
      choices: marks.map((value) => ({ value, title: t(`projects.mark.${value}`) })),
    },
    words('problem'),
    words('proposal'),
  ]
}

/** As the form has them. What is not a number is told before it comes here; hours are kept in quarters. */
function entriesSaid(ask: FormAsk, said: Said): StatusEntry[] {
  return entriesToReport(ask).map(({ activity, spent, left }) => {
    const text = (id: string): string => (said[`${id}.${activity}`] ?? '').trim()
    const newEnd = text('end')
    const mark = text('mark') as StatusEntry['mark'] | ''
    return {
      activity,
      spent: quarters(text('spent'), spent),
      left: quarters(text('left'), left),
      problem: text('problem'),
      proposal: text('proposal'),
      ...(newEnd ? { newEnd } : {}),
      ...(mark ? { mark } : {}),
    }
  })
}
const quarters = (text: string, otherwise: number): number => Math.round((numberIn(text) ?? otherwise) * 4) / 4

function lineOf({ t, language }: FormAsk, entry: StatusEntry): string {
  const { spent, left, newEnd, mark } = entry
  const hours = t('projects.status.line', { spent, left })
  const end = newEnd ? t('projects.status.line-end', { end: dateText(newEnd, language) }) : t('projects.status.line-on-plan')
  const state = mark ? t('projects.status.line-mark', { mark: t(`projects.mark.${mark}`) }) : ''
  const said = (['problem', 'proposal'] as const).map((one) =>
    entry[one] === '' ? '' : t('projects.form.in-group', { group: t(`projects.status.${one}`), label: entry[one] }),
  )
  return [hours, end, state, ...said].filter((part) => part !== '').join(' ')
}
