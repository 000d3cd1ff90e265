import { shownCode, spokenCode } from '../../domain/permits/plan-code.js'
import { rulesOf } from '../../domain/permits/rules.js'
import type { SavedPlan } from '../../domain/permits/saved-plan.js'
import { schedule } from '../../domain/permits/schedule.js'
import type { CallPlan } from '../../domain/phone/call-view.js'
import { planPaths, withChoices } from '../plan-paths.js'
import { planPaper, type PlanPaper } from '../plan-paper.js'
import { earText } from './ear.js'
import type { Teller } from './thing-words.js'

/** A stored plan with its code. `today` is an ISO date. */
export type KnownPlan = { saved: SavedPlan; code: string; today: string }

/** The plan in words, and as it is read aloud. */
export function planView(known: KnownPlan, teller: Teller): { plan: CallPlan; ear: string[] } {
  const { saved, code } = known
  const paper = paperOf(known, teller)
  const plan: CallPlan = {
    title: paper.title,
    code: shownCode(code),
    page: withChoices(planPaths(saved.id).page, { lang: teller.language, start: saved.start }),
    lines: paper.whole.lines,
    fees: paper.fees.sum,
    steps: paper.groups.flatMap(({ status, title, items }) =>
      items.map(({ name, time, fees, first }) => ({
        name,
        status: title,
        isSure: status !== 'depends',
        time: teller.t('phone.plan.time', { time }),
        fees: fees.map((fee) => teller.t('phone.plan.fee', { fee })),
        first,
      })),
    ),
  }
  return { plan, ear: earOf(plan, code, teller) }
}

function paperOf({ saved, today }: KnownPlan, teller: Teller): PlanPaper {
  const rules = rulesOf(teller.content)
  const start = saved.start !== undefined && saved.start >= today ? saved.start : today
  return planPaper(
    {
      plan: saved.plan,
      made: today,
      isShort: saved.isShort,
      schedule: schedule(rules, saved.plan, start),
      // What else could be done is on the page of the plan; nobody takes it in by telephone.
      whatIf: [],
    },
    { ...teller, rules, names: saved.names },
  )
}

function earOf({ steps: all, lines, fees }: CallPlan, code: string, teller: Teller): string[] {
  const { t } = teller
  const steps = all.filter(({ isSure }) => isSure)
  const open = all.length - steps.length
  const count =
    steps.length === 0
      ? t('phone.ear.plan-none')
      : steps.length === 1
        ? t('phone.ear.plan-needed-one')
        : t('phone.ear.plan-needed', { count: steps.length })
  const order = steps.length > 1 ? [t('phone.ear.plan-first')] : []
  const told = [
    count,
    ...order,
    ...steps.map((step) => t('phone.plan.step', { name: step.name, status: step.status, time: step.time })),
    ...(open > 0 ? [t('phone.ear.plan-open', { count: open })] : []),
    ...(steps.length > 0 ? lines : []),
    fees,
  ]
  return [...told.flatMap((line) => earText(line, teller)), t('phone.ear.plan-code', { code: spokenCode(code) })]
}
