import { canonicalJson, hashOf } from './canonical.js'
import { NUMBERED, type DocumentKind, type ProjectDocument, type Registrable } from './documents.js'
import type { EventOf } from './events.js'
import { bodyFor, membersOf, votersOf } from './matter.js'
import type { Moment } from './moment.js'
import { planned } from './plan.js'
import { edited } from './plan-edits.js'
import { SIGNED_BY } from './points.js'
import type { Project } from './project.js'
import { asked } from './putting.js'
import { DECIDING, rolesOf, rosterFaults, type Roster } from './roles.js'
import { counted, moved, refused, type Effect, type Stepped } from './stepped.js'
import { answerable } from './telling.js'

/** The manager keeps the project's own people; who decides is not the manager's to choose. */
export function rosterChanged(project: Project, { roster }: EventOf<'roster-changed'>, { person, office }: Moment): Stepped {
  const faults = rosterFaults(roster)
  if (faults.length > 0) return refused('roster-faulty', { roster: faults })
  const mayAppoint =
    office || rolesOf(project.roster, person).some((role) => role === 'owner' || role === 'sponsor' || role === 'chair')
  if (!mayAppoint && decidingSeats(roster) !== decidingSeats(project.roster)) return refused('not-yours')
  const after = { ...project, roster }
  return moved(after, newVoters(project, after))
}

const decidingSeats = (roster: Roster): string =>
  canonicalJson(
    roster
      .filter(({ role }) => DECIDING.includes(role))
      .map((seat) => canonicalJson(seat))
      .sort(),
  )

/** Whoever has come into the body of something that waits is asked too. */
const newVoters = (before: Project, after: Project): Effect[] =>
  after.matters.flatMap((matter) => {
    const had = votersOf(before.roster, matter)
    const come = votersOf(after.roster, matter).filter((person) => !had.includes(person))
    return come.length > 0 ? [asked(after, matter, false, come)] : []
  })

export function documentFiled(project: Project, { document }: EventOf<'document-filed'>, { person, at }: Moment): Stepped {
  const same = project.documents.filter(({ kind }) => kind === document.kind)
  const before = NUMBERED.includes(document.kind) ? undefined : same[0]
  if (before && before.sha256 === document.sha256) return refused('nothing-changes')
  const number = before?.number ?? same.length + 1
  const body: ProjectDocument = { ...document, number, revision: (before?.revision ?? 0) + 1, by: person, at }
  const toSign: Effect[] = SIGNED_BY[document.kind]
    ? [{ tell: signersOf(project), what: 'document-to-sign', document: document.kind }]
    : []
  return moved({ ...project, documents: [...project.documents.filter((one) => one !== before), body] }, toSign, [
    { kind: 'document', of: body.kind, number, revision: body.revision, hash: hashOf(body), body },
  ])
}

/** The owner, or whoever stands in for the owner. */
const signersOf = ({ roster }: Project): string[] => membersOf(roster, bodyFor(roster, 'owner'))

/** Exactly the revision that lies there: a new one is signed anew. */
export function documentSigned(project: Project, event: EventOf<'document-signed'>, { person, at }: Moment): Stepped {
  const found = documentNumbered(project, event.document, event.number)
  if (!found || !SIGNED_BY[found.kind]) return refused('no-such-thing')
  if (!signersOf(project).includes(person)) return refused('not-yours')
  if (found.signedBy) return refused('already-signed')
  const body = { ...found, signedBy: person, signedAt: at }
  return moved({ ...project, documents: project.documents.map((one) => (one === found ? body : one)) })
}
const documentNumbered = ({ documents }: Project, kind: DocumentKind, number: number) =>
  documents.find((one) => one.kind === kind && one.number === number)

/** Rule 7: what must be registered is, under the project's own record number. */
export function thingRegistered(project: Project, { thing }: EventOf<'thing-registered'>, { person, today }: Moment): Stepped {
  const { recordNumber } = project
  if (recordNumber === undefined) return refused('record-number-missing')
  if (!exists(project, thing)) return refused('no-such-thing')
  const { what, number, kind } = thing
  const isSame = (one: Registrable): boolean => one.what === what && one.number === number && one.kind === kind
  if (project.registered.some(isSame)) return refused('already-registered')
  const registered = { ...thing, on: today, by: person }
  return moved({ ...project, registered: [...project.registered, registered] }, [{ register: registered, under: recordNumber }])
}

const LAST: Record<Exclude<Registrable['what'], 'document'>, (project: Project) => number> = {
  decision: ({ counters }) => counters.decision,
  minutes: ({ counters, meetings }) => Math.min(counters.meeting, ...meetings.map(({ number }) => number - 1)),
  'change-request': ({ counters }) => counters.request,
  'progress-report': ({ counters }) => counters['progress-report'],
  plan: ({ plan }) => plan?.revision ?? 0,
}
const exists = (project: Project, { what, number, kind }: Registrable): boolean =>
  what === 'document'
    ? kind !== undefined && documentNumbered(project, kind, number) !== undefined
    : kind === undefined && number <= LAST[what](project)

export const recordNumberSet = (project: Project, { recordNumber }: EventOf<'record-number-set'>): Stepped =>
  project.registered.length > 0 ? refused('already-registered') : moved({ ...project, recordNumber })

/** Measurable effects, each with an owner by name. Once B1 is passed they change by decision alone. */
export const effectGoalsSet = (project: Project, { goals }: EventOf<'effect-goals-set'>): Stepped =>
  new Set(goals.map(({ id }) => id)).size < goals.length
    ? refused('plan-faulty', { faults: [{ fault: 'same-id-twice', part: 'effect-goals', id: goals[0]!.id }] })
    : moved({ ...project, effectGoals: goals })

/** By the effect's own owner, or the project's. */
export function effectFollowedUp(project: Project, { said }: EventOf<'effect-followed-up'>, { person, at }: Moment): Stepped {
  const goal = (project.plan?.content['effect-goals'] ?? project.effectGoals).find(({ id }) => id === said.goal)
  if (!goal) return refused('no-such-thing')
  if (goal.owner !== person && !rolesOf(project.roster, person).includes('owner')) return refused('not-yours')
  const [number, next] = counted(project, 'follow-up')
  const body = { ...said, number, by: person, at }
  return moved(
    { ...next, followUps: [...project.followUps, body] },
    [{ tell: answerable(project), what: 'effect-followed-up', goal: said.goal }],
    [{ kind: 'follow-up', number, revision: 1, hash: hashOf(body), body }],
  )
}

/** Somebody else answers for an effect from now on. A new edition of the plan, in which nothing else is new. */
export function effectOwnerChanged(
  project: Project,
  { goal: id, owner }: EventOf<'effect-owner-changed'>,
  { at }: Moment,
): Stepped {
  const { plan } = project
  const goal = plan?.content['effect-goals'].find((one) => one.id === id)
  if (!plan || !goal) return refused('no-such-thing')
  if (goal.owner === owner) return refused('nothing-changes')
  const content = edited(plan.content, [{ part: 'effect-goals', put: { ...goal, owner } }])
  const next = planned({ ...plan, edition: plan.edition + 1, content, at })
  return moved(
    { ...project, plan: next },
    [],
    [{ kind: 'plan', number: next.revision, revision: next.edition, hash: next.hash, body: next }],
  )
}
