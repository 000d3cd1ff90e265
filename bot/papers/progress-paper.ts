import { ASPECTS, reportDifference, type ProgressReport } from '../domain/projects/progress-report.js'
import { weightOf, type PlanContent } from '../domain/projects/plan.js'
import type { Project } from '../domain/projects/project.js'
import { aPaper } from './a-paper.js'
import { listed, text, type Block, type Paper, type PaperPart } from './paper.js'
import { changeText, dayText, momentText, moneyText, numberText, type Teller } from './teller.js'

type Of = { project: Project; report: ProgressReport; before?: ProgressReport }

/** A progress report as it was published; with the one before, what is new since. Names nobody but its author, as the report itself. */
export function progressPaper(of: Of, teller: Teller): Paper {
  const { project, report } = of
  const { t } = teller
  const fact = (key: string, words: string) => ({ term: t(`papers.fact.${key}`), text: words })
  return aPaper(
    {
      project,
      title: t('papers.progress.title', { number: report.number }),
      file: `${t('papers.file.progress')}-${report.number}`,
      facts: [
        fact('period', t('papers.period', { from: dayText(report.from, teller), to: dayText(report.to, teller) })),
        fact('by', teller.nameOf(report.by)),
        fact('at', momentText(report.at, teller)),
        fact('of-plan', String(report.ofPlan)),
      ],
      parts: partsOf(of, teller),
      hash: report.hash,
    },
    teller,
  )
}

function partsOf({ project, report, before }: Of, teller: Teller): PaperPart[] {
  const { t } = teller
  const content = project.plan?.content
  const part = (key: string, blocks: readonly Block[]): PaperPart => ({ title: t(`papers.progress.${key}`), blocks })
  const requests = report.waiting.map((number) => t('papers.agenda.change-request', { number }))
  return [
    part('lights', lightBlocks(report, teller)),
    ...(before ? [part('new', listed(newTexts(before, report, teller), t('papers.progress.nothing-new')))] : []),
    part('done', [text(report.done)]),
    part('next', [text(report.next)]),
    part('wanted', listed(report.decisionsWanted, t('papers.progress.none-wanted'))),
    part('waiting', listed(requests, t('papers.progress.none-waiting'))),
    part('cost', costBlocks(report, content, teller)),
    part('compiled', compiledBlocks(report, content, teller)),
    ...(report.withRisks ? [part('risks', riskBlocks(report, teller))] : []),
  ]
}

/** The lights in words, as colours alone say nothing to who does not see them. Comments may be long, and stand below. */
function lightBlocks({ lights }: ProgressReport, { t }: Teller): Block[] {
  const commented = ASPECTS.filter((aspect) => lights[aspect].comment !== '')
  return [
    {
      kind: 'table',
      caption: t('papers.progress.lights-table'),
      head: [t('papers.progress.aspect'), t('papers.progress.light'), t('papers.progress.trend')],
      rows: ASPECTS.map((aspect) => [
        t(`papers.aspect.${aspect}`),
        t(`papers.light.${lights[aspect].light}`),
        t(`papers.trend.${lights[aspect].trend}`),
      ]),
      shares: [40, 30, 30],
    },
    ...(commented.length > 0
      ? [
          {
            kind: 'terms' as const,
            entries: commented.map((aspect) => ({ term: t(`papers.aspect.${aspect}`), text: lights[aspect].comment })),
          },
        ]
      : []),
  ]
}

function newTexts(before: ProgressReport, report: ProgressReport, teller: Teller): string[] {
  const { t } = teller
  const { lights, expected, decided, newlyWaiting, stillRed } = reportDifference(before, report)
  const aspect = (name: string): string => t(`papers.aspect.${name}`)
  return [
    ...lights.map(({ aspect: of, before: was, now }) =>
      t('papers.progress.light-changed', { aspect: aspect(of), before: t(`papers.light.${was}`), now: t(`papers.light.${now}`) }),
    ),
    ...stillRed.map((of) => t('papers.progress.still-red', { aspect: aspect(of) })),
    ...(expected === 0 ? [] : [t('papers.progress.cost-changed', { change: changeText(expected, teller) })]),
    ...decided.map((number) => t('papers.progress.decided', { number })),
    ...newlyWaiting.map((number) => t('papers.progress.newly-waiting', { number })),
  ]
}

function costBlocks({ outlook }: ProgressReport, content: PlanContent | undefined, teller: Teller): Block[] {
  const { t } = teller
  const nameOf = (id: string): string => content?.budget.find((post) => post.id === id)?.name ?? id
  const row = (name: string, budget: number, expected: number): string[] => [
    name,
    moneyText(budget, teller),
    moneyText(expected, teller),
    changeText(expected - budget, teller),
  ]
  return [
    {
      kind: 'table',
      caption: t('papers.progress.cost-table'),
      head: ['post', 'budget', 'expected', 'difference'].map((key) => t(`papers.progress.${key}`)),
      rows: [
        ...outlook.posts.map(({ post, budget, expected }) => row(nameOf(post), budget, expected)),
        row(t('papers.progress.total'), outlook.budget, outlook.expected),
      ],
      shares: [37, 21, 21, 21],
    },
  ]
}

function compiledBlocks({ compiled }: ProgressReport, content: PlanContent | undefined, teller: Teller): Block[] {
  const { t } = teller
  const nameOf = (id: string): string => content?.activities.find((activity) => activity.id === id)?.name ?? id
  const heading = (key: string, items: readonly string[]): Block[] =>
    items.length > 0
      ? [
          { kind: 'heading', text: t(`papers.progress.${key}`) },
          { kind: 'list', items },
        ]
      : []
  const about = ({ activity, text: words }: { activity: string; text: string }): string => `${nameOf(activity)}: ${words}`
  return [
    text(t('papers.progress.from-reports', { reports: compiled.reports, hours: numberText(compiled.hours, teller) })),
    ...heading('activities-done', compiled.done.map(nameOf)),
    ...heading(
      'activities-moved',
      compiled.moved.map(({ activity, to }) => t('papers.progress.moved', { name: nameOf(activity), day: dayText(to, teller) })),
    ),
    ...heading('problems', compiled.problems.map(about)),
    ...heading('proposals', compiled.proposals.map(about)),
  ]
}

/** The most serious first; each with what is done about it, which may be long. */
function riskBlocks({ risks }: ProgressReport, { t }: Teller): Block[] {
  if (risks.length === 0) return [text(t('papers.progress.no-risks'))]
  const inOrder = risks.toSorted((one, other) => weightOf(other) - weightOf(one))
  return [
    {
      kind: 'table',
      caption: t('papers.progress.risk-table'),
      head: ['risk', 'probability', 'consequence', 'weight'].map((key) => t(`papers.progress.${key}`)),
      rows: inOrder.map((risk) => [risk.name, String(risk.probability), String(risk.consequence), String(weightOf(risk))]),
      shares: [52, 16, 16, 16],
    },
    {
      kind: 'terms',
      entries: inOrder.filter(({ action }) => action !== '').map(({ name, action }) => ({ term: name, text: action })),
    },
  ]
}
