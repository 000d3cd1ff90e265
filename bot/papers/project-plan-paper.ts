import {
  amountsOf,
  budgetByYear,
  budgetOf,
  costOf,
  frameOf,
  NAMES_OF_PARTS,
  type Item,
  type Part,
  type Plan,
  type PlanContent,
} from '../domain/projects/plan.js'
import type { Project } from '../domain/projects/project.js'
import { aPaper } from './a-paper.js'
import { valueText } from './edit-words.js'
import { text, type Block, type Paper, type PaperPart } from './paper.js'
import { columnKey, PLAN_SHEETS, sheetKey } from './sheets/plan-columns.js'
import { dayText, momentText, moneyText, type Teller } from './teller.js'

/** One revision of the plan, with everything in it. */
export function projectPlanPaper({ project, plan }: { project: Project; plan: Plan }, teller: Teller): Paper {
  const { revision, edition, at, because, content, hash } = plan
  const { t } = teller
  const fact = (key: string, words: string) => ({ term: t(`papers.fact.${key}`), text: words })
  const { from, to } = frameOf(content)
  return aPaper(
    {
      project,
      title: t('papers.plan.title', { revision }),
      file: `${t('papers.file.plan')}-${revision}-${edition}`,
      facts: [
        fact('edition', String(edition)),
        fact('at', momentText(at, teller)),
        fact('because', t(`papers.plan.because.${because.kind}`, { ...because })),
        fact('period', t('papers.period', { from: dayText(from, teller), to: dayText(to, teller) })),
      ],
      parts: NAMES_OF_PARTS.map((part) => partOf(part, content, teller)),
      hash,
    },
    teller,
  )
}

function partOf(part: Part, content: PlanContent, teller: Teller): PaperPart {
  const { t } = teller
  const items = content[part] as readonly Item[]
  const title = t(sheetKey(part))
  if (items.length === 0) return { title, blocks: [text(t('papers.plan.none'))] }
  if (part === 'budget') return { title, blocks: [budgetTable(content, title, teller)] }
  return { title, blocks: items.flatMap((item) => itemBlocks(part, item, teller)) }
}

/** The name of a thing and below it, term by term, what is planned: some are too long for a table. */
function itemBlocks(part: Part, item: Item, teller: Teller): Block[] {
  const entries = PLAN_SHEETS[part]
    .filter(({ key }) => !['id', 'name'].includes(key))
    .map((column) => ({ term: teller.t(columnKey(part, column.key)), text: valueText(column, item, teller) }))
    .filter((entry) => entry.text !== '')
  const heading = 'name' in item ? item.name : part === 'points' ? item.id : undefined
  return [...(heading === undefined ? [] : [{ kind: 'heading' as const, text: heading }]), { kind: 'terms', entries }]
}

/** Posts by year; five years at most fit beside each other, and of more there is the sum. */
function budgetTable(content: PlanContent, caption: string, teller: Teller): Block {
  const { t } = teller
  const byYear = budgetByYear(content)
  const years = Object.keys(byYear).length > 5 ? [] : Object.keys(byYear)
  const row = (name: string, kind: string, amounts: Readonly<Record<string, number>>, total: number): string[] => [
    name,
    kind,
    ...years.map((year) => moneyText(amounts[year] ?? 0, teller)),
    moneyText(total, teller),
  ]
  return {
    kind: 'table',
    caption,
    head: [t(columnKey('budget', 'name')), t(columnKey('budget', 'kind')), ...years, t('papers.plan.sum')],
    rows: [
      ...content.budget.map((post) => row(post.name, t(`papers.budget-kind.${post.kind}`), amountsOf(post), costOf(post))),
      row(t('papers.plan.sum'), '', byYear, budgetOf(content)),
    ],
    shares: [30, 14, ...years.map(() => 17), 18],
  }
}
