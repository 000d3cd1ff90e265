import type { Plan, PlanItem, Schedule, ScheduledItem, Status, WhatIf } from '../domain/permits/plan-types.js'
import { addDays, dateText, daysText } from './plan-dates.js'
import {
  answerTexts,
  feeSumText,
  itemWords,
  listText,
  permitName,
  scheduleText,
  statusText,
  typeName,
  whatIfText,
  type ItemWords,
} from './plan-words.js'
import type { PlanTeller } from './plan-teller.js'
import { timelinePicture, type TimelinePicture } from './timeline-picture.js'

/** A plan as it is put on paper, with what was worked out about the whole. */
export type PlanToTell = {
  plan: Plan
  /** ISO date. */
  made: string
  /** Not every question was answered. */
  isShort: boolean
  schedule: Schedule
  whatIf: readonly WhatIf[]
}

/** Everything that a plan says, in words and in reading order: written once for the page and once for the PDF. */
export type PlanPaper = {
  title: string
  guidance: string
  /** When and by which rules it was made, and what to know about that. */
  made: string[]
  answers: { title: string; list: readonly string[]; none: string }
  /** Answers that do not count. */
  offPath?: { what: string; list: readonly string[] }
  /** What is needed, probably needed, and what depends: in the order that it is sent. */
  groups: readonly { status: Status; title: string; what: string; items: readonly ItemWords[] }[]
  /** What is not needed, and what nobody can say: names with their reasons. */
  rest: readonly { status: Status; title: string; what: string; items: readonly { name: string; because: string }[] }[]
  whole: {
    title: string
    lines: readonly string[]
    /** Nothing to show when nothing is scheduled. */
    picture?: TimelinePicture
    table: { caption: string; head: readonly string[]; rows: readonly (readonly string[])[] }
    notes: readonly string[]
  }
  fees: { title: string; sum: string; what: string; without: readonly string[] }
  whatIf: { title: string; what: string; list: readonly string[] }
}

// One change that spares three items is one line, and not three.
const eachOnce = (whatIf: readonly WhatIf[]): WhatIf[] =>
  whatIf.filter(
    ({ change }, index) => whatIf.findIndex((other) => JSON.stringify(other.change) === JSON.stringify(change)) === index,
  )

const WANTED = ['needed', 'probably', 'depends'] as const
const LEFT = ['not-needed', 'untouched'] as const

export function planPaper(told: PlanToTell, teller: PlanTeller): PlanPaper {
  const { plan, whatIf } = told
  const { t } = teller
  const fees = feeSumText(plan.fees, teller)
  const counted = Object.keys(plan.undertaking.answers).filter((fact) => !plan.offPath.includes(fact))
  return {
    title: titleOf(plan, teller),
    guidance: t('plan.guidance'),
    made: madeTexts(told, teller),
    answers: {
      title: t('plan.answers'),
      list: answerTexts(plan, inAskedOrder(counted, teller), teller),
      none: t('plan.answers-none'),
    },
    ...(plan.offPath.length > 0 ? { offPath: { what: t('plan.off-path'), list: answerTexts(plan, plan.offPath, teller) } } : {}),
    groups: WANTED.flatMap((status) => groupOf(status, told, teller)),
    rest: LEFT.flatMap((status) => restOf(status, plan, teller)),
    whole: wholeOf(told, teller),
    fees: { title: t('plan.fees'), sum: fees.sum, what: t('plan.fees-without'), without: fees.without },
    whatIf: {
      title: t('plan.what-ifs'),
      what: t('plan.what-ifs-what'),
      list: eachOnce(whatIf).map((change) => whatIfText(change, teller)),
    },
  }
}

export function titleOf({ undertaking }: Pick<Plan, 'undertaking'>, teller: PlanTeller): string {
  const type = typeName(undertaking.type, teller)
  return type === undefined ? teller.t('plan.title') : teller.t('plan.title-type', { type })
}

const madeTexts = ({ plan, made, isShort }: PlanToTell, { t, rules, language }: PlanTeller): string[] => [
  t('plan.made', { date: dateText(made, language), rules: plan.rules }),
  ...(plan.rules === rules.version ? [] : [t('plan.rules-changed')]),
  ...(isShort ? [t('plan.short')] : []),
]

const inAskedOrder = (facts: readonly string[], { rules }: PlanTeller): string[] =>
  [...rules.facts.keys()].filter((fact) => facts.includes(fact))

function groupOf(status: (typeof WANTED)[number], { plan, schedule }: PlanToTell, teller: PlanTeller): PlanPaper['groups'] {
  const items = plan.items.filter((item) => item.status === status)
  if (items.length === 0) return []
  const place = ({ permit }: PlanItem): number => schedule.items.find((item) => item.permit === permit)?.sentMost ?? 0
  const words = items.toSorted((one, other) => place(one) - place(other)).map((item) => itemWords(plan, item, schedule, teller))
  return [{ status, title: statusText(status, teller.t), what: teller.t(`plan.status.what.${status}`), items: words }]
}

function restOf(status: (typeof LEFT)[number], plan: Plan, teller: PlanTeller): PlanPaper['rest'] {
  const items = plan.items.filter((item) => item.status === status)
  if (items.length === 0) return []
  const words = items.map((item) => ({
    name: permitName(item.permit, teller),
    because: itemWords(plan, item, undefined, teller).because.join(' '),
  }))
  return [{ status, title: statusText(status, teller.t), what: teller.t(`plan.status.what.${status}`), items: words }]
}

function wholeOf({ plan, schedule }: PlanToTell, teller: PlanTeller): PlanPaper['whole'] {
  const { t, language } = teller
  const table = {
    caption: t('plan.table'),
    head: COLUMNS.map((column) => t(`plan.table.${column}`)),
    rows: schedule.items.toSorted(bySending).map((item) => rowOf(item, schedule, teller)),
  }
  if (schedule.items.length === 0) return { title: t('plan.whole'), lines: [t('plan.nothing-scheduled')], table, notes: [] }
  const { opening, path } = scheduleText(schedule, teller)
  const unknown = schedule.items.filter(({ timeUnknown }) => timeUnknown).map(({ permit }) => permitName(permit, teller))
  return {
    title: t('plan.whole'),
    lines: [opening, path],
    picture: timelinePicture(schedule, teller),
    table,
    notes: [
      t('plan.latest-what', { opening: dateText(schedule.opening.most, language) }),
      ...(plan.items.some(({ status }) => status === 'depends') ? [t('plan.not-counted')] : []),
      ...(unknown.length > 0 ? [t('plan.time-unknown', { names: listText(unknown, teller) })] : []),
    ],
  }
}

const bySending = (one: ScheduledItem, other: ScheduledItem): number =>
  one.sentMost - other.sentMost || one.doneMost - other.doneMost

const COLUMNS = ['name', 'sent', 'latest', 'done', 'waits', 'path'] as const

function rowOf(item: ScheduledItem, schedule: Schedule, teller: PlanTeller): string[] {
  const { t, language } = teller
  const day = (days: number): string => addDays(schedule.start, days)
  const between = (least: number, most: number): string => daysText(day(least), day(most), language)
  const done = between(item.doneLeast, item.doneMost)
  return [
    permitName(item.permit, teller),
    between(item.sentLeast, item.sentMost),
    item.sentLatest === undefined ? t('plan.table.any-time') : between(item.sentLatest, item.sentLatest),
    item.timeUnknown ? t('plan.table.time-unknown', { date: done }) : done,
    item.waitsFor.length === 0
      ? t('plan.table.nothing')
      : listText(
          item.waitsFor.map(({ permit }) => permitName(permit, teller)),
          teller,
        ),
    t(item.critical ? 'plan.table.yes' : 'plan.table.no'),
  ]
}
