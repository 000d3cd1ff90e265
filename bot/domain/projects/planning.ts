import { hashOf } from './canonical.js'
import { faultsIn } from './carrying-out.js'
import { UNDECIDED } from './change-request.js'
import type { EventOf } from './events.js'
import { isPassed } from './gates.js'
import type { Moment } from './moment.js'
import { planned, RUNNING, type PlanContent } from './plan.js'
import { canBeEdited, edited, itemOf, type PlanEdit } from './plan-edits.js'
import type { Project } from './project.js'
import { counted, moved, refused, type Stepped } from './stepped.js'

/** What B2 decides on. Proposed again, it is another: votes on the former begin again. */
export function planProposed(project: Project, { plan }: EventOf<'plan-proposed'>, { person, at }: Moment): Stepped {
  if (isPassed(project, 'B2')) return refused('already-decided')
  const content: PlanContent = { ...plan, 'effect-goals': [...project.effectGoals] }
  const faults = faultsIn(project, content)
  if (faults.length > 0) return refused('plan-faulty', { faults })
  const hash = hashOf(content)
  if (project.proposal?.hash === hash) return moved(project)
  const [number, next] = counted(project, 'proposal')
  return moved({ ...next, proposal: { number, content, hash, by: person, at } })
}

const PART_OF = { 'activity-plan': 'activities', 'risk-analysis': 'risks' } as const satisfies Record<
  string,
  (typeof RUNNING)[number]
>

/**
 * The activity plan and the risk analysis are kept up by the manager, within what is decided. What would leave it needs a change request,
 * and what somebody has asked to change stays as it is until that is decided.
 */
export function planKeptUp(project: Project, { of, edits }: EventOf<'plan-kept-up'>, { at, today }: Moment): Stepped {
  const { plan } = project
  if (!plan) return refused('plan-missing')
  if (edits.some(({ part }) => part !== PART_OF[of])) return refused('bound-part')
  if (!canBeEdited(plan.content, edits)) return refused('no-such-thing')
  if (edits.some((edit) => isAskedAbout(project, edit))) return refused('waits-for-decision')
  if (edits.some((edit) => 'drop' in edit && project.work[edit.drop] && edit.part === 'activities'))
    return refused('already-reported')
  const content = edited(plan.content, edits)
  const faults = faultsIn(project, content)
  if (faults.length > 0) return refused('plan-faulty', { faults })
  const keptUp = { ...project.keptUp, [of]: today }
  if (hashOf(content) === plan.hash) return moved({ ...project, keptUp })
  const next = planned({ ...plan, edition: plan.edition + 1, content, at })
  return moved(
    { ...project, keptUp, plan: next },
    [],
    [{ kind: 'plan', number: next.revision, revision: next.edition, hash: next.hash, body: next }],
  )
}

const isAskedAbout = ({ requests }: Project, edit: PlanEdit): boolean =>
  requests.some(
    ({ status, latest }) =>
      UNDECIDED.includes(status) && latest.edits.some((one) => one.part === edit.part && itemOf(one) === itemOf(edit)),
  )
