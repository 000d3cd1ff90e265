import { contentLanguage } from '../domain/language.js'
import { shownPhones } from '../domain/services/contact-point.js'
import type { Fact, FactValue } from '../domain/permits/facts.js'
import type { Permit } from '../domain/permits/permit.js'
import type { Plan, PlanItem, Reason, Schedule, Status, WhatIf } from '../domain/permits/plan-types.js'
import type { Translate } from '../i18n/translate.js'
import { answersFor, noteText } from './applicable-parts.js'
import { dateText } from './plan-dates.js'
import { feeTexts } from './plan-fees.js'
import type { PlanTeller } from './plan-teller.js'

export { dateText } from './plan-dates.js'
export { amountText, feeSumText, feeTexts } from './plan-fees.js'

/** One item of a plan in words: plain text, without Markdown or HTML. */
export type ItemWords = {
  id: string
  name: string
  summary: string
  kind: string
  status: Status
  statusText: string
  decides: string
  because: string[]
  /** What is not known, as it is asked, and where to find out. */
  hangsOn: { fact: string; question: string; findOut: string }[]
  /** What to find out about the law or the case itself. */
  findOut?: string
  law?: string
  fees: string[]
  /** How long it takes. */
  time: string
  /** What must have happened with it before opening. */
  opening?: string
  enclose: string[]
  /** "Before you apply: X." */
  first: string[]
  notes: string[]
  link?: { title: string; url: string }
  form?: { asks: string[]; wrong: string[]; weak?: string }
  /** Where to ask. */
  ask: string
  /** When the rule was last compared with its sources. */
  checked?: string
}

export const statusText = (status: Status, t: Translate): string => t(`plan.status.${status}`)

export const permitName = (id: string, { rules, names, language }: PlanTeller): string =>
  (rules.permits.get(id)?.name ?? names?.[id])?.[contentLanguage(language)] ?? id

export const typeName = (type: string | undefined, { rules, language }: PlanTeller): string | undefined =>
  type === undefined ? undefined : rules.types.get(type)?.name[contentLanguage(language)]

/** Everything about one item. `schedule` tells what it waits for; without one it is what the rules say, of what the plan holds. */
export function itemWords(plan: Plan, item: PlanItem, schedule: Schedule | undefined, teller: PlanTeller): ItemWords {
  const { rules, t } = teller
  const permit = rules.permits.get(item.permit)
  const decision = {
    id: item.permit,
    name: permitName(item.permit, teller),
    status: item.status,
    statusText: statusText(item.status, t),
    because: item.because.map((reason) => reasonText(reason, plan, teller)),
    hangsOn: item.hangsOn.flatMap((fact) => openFact(fact, teller)),
  }
  if (!permit) return { ...decision, ...goneWords(t) }
  return {
    ...decision,
    ...factWords(permit, item, teller),
    fees: feeTexts(permit, plan.undertaking, teller),
    first: firstTexts(plan, permit, schedule, teller),
  }
}

const goneWords = (t: Translate) => ({
  summary: t('plan.no-words'),
  kind: '',
  decides: '',
  fees: [],
  time: '',
  enclose: [],
  first: [],
  notes: [],
  ask: '',
})

function factWords(permit: Permit, { status }: PlanItem, teller: PlanTeller) {
  const { t } = teller
  const words = contentLanguage(teller.language)
  const { rule } = permit
  return {
    summary: permit.summary[words],
    kind: t(`permit.kind.${permit.kind}`),
    decides: permit.responsible.cityOwn
      ? permit.responsible.name[words]
      : t('plan.decides-other', { name: permit.responsible.name[words] }),
    // Under a settled law there is nothing more to find out than the answers.
    findOut: status === 'needed' || status === 'not-needed' ? undefined : rule.findOut?.[words],
    law: permit.law && (permit.law.weak ? t('plan.item.law-weak', { law: permit.law.text }) : permit.law.text),
    time: timeText(permit, teller),
    opening: openingText(permit, teller),
    enclose: [...permit.have[words]],
    notes: [
      ...permit.notes.map((note) => noteText(note, teller)),
      ...(rule.partOf ? [t('plan.part-of', { name: permitName(rule.partOf, teller) })] : []),
    ],
    link: permit.link.kind === 'none' ? undefined : { title: t(`service.link.${permit.link.kind}`), url: permit.link.url },
    form: rule.form && {
      asks: rule.form.asks.map((ask) => ask[words]),
      wrong: rule.form.wrong.map((wrong) => wrong[words]),
      ...(rule.form.weak ? { weak: t('plan.form-weak') } : {}),
    },
    ask: askText(permit, teller),
    checked: t('plan.checked', { date: dateText(rule.checked, teller.language) }),
  }
}

/** A reason as a sentence: "You serve alcohol." What the kind of business gave says so. */
export function reasonText(
  { fact, value, from }: Reason,
  { undertaking }: Pick<Plan, 'undertaking'>,
  teller: PlanTeller,
): string {
  const known = teller.rules.facts.get(fact)
  const reason = known ? answerText(known, value, teller) : fact
  const type = from === 'type' ? typeName(undertaking.type, teller) : undefined
  return type === undefined ? reason : teller.t('plan.by-type', { reason, type })
}

/** An answer as a sentence about the one who gave it. */
export function answerText(fact: Fact, value: FactValue, { language, t }: Pick<PlanTeller, 'language' | 't'>): string {
  const words = contentLanguage(language)
  const unknown = (): string => t('plan.unknown-answer', { question: fact.ask[words] })
  if (value === 'unknown') return unknown()
  switch (fact.kind) {
    case 'yes-no':
      return (value === true ? fact.yes : fact.no)[words]
    case 'choice':
      return fact.options.find(({ id }) => id === value)?.says[words] ?? unknown()
    case 'number':
      return fact.says[words].replaceAll('{{value}}', String(value))
  }
}

/** What has been answered, one sentence each, in the order that it is asked. */
export const answerTexts = ({ undertaking }: Pick<Plan, 'undertaking'>, facts: readonly string[], teller: PlanTeller): string[] =>
  facts.flatMap((id) => {
    const fact = teller.rules.facts.get(id)
    const value = undertaking.answers[id]
    return fact && value !== undefined ? [answerText(fact, value, teller)] : []
  })

function openFact(id: string, { rules, language }: PlanTeller): ItemWords['hangsOn'] {
  const fact = rules.facts.get(id)
  const words = contentLanguage(language)
  return fact ? [{ fact: id, question: fact.ask[words], findOut: fact.findOut[words] }] : []
}

// Half weeks are written with a comma in Swedish.
const weeksText = (weeks: number, language: string): string =>
  new Intl.NumberFormat(language.split('-')[0] === 'sv' ? 'sv-SE' : 'en-GB').format(weeks)

function timeText(permit: Permit, teller: PlanTeller): string {
  const { t, language } = teller
  const { handling } = permit.rule
  if (!handling) return permit.time ? noteText(permit.time, teller) : t('permit.time-unknown')
  const { sure } = handling
  const [least, most] = [weeksText(handling.least, language), weeksText(handling.most, language)]
  const time =
    least !== most
      ? t('plan.time.weeks', { least, most })
      : handling.least === 1
        ? t('plan.time.week')
        : t('plan.time.weeks-same', { least })
  return sure ? time : t('plan.time.unsure', { time })
}

function openingText({ rule: { opening } }: Permit, { t, language }: PlanTeller): string {
  if (typeof opening === 'string') return t(`plan.opening.${opening}`)
  const weeks = opening['sent-weeks-before']
  return weeks === 1 ? t('plan.opening.week-before') : t('plan.opening.weeks-before', { weeks: weeksText(weeks, language) })
}

const STAGES = ['applying', 'decision', 'opening'] as const

function firstTexts(plan: Plan, permit: Permit, schedule: Schedule | undefined, teller: PlanTeller): string[] {
  const waits =
    schedule?.items.find((item) => item.permit === permit.id)?.waitsFor ??
    STAGES.flatMap((before) => permit.rule.before[before].map((id) => ({ permit: id, before })))
  const isThere = (id: string): boolean =>
    plan.items.some((item) => item.permit === id && ['needed', 'probably', 'depends'].includes(item.status))
  return waits
    .filter((wait) => isThere(wait.permit))
    .map((wait) => teller.t(`plan.first.${wait.before}`, { name: permitName(wait.permit, teller) }))
}

function askText(permit: Permit, { content, language, t }: PlanTeller): string {
  const words = contentLanguage(language)
  const point = answersFor({ thing: permit, content })
  const phone = point ? shownPhones(point).join(', ') : ''
  if (!point || phone === '') return t('plan.ask-other', { who: permit.responsible.name[words] })
  return t(point.phone_sure === 'city-page' ? 'plan.ask' : 'plan.ask-unsure', { who: point.name[words], phone })
}

/** One change of plan and what it does. */
export function whatIfText({ permit, change, alsoSpared, added, weeksSaved }: WhatIf, teller: PlanTeller): string {
  const { rules, t } = teller
  const changes = change.flatMap(({ fact, to }) => {
    const known = rules.facts.get(fact)
    return known ? [answerText(known, to, teller)] : []
  })
  const names = (ids: readonly string[]): string =>
    listText(
      ids.map((id) => permitName(id, teller)),
      teller,
    )
  return [
    t('plan.what-if', { change: changes.join(' '), name: permitName(permit, teller) }),
    ...(alsoSpared.length > 0 ? [t('plan.what-if-spared', { names: names(alsoSpared) })] : []),
    ...(added.length > 0 ? [t('plan.what-if-added', { names: names(added) })] : []),
    ...savedText(Math.round(weeksSaved), t),
  ].join(' ')
}

const savedText = (weeks: number, t: Translate): string[] =>
  weeks < 1 ? [] : [weeks === 1 ? t('plan.what-if-week') : t('plan.what-if-weeks', { weeks })]

/** "a, b and c". */
export const listText = (items: readonly string[], { t }: Pick<PlanTeller, 't'>): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${t('plan.and')} ${items.at(-1)!}`

/** When one can open, and what that hangs on. A time that nobody states is counted as none, so it is said beside the date. */
export function scheduleText(schedule: Schedule, teller: PlanTeller): { opening: string; path: string } {
  const { language, t } = teller
  const { start, opening, criticalPath } = schedule
  const dates = {
    start: dateText(start, language),
    least: dateText(opening.least, language),
    most: dateText(opening.most, language),
  }
  const path = criticalPath.map((id) => permitName(id, teller)).join(t('plan.then'))
  return {
    opening: [
      t(opening.least === opening.most ? 'plan.opening-one' : 'plan.opening-between', dates),
      ...laterText(schedule, t),
    ].join(' '),
    path: criticalPath.length === 0 ? t('plan.path-none') : t('plan.path', { path }),
  }
}

/** That it may be later, when the time of something is not known. */
export const laterText = ({ items }: Schedule, t: Translate): string[] =>
  items.some(({ timeUnknown }) => timeUnknown) ? [t('plan.opening-unknown')] : []
