import {
  requestRevision,
  saysTheSame,
  UNDECIDED,
  type ChangeRequest,
  type RequestRevision,
  type RequestSaid,
} from './change-request.js'
import type { EventOf } from './events.js'
import type { Moment } from './moment.js'
import { faultsIn } from './carrying-out.js'
import { canBeEdited, edited } from './plan-edits.js'
import { matterAbout, type Project } from './project.js'
import { putAgain, putMatter, withoutMatter } from './putting.js'
import { counted, moved, refused, then, type Filing, type Refused, type Stepped } from './stepped.js'
import { everybody } from './telling.js'

export function changeRequested(project: Project, { said }: EventOf<'change-requested'>, moment: Moment): Stepped {
  const why = whyNotAsked(project, said)
  if (why) return why
  const [number, next] = counted(project, 'request')
  const latest = requestRevision(said, { number, by: moment.person, at: moment.at, plan: project.plan! })
  const made = moved(
    { ...next, requests: [...next.requests, { number, status: 'open', latest }] },
    [{ tell: everybody(project), what: 'request-made', request: number }],
    [filed(latest)],
  )
  return then(made, (after) => putMatter(after, aboutRevision(project, latest), moment))
}

const aboutRevision = ({ settings }: Project, { number, revision, hash }: RequestRevision) => ({
  subject: { kind: 'change-request' as const, number, revision },
  hash,
  body: settings.decidesChanges,
})
const filed = (body: RequestRevision): Filing => ({
  kind: 'change-request',
  number: body.number,
  revision: body.revision,
  hash: body.hash,
  body,
})

function whyNotAsked(project: Project, said: RequestSaid): Refused | undefined {
  if (!project.plan) return refused('plan-missing')
  const { content } = project.plan
  if (said.edits.length === 0 && Object.keys(said.effects).length === 0) return refused('nothing-changes')
  if (!canBeEdited(content, said.edits)) return refused('no-such-thing')
  const faults = faultsIn(project, edited(content, said.edits))
  return faults.length > 0 ? refused('plan-faulty', { faults }) : undefined
}

function requestNumbered({ requests, counters }: Project, number: number): ChangeRequest | Refused {
  const found = requests.find((request) => request.number === number)
  if (found && UNDECIDED.includes(found.status)) return found
  return refused(number <= counters.request ? 'already-decided' : 'no-such-thing')
}

/** A submitted request is never edited: a correction is a new revision that names the one before, and the vote begins again. */
export function requestRevised(project: Project, { request: number, said }: EventOf<'request-revised'>, moment: Moment): Stepped {
  const found = requestNumbered(project, number)
  if ('kind' in found) return found
  const why = whyNotAsked(project, said)
  if (why) return why
  const isOpen = found.status === 'open'
  if (isOpen && saysTheSame(found.latest, said)) return refused('nothing-changes')
  const latest = requestRevision(said, { number, before: found.latest, by: moment.person, at: moment.at, plan: project.plan! })
  const about = aboutRevision(project, latest)
  const matter = matterAbout(project, about.subject)
  const made = moved(
    { ...project, requests: project.requests.map((one) => (one === found ? { number, status: 'open', latest } : one)) },
    [{ tell: everybody(project), what: 'request-revised', request: number }],
    [filed(latest)],
  )
  return then(made, (after) => (matter ? putAgain(after, matter, about, moment) : putMatter(after, about, moment)))
}

/** Who asked may think better of it, until it is decided. What made it needed is still there, and is proposed again. */
export function requestWithdrawn(project: Project, { request: number }: EventOf<'request-withdrawn'>): Stepped {
  const found = requestNumbered(project, number)
  if ('kind' in found) return found
  const { revision } = found.latest
  const matter = matterAbout(project, { kind: 'change-request', number, revision })
  const without = { ...project, requests: project.requests.filter((one) => one !== found) }
  return moved(matter ? withoutMatter(without, matter.number) : without, [
    { tell: everybody(project), what: 'request-withdrawn', request: number },
    ...(matter ? [{ renew: matter.number }] : []),
  ])
}
