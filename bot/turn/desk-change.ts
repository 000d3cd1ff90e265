import type { ConversationKey } from '../domain/conversations/conversation.js'
import type { EventKind, Moved, Now } from '../domain/desk/hand-off-events.js'
import type { Briefing, DeskChange, HandOffRow, LeftContact, ShownWait } from '../domain/desk/ports.js'
import { nextLookAt } from '../domain/desk/ticked.js'

type Besides = { briefing?: Briefing; contact?: LeftContact; shown?: ShownWait }

/** A citizen's step as it is stored with the turn. The lines are the turn's own answers. */
export function deskChangeOf(
  { before, key }: { before?: HandOffRow; key: ConversationKey },
  action: EventKind | 'asked',
  { handOff, effects }: Pick<Moved, 'handOff' | 'effects'>,
  { at, queues }: Now,
  besides: Besides = {},
): DeskChange {
  const queue = queues.get(handOff.place.queue)
  const shown = besides.shown ?? before?.shown
  const lookAt = queue && nextLookAt(handOff, queue)
  return {
    ...(before ? { before } : {}),
    after: { handOff, key, briefing: besides.briefing ?? before?.briefing ?? {}, ...(shown ? { shown } : {}) },
    effects,
    lines: [],
    ...(besides.contact ? { contact: besides.contact } : {}),
    audit: [{ at, by: 'citizen', action, subject: handOff.id }],
    ...(lookAt ? { lookAt } : {}),
    at,
  }
}
