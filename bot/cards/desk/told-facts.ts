import type { Content } from '../../domain/content/content.js'
import type { HandOff, TransferTarget } from '../../domain/desk/hand-off.js'
import type { HandOffRow, ShownWait } from '../../domain/desk/ports.js'
import type { StaffMember } from '../../domain/desk/staff-member.js'
import { contentLanguage } from '../../domain/language.js'
import type { ContactPoint } from '../../domain/services/contact-point.js'

/** What the words to a citizen are made of, besides what there is to tell. */
export type ToldFacts = {
  /** The hand-off as it is after what happened. */
  handOff: HandOff
  at: Date
  /** The name of the queue where it is now, in the citizen's language. */
  queue: string
  /** Nobody of that queue has confirmed its hours: they are told with reservation. */
  areHoursUnsure?: boolean
  /** Whom the citizen speaks with: of `agent-came`, `transferred` and `ended`. First name only. */
  agent?: { name: string; team: string }
  /** Who is to take over, of `transferring` and `transferred`: the name of a queue, or a first name. */
  to?: string
  /** Place and wait as last counted. */
  wait?: ShownWait
  /** Who is called and written to by somebody who leaves no number or address. */
  reach: readonly ContactPoint[]
}

type Known = {
  content: Content
  /** BCP 47, of the conversation. */
  language: string
  at: Date
  agent?: StaffMember
  to?: { target: TransferTarget; member?: StaffMember }
}

/** The facts of a hand-off, from its row and what the city knows. */
export function toldFacts({ handOff, shown }: Pick<HandOffRow, 'handOff' | 'shown'>, known: Known): ToldFacts {
  const { content, language, at, agent, to } = known
  const queue = content.queues.get(handOff.place.queue)
  const nameOf = (id: string): string => content.queues.get(id)?.name[contentLanguage(language)] ?? ''
  return {
    handOff,
    at,
    queue: nameOf(handOff.place.queue),
    areHoursUnsure: queue?.source.weak ?? false,
    ...(agent ? { agent: { name: agent.name, team: agent.team } } : {}),
    ...(to ? { to: to.target.kind === 'queue' ? nameOf(to.target.queue) : (to.member?.name ?? '') } : {}),
    ...(shown ? { wait: shown } : {}),
    reach: [queue?.phone, queue?.letter].flatMap((id) => content.contact.get(id ?? '') ?? []),
  }
}
