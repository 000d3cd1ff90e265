import { statusText } from '../../cards/desk/status-text.js'
import { attribute, escapeHtml } from '../../cards/escape.js'
import { remembered } from '../../domain/conversations/state.js'
import { whoHears } from '../../domain/desk/who-hears.js'
import type { Translate } from '../../i18n/translate.js'
import type { PagesNeeds } from './needs.js'
import type { Visit } from './visit.js'

type DeskSeen = { status?: string; hears: 'bot' | 'agent' }
const NOTHING: DeskSeen = { hears: 'bot' }

/** How it stands with a hand-off to a person, in words, and who hears what is said; nothing when there is none, or the desk cannot be read. */
export async function deskSeenOf(
  { desk, now, log }: Pick<PagesNeeds, 'desk' | 'now' | 'log'>,
  { conversation, language }: Pick<Visit, 'conversation' | 'language'>,
  t: Translate,
): Promise<DeskSeen> {
  if (!desk || !conversation) return NOTHING
  try {
    const id = remembered(conversation.state).desk?.handOff
    const row = id === undefined ? undefined : await desk.find(id)
    if (!row || row.key.conversation !== conversation.conversation) return NOTHING
    return { status: statusText(row, now(), { t, language }), hears: whoHears(row.handOff.situation) }
  } catch (error) {
    log.error({ error, conversation: conversation.conversation }, 'the desk cannot be read for a page')
    return NOTHING
  }
}

/** The box that says it. The script fills it anew; what changes is read aloud by the page's own live region, and not too often. */
export const deskStatusHtml = ({ t, deskStatus }: { t: Translate; deskStatus?: string }): string =>
  `<section id="desk" class="desk" aria-labelledby="desk-title"${attribute('hidden', deskStatus === undefined)}><h2 id="desk-title">${escapeHtml(t('desk.status.title'))}</h2><p id="desk-text">${escapeHtml(deskStatus ?? '')}</p></section>`
