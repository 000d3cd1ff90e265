import type { ConversationRow, StoredWithSeq } from '../../domain/conversations/conversation.js'
import type { StoredActivity } from '../../domain/conversations/message.js'
import { hiddenIn } from '../../domain/conversations/state.js'
import { Label } from '../../domain/outcome.js'
import { cookieOf, setCookie } from './cookies.js'
import type { Visit } from './visit.js'

// The id of an answer to a crisis, until the page after the form has shown it.
const COOKIE = 'once'
// A browser follows a redirect at once; one that was stopped on its way shows nothing later.
const SECONDS = 60

export const isCrisis = ({ channelData }: StoredActivity): boolean =>
  Label.safeParse(channelData?.['lotsen']).data?.outcome === 'crisis'

/** Lets the next page show the answer to a crisis, and no page after that. */
export function showOnce(visit: Visit, outgoing: readonly StoredActivity[]): void {
  const answer = outgoing.find(isCrisis)
  if (answer) showOnceMore(visit, answer.id)
}

/** The same by the answer's id, for a page that had it: a hurried thumb presses twice, and the second time the box is empty. */
export const showOnceMore = (visit: Visit, id: string): void =>
  setCookie(visit.asked.response, COOKIE, encodeURIComponent(id), visit, SECONDS)

/** The id of the answer that this page is to show once more; it is forgotten by being asked for. */
export function toShowOnce(visit: Visit): string | undefined {
  const cookie = visit.asked.request.method === 'GET' ? cookieOf(visit.asked.request, COOKIE) : undefined
  if (cookie === undefined) return undefined
  setCookie(visit.asked.response, COOKIE, '', visit, 0)
  return decoded(cookie)
}

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** What of a conversation a new page shows: nothing up to a crisis, but that answer once. */
export function shownOf(
  conversation: ConversationRow,
  all: readonly StoredWithSeq[],
  once: string | undefined,
): readonly StoredWithSeq[] {
  const hidden = hiddenIn(conversation)
  const from = all.find(({ activity }) => activity.id === once && isCrisis(activity))?.seq ?? hidden + 1
  return all.filter(({ seq }) => seq >= Math.min(from, hidden + 1))
}
