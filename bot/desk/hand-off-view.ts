import type { Content } from '../domain/content/content.js'
import type { HandOffView } from '../domain/desk/desk-view.js'
import { leaseOf, pledgeOf, type HandOff } from '../domain/desk/hand-off.js'
import type { Briefing, HandOffRow } from '../domain/desk/ports.js'
import type { StaffMember } from '../domain/desk/staff-member.js'
import { contentLanguage } from '../domain/language.js'
import { may } from '../domain/people/permissions.js'
import type { Overview } from './overview.js'

type Viewer = { me: string; member: StaffMember; language: string }

/** One hand-off, as this viewer may see it: who may not read transcripts is not shown the summary of one. */
export function handOffView(seen: Overview, { key, handOff, briefing, shown }: HandOffRow, viewer: Viewer): HandOffView {
  const { id, place, situation, isProtected } = handOff
  const lease = leaseOf(situation)
  const mayRead = may(viewer.member.roles, 'transcript.read')
  const about = mayRead ? aboutOf(seen.content, briefing, viewer.language) : undefined
  return {
    id,
    queue: place.queue,
    status: situation.status,
    language: place.language,
    urgency: place.urgency,
    ...(place.topic === undefined ? {} : { topic: place.topic }),
    askedAt: place.askedAt.toISOString(),
    ...(mayRead && briefing.summary !== undefined ? { summary: briefing.summary } : {}),
    ...(about ? { about } : {}),
    isProtected,
    ...(lease ? { holder: { id: lease.holder, name: seen.members.get(lease.holder)?.name ?? '' } } : {}),
    ...(lease?.holder === viewer.me ? { term: lease.term } : {}),
    ...transferOf(seen, handOff, viewer.language),
    ...promiseOf(handOff),
    ...('until' in situation ? { until: situation.until.toISOString() } : {}),
    ...(shown ? { shown: { ahead: shown.ahead, of: shown.of, ...shown.interval } } : {}),
    ...secureOf(seen, id),
    // Nobody can choose urgency: what makes a matter urgent is a crisis that was seen in the chat.
    crisis: place.urgency === 'urgent',
    citizenIsThere: key.channel !== 'directline' || seen.there.has(id),
  }
}

function aboutOf(content: Content, { about }: Briefing, language: string): HandOffView['about'] {
  if (!about) return undefined
  const thing =
    about.kind === 'service'
      ? content.services.get(about.id)
      : about.kind === 'permit'
        ? content.permits.get(about.id)
        : undefined
  return { ...about, name: thing?.name[contentLanguage(language)] ?? about.id }
}

const secureOf = ({ secureAsks }: Overview, id: string): Pick<HandOffView, 'secure'> => {
  const state = secureAsks.find(({ handOff }) => handOff === id)?.state
  return state ? { secure: state } : {}
}

function transferOf({ members, content }: Overview, { situation }: HandOff, language: string): Pick<HandOffView, 'transfer'> {
  if (situation.status !== 'transferring') return {}
  const { to, reason } = situation
  const name = to.kind === 'agent' ? members.get(to.agent)?.name : content.queues.get(to.queue)?.name[contentLanguage(language)]
  return { transfer: { to: name ?? '', reason } }
}

function promiseOf({ situation }: HandOff): Pick<HandOffView, 'promise'> {
  const pledge = pledgeOf(situation)
  return pledge ? { promise: { kind: pledge.kind, dueAt: pledge.dueAt.toISOString(), attempts: pledge.attempts } } : {}
}
