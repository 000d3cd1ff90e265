import type { StoredActivity } from '../../domain/conversations/message.js'
import type { ConversationKey, StoredWithSeq } from '../../domain/conversations/conversation.js'
import { hiddenIn } from '../../domain/conversations/state.js'
import { newNonce, sendPage } from './answer.js'
import { deskSeenOf } from './desk-status.js'
import type { PagesNeeds } from './needs.js'
import { pageHtml } from './page-html.js'
import { shownOf, toShowOnce } from './shown-once.js'
import { frontDoorPhone } from './words.js'
import { keyOf, type Visit } from './visit.js'

/** Something that did not go as the person wished. `status` is the response's. */
export type Problem =
  | { name: 'empty'; status: 400 }
  | { name: 'foreign'; status: 403 }
  | { name: 'too-long'; status: 413; count: number }
  | { name: 'too-large'; status: 413 }
  | { name: 'busy'; status: 429; seconds: number }
  | { name: 'failed' | 'unreachable'; status: 503 }
  | { name: 'gone'; status: 200 }
  /** `types` and `size` are what may be sent, in words. */
  | { name: 'file-empty' | 'file-too-large' | 'file-type'; status: 400 | 413 | 415; types: string; size: string }
  | { name: 'file-often'; status: 429; seconds: number; minutes: number }

export type Showing = {
  problem?: Problem
  /** What the person wrote and what was not taken, to be kept in the box. */
  text?: string
  /** The hidden id that the text was sent with: sent once more, it is the same turn. */
  id?: string
  /** What there is to say although it could not be stored. */
  unstored?: readonly StoredActivity[]
}

/** Sends the page with the whole conversation so far. */
export async function show(needs: PagesNeeds, visit: Visit, showing: Showing = {}): Promise<void> {
  const once = toShowOnce(visit)
  const { messages, unreachable, isHiding } = await messagesOf(needs, visit, once)
  const problem =
    showing.problem ?? (unreachable && !showing.unstored ? { name: 'unreachable' as const, status: 503 as const } : undefined)
  const t = needs.translate(visit.language)
  const nonce = newNonce()
  const { status: deskStatus, hears } = await deskSeenOf(needs, visit, t)
  const html = pageHtml({
    ...needs,
    ...visit,
    t,
    nonce,
    content: needs.content(),
    isHiding,
    deskStatus,
    takesFiles: hears === 'agent',
    once,
    messages: [...messages, ...(showing.unstored ?? []).map((activity) => ({ activity }))],
    formId: showing.id ?? needs.newId(),
    text: showing.text ?? '',
    problem:
      problem &&
      t(`page.${problem.name}`, { ...problem, limit: needs.config.limits.messageLength, phone: frontDoorPhone(needs.content()) }),
    isTextWrong: problem !== undefined && ['empty', 'too-long'].includes(problem.name),
  })
  if (problem && 'seconds' in problem) visit.asked.response.setHeader('Retry-After', problem.seconds)
  await sendPage(visit.asked, needs, { status: problem?.status ?? 200, html, nonce })
}

async function messagesOf(
  needs: PagesNeeds,
  visit: Visit,
  once: string | undefined,
): Promise<{ messages: readonly StoredWithSeq[]; unreachable: boolean; isHiding: boolean }> {
  const { conversation, unreachable } = visit
  if (!conversation) return { messages: [], unreachable, isHiding: false }
  const isHiding = hiddenIn(conversation) > 0
  try {
    const all = await everythingIn(needs, keyOf(conversation.conversation))
    return { messages: shownOf(conversation, all, once), unreachable, isHiding }
  } catch (error) {
    needs.log.error({ error, conversation: conversation.conversation }, 'messages cannot be read for a page')
    return { messages: [], unreachable: true, isHiding }
  }
}

const AT_ONCE = 100

/** Every activity of a conversation, oldest first. */
export async function everythingIn(
  { conversations }: Pick<PagesNeeds, 'conversations'>,
  key: ConversationKey,
): Promise<StoredWithSeq[]> {
  const all: StoredWithSeq[] = []
  for (;;) {
    const some = await conversations.activities(key, all.at(-1)?.seq ?? 0, AT_ONCE)
    all.push(...some)
    if (some.length < AT_ONCE) return all
  }
}
