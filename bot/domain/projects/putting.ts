import type { Person } from './actor.js'
import { workingDaysAfter, dayAfter } from './calendar.js'
import { hashOf, type Hash } from './canonical.js'
import { basisHash, whyNotPut } from './gates.js'
import { isHeld } from './held.js'
import { bodyFor, quorumOf, votersOf, type Matter, type Subject } from './matter.js'
import type { Moment } from './moment.js'
import type { EventOf } from './events.js'
import { heldIn, isApproved, isWaiting, matterAbout, type Project } from './project.js'
import type { Body } from './points.js'
import { holders, MANAGING } from './roles.js'
import { decidesPoint } from './settings.js'
import { counted, moved, refused, type Effect, type Moved, type Stepped } from './stepped.js'

/** Puts something to whoever decides it: a matter that waits for votes. */
export function putMatter(
  project: Project,
  put: { subject: Subject; hash: Hash; body: Body },
  { person, at, today }: Moment,
): Moved {
  const [number, next] = counted(project, 'matter')
  const body = bodyFor(project.roster, put.body)
  const matter: Matter = {
    number,
    subject: put.subject,
    hash: put.hash,
    round: 1,
    body,
    quorum: quorumOf(project.roster, body, project.settings.quorum),
    putBy: person,
    putAt: at,
    due: workingDaysAfter(dayAfter(today), project.settings.voteDays - 1),
    barred: holders(project.roster, ...MANAGING),
    conflicts: [],
    votes: [],
    isCounted: false,
  }
  return moved({ ...next, matters: [...next.matters, matter] }, [asked(project, matter, false)])
}

/** What is decided on has changed: the votes are gone and begin again. Who has an interest in it still has. */
export function putAgain(
  project: Project,
  before: Matter,
  now: { subject: Subject; hash: Hash },
  { today, at }: Pick<Moment, 'today' | 'at'>,
): Moved {
  const managers = holders(project.roster, ...MANAGING)
  const matter: Matter = {
    ...before,
    ...now,
    round: before.round + 1,
    putAt: at,
    due: workingDaysAfter(dayAfter(today), project.settings.voteDays - 1),
    barred: [...new Set([...before.barred, ...managers])],
    votes: [],
    isCounted: false,
  }
  return moved(withMatter(project, matter), [{ renew: matter.number }, asked(project, matter, before.votes.length > 0)])
}

export const withMatter = (project: Project, matter: Matter): Project => ({
  ...project,
  matters: project.matters.map((one) => (one.number === matter.number ? matter : one)),
})
export const withoutMatter = (project: Project, number: number): Project => ({
  ...project,
  matters: project.matters.filter((one) => one.number !== number),
})

export const asked = (
  { roster }: Project,
  matter: Matter,
  again: boolean,
  who: readonly Person[] = votersOf(roster, matter),
): Effect => ({
  ask: who,
  matter: matter.number,
  again,
})

export function pointPut(project: Project, { point }: EventOf<'point-put'>, moment: Moment): Stepped {
  const subject = { kind: 'point', point } as const
  if (matterAbout(project, subject)) return refused('already-put')
  return (
    whyNotPut(project, point) ??
    putMatter(project, { subject, hash: basisHash(project, point), body: decidesPoint(project.settings, point) }, moment)
  )
}

/** A delivery or a milestone, each by itself. */
export function resultPut(project: Project, kind: 'delivery' | 'milestone', id: string, moment: Moment): Stepped {
  const part = kind === 'delivery' ? 'deliveries' : 'milestones'
  const item = project.plan?.content[part].find((one) => one.id === id)
  if (!item) return refused('no-such-thing')
  if (isApproved(project, kind, id)) return refused('already-approved')
  if (matterAbout(project, { kind, id })) return refused('already-put')
  if (isHeld(heldIn(project), part, id)) return refused('waits-for-decision')
  return putMatter(project, { subject: { kind, id }, hash: hashOf(item), body: project.settings.decidesDeliveries }, moment)
}

/** Undoing is decided by whoever decided, as something of its own. What came later is undone first. */
export function undoAsked(project: Project, { decision: number, motive }: EventOf<'undo-asked'>, moment: Moment): Stepped {
  const decision = project.decisions.find((one) => one.number === number)
  if (!decision || decision.subject.kind === 'undo' || decision.subject.kind === 'change-request') return refused('no-such-thing')
  if (decision.undoneBy !== undefined) return refused('already-decided')
  if (decision.subject.kind === 'point' && isWaiting(project)) return refused('waits-for-decision')
  if (isOvertaken(project, decision)) return refused('undo-later-first')
  if (!canBeUndone(project, decision)) return refused('no-such-thing')
  const subject = { kind: 'undo', decision: number } as const
  if (matterAbout(project, subject)) return refused('already-put')
  return putMatter(project, { subject, hash: hashOf({ undo: decision.hash, motive }), body: decision.body }, moment)
}

type OneDecision = Project['decisions'][number]
/** A later point has been decided since. Asked when undoing is put, and again by every vote for it: the group may decide meanwhile. */
export const isOvertaken = ({ decisions }: Project, decision: OneDecision): boolean =>
  decision.subject.kind === 'point' &&
  decisions.some((one) => one.number > decision.number && one.undoneBy === undefined && isMove(one))
/** Took the project somewhere, or will when it is minuted. */
const isMove = ({ subject, choice }: OneDecision): boolean =>
  subject.kind === 'point' && !['send-back', 'extend'].includes(choice)
function canBeUndone({ approved }: Project, decision: OneDecision): boolean {
  const { subject, number } = decision
  if (subject.kind === 'point') return isMove(decision)
  return (
    (subject.kind === 'delivery' || subject.kind === 'milestone') &&
    approved[`${subject.kind} ${subject.id}`]?.decision === number
  )
}
