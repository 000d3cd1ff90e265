import type { ConversationKey, ConversationRow } from '../../domain/conversations/conversation.js'
import { remembered } from '../../domain/conversations/state.js'
import { cameOverHttps } from '../client-address.js'
import { soon } from '../soon.js'
import { visitorOf } from '../visitor.js'
import { cookieOf } from './cookies.js'
import type { Asked, PagesNeeds } from './needs.js'
import { preferredLanguage } from './preferred-language.js'

// With a database slower than this there is a page without the conversation, and an answer for whoever is in danger.
const PATIENCE = 2_000

/** The cookie of a language that was chosen before anything was said; later the conversation remembers it. */
export const LANGUAGE_COOKIE = 'language'

/** Who asks for a page, in what language, and what they were talking about. */
export type Visit = {
  asked: Asked
  /** Hash of the visitor's cookie; undefined for one who has said nothing yet. */
  visitor?: string
  /** The conversation that is going on. */
  conversation?: ConversationRow
  /** BCP 47, one of ours. */
  language: string
  /** Shown in a frame on another site. */
  framed: boolean
  /** The browser came over https. */
  secure: boolean
  /** The conversation could not be read: the page is shown without it, and says so. */
  unreachable: boolean
}

/** Never throws: without a database there is still a page with a telephone number on it. */
export async function visitOf(needs: PagesNeeds, asked: Asked): Promise<Visit> {
  const { request } = asked
  const visitor = visitorOf(request)
  const { conversation, unreachable } = await conversationOf(needs, visitor)
  return {
    asked,
    visitor,
    conversation,
    language: languageOf(needs, asked, conversation),
    framed:
      new URL(request.url ?? '/', 'http://page').searchParams.get('framed') === '1' ||
      request.headers['sec-fetch-dest'] === 'iframe',
    secure: needs.config.publicUrl?.protocol === 'https:' || cameOverHttps(request, needs.config.trustedProxies),
    unreachable,
  }
}

async function conversationOf(
  { conversations, log }: PagesNeeds,
  visitor: string | undefined,
): Promise<{ conversation?: ConversationRow; unreachable: boolean }> {
  if (visitor === undefined) return { unreachable: false }
  try {
    const conversation = await soon(latestOf(conversations, visitor), PATIENCE)
    return { conversation: conversation?.ended ? undefined : conversation, unreachable: false }
  } catch (error) {
    log.error({ error }, 'conversation cannot be read for a page')
    return { unreachable: true }
  }
}

async function latestOf(conversations: PagesNeeds['conversations'], visitor: string): Promise<ConversationRow | undefined> {
  const key = await conversations.latestOf(visitor)
  return key?.channel === 'directline' ? conversations.find(key) : undefined
}

function languageOf(
  { config: { languages }, log }: PagesNeeds,
  { request }: Asked,
  conversation: ConversationRow | undefined,
): string {
  // What the person chose comes first, then the page around our frame, then the browser.
  const asked = new URL(request.url ?? '/', 'http://page').searchParams.get('language') ?? undefined
  const chosen = [chosenIn(conversation, log), cookieOf(request, LANGUAGE_COOKIE), asked].find(
    (wish) => wish !== undefined && languages.includes(wish),
  )
  return chosen ?? preferredLanguage(request.headers['accept-language'], languages)
}

function chosenIn(conversation: ConversationRow | undefined, log: PagesNeeds['log']): string | undefined {
  try {
    return remembered(conversation?.state).language
  } catch (error) {
    // Words in another language are better than no page.
    log.error({ error, conversation: conversation?.conversation }, 'state cannot be read for a page')
    return undefined
  }
}

export const keyOf = (conversation: string): ConversationKey => ({ channel: 'directline', conversation })
export const isShared = ({ conversation }: Pick<Visit, 'conversation'>): boolean => conversation?.keeping === 'shared-computer'
