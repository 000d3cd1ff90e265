import type { Card } from '../domain/conversations/message.js'
import { contentLanguage } from '../domain/language.js'
import { shownCode, spokenCode } from '../domain/permits/plan-code.js'
import type { Plan, Schedule, ScheduledItem, Status } from '../domain/permits/plan-types.js'
import { pilotButton, type PilotButton } from './pilot-button.js'
import { namesOf } from './pilot-words.js'
import { dateText, daysBetween } from './plan-dates.js'
import { planPaths, withChoices } from './plan-paths.js'
import { feeSumText, permitName, typeName } from './plan-words.js'
import type { PlanTeller } from './plan-teller.js'
import type { FillCard } from './templates.js'

export type PilotPlanCard = PlanTeller & {
  plan: Plan
  /** From the day that the person begins, or from `today` when that is not known. */
  schedule: Schedule
  /** ISO dates: what may be given as the day to begin. */
  today: string
  lastDay: string
  start?: string
  /** Questions are left that could change something. */
  isShort: boolean
  run: string
  saved: { id: string; code: string; days: number }
  /** What stands before the addresses of the papers: nothing on our own page, elsewhere our public origin; undefined when nobody there can reach them. */
  papersAt?: string
  /** Whether the cards of the items follow; otherwise a button shows them. */
  itemsFollow: boolean
}

/** The whole plan at a glance: how much, how long, in which order, at what price, its papers, and the code to come back with. */
export function pilotPlanCard(fill: FillCard, shown: PilotPlanCard): Card {
  const { plan, language, t, saved, isShort } = shown
  const type = typeName(plan.undertaking.type, shown)
  const counts = countsOf(shown)
  const opening = openingOf(shown)
  const fees = feesOf(shown)
  return fill('pilot-plan', language, {
    speak: t('pilot.plan.speak', { counts, opening, fees, code: spokenCode(saved.code) }),
    title: t('pilot.plan.title'),
    ...(type === undefined ? {} : { for: t('pilot.plan.for', { name: type }) }),
    text: counts,
    ...(isShort ? { short: t('pilot.plan.short') } : {}),
    facts: [
      { title: t('pilot.plan.opening'), value: opening },
      { title: t('pilot.plan.fees'), value: fees },
    ],
    ...orderOf(shown),
    date: dateQuestion(shown),
    code: { title: t('pilot.plan.code'), shown: shownCode(saved.code), how: t('pilot.plan.code-how', { days: saved.days }) },
    links: papersOf(shown),
    buttons: ways(shown),
  })
}

const withStatus = ({ plan }: PilotPlanCard, status: Status): number => plan.items.filter((item) => item.status === status).length

function countsOf(shown: PilotPlanCard): string {
  const told = (['needed', 'probably', 'depends'] as const).flatMap((status) => {
    const count = withStatus(shown, status)
    return count > 0 ? [shown.t(`pilot.plan.count.${status}`, { count })] : []
  })
  return told.length > 0 ? shown.t('pilot.plan.counts', { list: told.join(', ') }) : shown.t('pilot.plan.nothing')
}

function openingOf(shown: PilotPlanCard): string {
  const { schedule, t } = shown
  const unknown = schedule.items.filter(({ timeUnknown }) => timeUnknown).map(({ permit }) => permit)
  return [
    shown.start === undefined ? openingInWeeks(shown) : openingOnDates(shown, shown.start),
    ...(unknown.length > 0 ? [t('pilot.plan.time-unknown', { list: namesOf(shown, unknown) })] : []),
  ].join('\n\n')
}

function openingInWeeks({ schedule: { start, opening }, t }: PilotPlanCard): string {
  const [least, most] = [weeksBetween(start, opening.least), weeksBetween(start, opening.most)]
  if (most === 0) return t('pilot.plan.opening-at-once')
  if (least === most) return t('pilot.plan.opening-same-weeks', { least: weeksText(least, t) })
  return t('pilot.plan.opening-weeks', { least: weeksText(least, t), most: weeksText(most, t) })
}

const weeksBetween = (from: string, to: string): number => Math.ceil(daysBetween(from, to) / 7)
const weeksText = (count: number, t: PlanTeller['t']): string =>
  count === 1 ? t('pilot.weeks.one') : t('pilot.weeks.many', { count })

const openingOnDates = ({ schedule: { opening }, language, t }: PilotPlanCard, start: string): string =>
  t(opening.least === opening.most ? 'pilot.plan.opening-date' : 'pilot.plan.opening-dates', {
    start: dateText(start, language),
    least: dateText(opening.least, language),
    most: dateText(opening.most, language),
  })

function feesOf(shown: PilotPlanCard): string {
  const { sum, without } = feeSumText(shown.plan.fees, shown)
  return without.length > 0 ? `${sum}\n\n${shown.t('pilot.plan.fees-without', { list: without.join(', ') })}` : sum
}

/** The order in words, and as a picture where one can be shown. */
function orderOf(shown: PilotPlanCard): Record<string, unknown> {
  const { schedule, t, saved, papersAt } = shown
  if (schedule.items.length === 0) return {}
  const inOrder = [...schedule.items].sort((one, other) => one.sentLeast - other.sentLeast)
  const critical = namesOf(shown, schedule.criticalPath)
  const names = namesOf(
    shown,
    inOrder.map(({ permit }) => permit),
  )
  return {
    order: {
      title: t('pilot.plan.order'),
      list: inOrder.map((item, at) => `${at + 1}. ${step(item, shown)}`).join('\n'),
      ...(critical ? { critical: t('pilot.plan.critical', { list: critical }) } : {}),
    },
    // Only our own page surely shows pictures that are drawn as SVG.
    ...(papersAt === ''
      ? { timeline: { url: addressed(planPaths(saved.id).svg, shown), text: t('pilot.plan.timeline', { list: names }) } }
      : {}),
  }
}

function step({ permit, sentLeast, waitsFor }: ScheduledItem, shown: PilotPlanCard): string {
  const { t } = shown
  const name = permitName(permit, shown)
  const after = waitsFor.filter(({ before }) => before === 'applying').map((wait) => wait.permit)
  if (after.length > 0) return t('pilot.plan.order-after', { name, after: namesOf(shown, after) })
  if (sentLeast === 0) return t('pilot.plan.order-first', { name })
  return t('pilot.plan.order-later', { name, week: Math.floor(sentLeast / 7) + 1 })
}

const dateQuestion = ({ t, today, lastDay, start, run }: PilotPlanCard) => ({
  ...pilotButton(run, 'date', t('pilot.plan.date-send')),
  label: t('pilot.plan.date'),
  error: t('pilot.problem.date'),
  min: today,
  max: lastDay,
  ...(start === undefined ? {} : { value: start }),
})

/** An address of the plan's, in the person's language and from their day. */
const addressed = (path: string, { papersAt = '', language, start }: PilotPlanCard): string =>
  papersAt + withChoices(path, { lang: contentLanguage(language), start })

function papersOf(shown: PilotPlanCard): { id: string; title: string; url: string }[] {
  const { papersAt, saved, t } = shown
  if (papersAt === undefined) return []
  const { page, pdf, ics } = planPaths(saved.id)
  return [
    { id: 'page', title: t('pilot.plan.page'), url: addressed(page, shown) },
    { id: 'pdf', title: t('pilot.plan.pdf'), url: addressed(pdf, shown) },
    { id: 'calendar', title: t('pilot.plan.calendar'), url: addressed(ics, shown) },
  ]
}

const ways = ({ run, t, isShort, itemsFollow }: PilotPlanCard): PilotButton[] => [
  ...(itemsFollow ? [] : [pilotButton(run, 'items', t('pilot.plan.items'))]),
  ...(isShort ? [pilotButton(run, 'thorough', t('pilot.plan.continue'))] : []),
  pilotButton(run, 'answers', t('pilot.change-answers')),
  pilotButton(run, 'person-business', t('pilot.plan.person-business'), { who: 'foretagsservice' }),
  pilotButton(run, 'person-event', t('pilot.plan.person-event'), { who: 'evenemangslotsen' }),
  pilotButton(run, 'restart', t('pilot.restart')),
]
