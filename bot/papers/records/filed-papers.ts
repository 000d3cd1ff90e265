import type { Project } from '../../domain/projects/project.js'
import type { Filing } from '../../domain/projects/stepped.js'
import { decisionPaper } from '../decision-paper.js'
import { minutesPaper } from '../minutes-paper.js'
import type { Paper } from '../paper.js'
import { progressPaper } from '../progress-paper.js'
import { projectPlanPaper } from '../project-plan-paper.js'
import { requestPaper } from '../request-paper.js'
import type { Teller } from '../teller.js'
import { RECORD_KINDS, type PackageOf, type RecordKind } from './package.js'

/** A filing that is a record, as a paper. `of` is the hash of what was filed; `made` is when, where that is known. */
export type FiledPaper = { kind: RecordKind; number: number; revision: number; of: string; made?: Date; paper: Paper }
export type Kept = Extract<Filing, { kind: RecordKind }>

/** The papers of everything filed that is a record: of the plan each revision as it was decided, and the newest edition. */
export function filedPapers(of: PackageOf, teller: Teller): FiledPaper[] {
  const kept = of.filings.filter((filing): filing is Kept => (RECORD_KINDS as readonly string[]).includes(filing.kind))
  const plans = kept.filter((filing) => filing.kind === 'plan')
  const isKept = (filing: Kept): boolean =>
    (of.of?.(filing) ?? true) && (filing.kind !== 'plan' || isDecidedOrNewest(filing, plans))
  return kept
    .filter(isKept)
    .toSorted(
      (one, other) =>
        RECORD_KINDS.indexOf(one.kind) - RECORD_KINDS.indexOf(other.kind) ||
        one.number - other.number ||
        one.revision - other.revision,
    )
    .map((filing) => ({
      kind: filing.kind,
      number: filing.number,
      revision: filing.revision,
      of: filing.hash,
      ...('at' in filing.body ? { made: filing.body.at } : {}),
      paper: paperOf(filing, kept, of.project, teller),
    }))
}

function isDecidedOrNewest({ number, revision }: Kept, plans: readonly Kept[]): boolean {
  const own = plans.filter((plan) => plan.number === number).map((plan) => plan.revision)
  const newest = Math.max(...plans.map((plan) => plan.number))
  return revision === Math.min(...own) || (number === newest && revision === Math.max(...own))
}

/** What was filed as the paper that it is, with what of the others it needs: the request of a decision, the plan of a request, the report before. */
export function paperOf(filing: Kept, kept: readonly Kept[], project: Project, teller: Teller): Paper {
  switch (filing.kind) {
    case 'decision': {
      // Since it was filed it may have been minuted, or undone.
      const decision = project.decisions.find(({ number }) => number === filing.number) ?? filing.body
      const request = kept.find((one) => one.kind === 'change-request' && one.hash === decision.of)
      return decisionPaper(
        { project, decision, ...(request?.kind === 'change-request' ? { request: request.body } : {}) },
        teller,
      )
    }
    case 'minutes': {
      const { signedBy: by, signedAt: at } = filing.body
      return minutesPaper({ project, minutes: filing.body, signed: { by, at } }, teller)
    }
    case 'change-request': {
      const plan = kept.findLast((one) => one.kind === 'plan' && one.number === filing.body.ofPlan)
      const content = plan?.kind === 'plan' ? { content: plan.body.content } : {}
      return requestPaper({ project, request: filing.body, ...content }, teller)
    }
    case 'progress-report': {
      const before = kept.find((one) => one.kind === 'progress-report' && one.hash === filing.body.previous)
      return progressPaper(
        { project, report: filing.body, ...(before?.kind === 'progress-report' ? { before: before.body } : {}) },
        teller,
      )
    }
    case 'plan':
      return projectPlanPaper({ project, plan: filing.body }, teller)
  }
}
