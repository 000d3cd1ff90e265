import type { Card } from '../domain/conversations/message.js'
import type { Plan, PlanItem, Status, WhatIf } from '../domain/permits/plan-types.js'
import { listOf } from './applicable-parts.js'
import { pilotButton } from './pilot-button.js'
import { saysOf, sentAs, valueInput } from './pilot-words.js'
import { itemWords, permitName, statusText, whatIfText, type ItemWords } from './plan-words.js'
import type { PlanTeller } from './plan-teller.js'
import type { FillCard } from './templates.js'

export type PilotItemsCards = PlanTeller & { plan: Plan; whatIf: readonly WhatIf[]; run: string }

type Fact = { title: string; value: string }
type Filled = Record<string, unknown>

// Teams takes 28 kB, counted with two bytes a character; the rest is for what stands around the items.
const MOST_CHARACTERS = 12_500
const MOST_OPEN = 12
const SHOWN = ['needed', 'probably', 'depends'] as const satisfies readonly Status[]
const FOLDED = ['not-needed', 'untouched'] as const satisfies readonly Status[]

/** What is to be arranged, status by status, in as many cards as it takes; last what is not needed, folded. */
export function pilotItemsCards(fill: FillCard, shown: PilotItemsCards): Card[] {
  const groups = cut([...openBeyond(shown), ...FOLDED.flatMap((status) => folded(shown, status))])
  const rest = { title: shown.t('pilot.items.rest'), names: groups.map(({ title }) => title) }
  return [
    ...SHOWN.flatMap((status) => cardsOf(fill, shown, status)),
    ...(groups.length > 0 ? [filled(fill, shown, { ...rest, items: [], groups })] : []),
  ]
}

const withStatus = ({ plan }: PilotItemsCards, status: Status): PlanItem[] => plan.items.filter((item) => item.status === status)

function cardsOf(fill: FillCard, shown: PilotItemsCards, status: Status): Card[] {
  const whole = status === 'depends' ? withStatus(shown, status).slice(0, MOST_OPEN) : withStatus(shown, status)
  const items = whole.map((item) => itemOf(shown, item))
  const sizeOf = (item: Filled): number => JSON.stringify(filled(fill, shown, { title: '', names: [], items: [item] })).length
  const parts = inParts(items, sizeOf)
  const title = statusText(status, shown.t)
  return parts.map((part, at) =>
    filled(fill, shown, {
      title: parts.length === 1 ? title : shown.t('pilot.items.part', { title, n: at + 1, of: parts.length }),
      text: shown.t(`plan.status.what.${status}`),
      names: part.map(({ name }) => name),
      items: part,
    }),
  )
}

/** Items in order, in parts that are small enough each. */
function inParts<Item>(items: readonly Item[], sizeOf: (item: Item) => number): Item[][] {
  const parts: Item[][] = []
  let room = 0
  for (const item of items) {
    const size = sizeOf(item)
    if (room < size) {
      parts.push([])
      room = MOST_CHARACTERS
    }
    parts.at(-1)!.push(item)
    room -= size
  }
  return parts
}

type ToFill = { title: string; text?: string; names: readonly string[]; items: readonly Filled[]; groups?: readonly Group[] }

const filled = (fill: FillCard, { language, t }: PlanTeller, { names, groups = [], ...rest }: ToFill): Card =>
  fill('pilot-items', language, {
    ...rest,
    groups,
    speak: t('pilot.items.speak', { title: rest.title, names: names.join(', ') }),
  })

type Group = { id: string; title: string; text: string; list: string }

/** Somebody who has hardly answered anything is not shown a hundred items whole. */
function openBeyond(shown: PilotItemsCards): Group[] {
  const { t } = shown
  const more = withStatus(shown, 'depends').slice(MOST_OPEN)
  if (more.length === 0) return []
  const list = listOf(more.map(({ permit }) => permitName(permit, shown)))
  const title = t('pilot.items.more-depends', { count: more.length })
  return [{ id: 'more-depends', title, text: t('pilot.items.more-depends-what'), list }]
}

function folded(shown: PilotItemsCards, status: (typeof FOLDED)[number]): Group[] {
  const { t } = shown
  const items = withStatus(shown, status)
  if (items.length === 0) return []
  const list = items.map(({ permit, because }) => {
    const why = because.map(({ fact, value }) => saysOf(shown, fact, value)).join(' ')
    return `**${permitName(permit, shown)}.** ${why}`.trim()
  })
  const title = t('pilot.items.folded', { status: statusText(status, t), count: items.length })
  return [{ id: status, title, text: t(`plan.status.what.${status}`), list: listOf(list) }]
}

/** Nobody reads the reasons of a hundred permits to the end: what does not fit is told by name. The page has it all. */
function cut(groups: readonly Group[]): Group[] {
  if (JSON.stringify(groups).length <= MOST_CHARACTERS) return [...groups]
  return groups.map((group) => ({ ...group, list: group.list.replace(/\.\*\* .*$/gm, '**') }))
}

type ShownItem = Filled & { name: string }

function itemOf(shown: PilotItemsCards, item: PlanItem): ShownItem {
  const words = itemWords(shown.plan, item, undefined, shown)
  const { id, name, summary, statusText: status, link } = words
  return {
    name,
    status,
    summary,
    facts: firstFacts(shown, words),
    more: {
      id: `more-${id}`,
      title: shown.t('pilot.item.more', { name }),
      facts: moreFacts(shown, words),
      links: link ? [{ id: `open-${id}`, ...link }] : [],
      buttons: buttonsOf(shown, words),
    },
  }
}

/** Titles with what there is to say, paragraph by paragraph; what nobody knows anything about is left out. */
const factsOf = (rows: readonly [title: string, texts: readonly (string | undefined)[]][]): Fact[] =>
  rows.flatMap(([title, texts]) => {
    const value = texts.filter(Boolean).join('\n\n')
    return value ? [{ title, value }] : []
  })

/** What one must know at once: what it is, who decides, and why it stands here. */
function firstFacts({ t }: PlanTeller, words: ItemWords): Fact[] {
  const { kind, decides, because, hangsOn, findOut, status } = words
  const applies = because.length > 0 || status === 'depends' ? because : [t('pilot.item.because-all')]
  return factsOf([
    [t('pilot.item.kind'), [kind]],
    [t('pilot.item.decides'), [decides]],
    [t('pilot.item.because'), applies],
    [t('pilot.item.depends'), hangsOn.map(({ question }) => question)],
    [t('pilot.item.find-out'), [...new Set([...hangsOn.map((open) => open.findOut), findOut])]],
  ])
}

/** What one needs when taking it in hand. */
function moreFacts(shown: PilotItemsCards, { id, law, fees, time, opening, enclose, first, notes, ask }: ItemWords): Fact[] {
  const { t } = shown
  const whatIf = changeFor(shown, id)
  return factsOf([
    [t('pilot.item.law'), [law]],
    [t('pilot.item.fee'), fees],
    [t('pilot.item.time'), [time]],
    [t('pilot.item.first'), [...first, opening]],
    [t('pilot.item.papers'), enclose.length > 0 ? [listOf(enclose)] : []],
    [t('pilot.item.notes'), notes],
    [t('pilot.item.what-if'), whatIf ? [whatIfText(whatIf, shown)] : []],
    [t('pilot.form.ask'), [ask]],
  ])
}

const changeFor = ({ whatIf }: PilotItemsCards, id: string): WhatIf | undefined => whatIf.find(({ permit }) => permit === id)

function buttonsOf(shown: PilotItemsCards, { id, name }: ItemWords) {
  const { t, run } = shown
  const whatIf = changeFor(shown, id)
  const change = Object.fromEntries((whatIf?.change ?? []).map(({ fact, to }) => [valueInput(fact), sentAs(to)]))
  return [
    pilotButton(run, `form-${id}`, t('pilot.item.form', { name }), { permit: id }),
    ...(whatIf ? [pilotButton(run, `try-${id}`, t('pilot.item.try', { name }), change)] : []),
  ]
}
