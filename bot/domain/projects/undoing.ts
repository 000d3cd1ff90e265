import { dayOf } from './calendar.js'
import type { Decision } from './decision.js'
import type { Moment } from './moment.js'
import type { Project } from './project.js'
import { counted, moved, type Effect, type Moved } from './stepped.js'
import { everybody } from './telling.js'

/** What a decision did is undone by another, which names it. The first stays written as it was. */
export function undone(project: Project, by: Decision, { at }: Pick<Moment, 'at'>): Moved {
  const subject = by.subject as Extract<Decision['subject'], { kind: 'undo' }>
  const of = project.decisions.find(({ number }) => number === subject.decision)!
  const marked = {
    ...project,
    decisions: project.decisions.map((one) => (one.number === of.number ? { ...one, undoneBy: by.number } : one)),
  }
  const told: Effect = { tell: everybody(project), what: 'undone', decision: of.number, phase: of.phase }
  if (of.subject.kind === 'point') return of.inForce ? backTo(marked, of, at, told) : moved(marked, [told])
  const { [`${of.subject.kind} ${(of.subject as { id: string }).id}`]: _gone, ...approved } = marked.approved
  return moved({ ...marked, approved }, [told])
}

/** The project is in the phase that the point was decided in. Points put since are not next any more. */
function backTo(project: Project, of: Decision, at: Date, told: Effect): Moved {
  const gone = project.matters.filter(({ subject }) => subject.kind === 'point')
  const back = {
    ...project,
    phase: of.phase,
    phaseSince: dayOf(at),
    endedOn: undefined,
    matters: project.matters.filter((matter) => !gone.includes(matter)),
  }
  const effects: Effect[] = [told, ...gone.map(({ number }) => ({ renew: number }))]
  return of.phase === 'planning' && project.plan ? moved(proposedAgain(back, at), effects) : moved(back, effects)
}

/** The plan that was approved is again what is proposed, for the manager to change. The revision itself stays. */
function proposedAgain(project: Project, at: Date): Project {
  const { content, hash } = project.plan!
  const [number, next] = counted(project, 'proposal')
  return { ...next, proposal: { number, content, hash, by: 'clock', at } }
}
