import { crisisCard } from '../cards/crisis-card.js'
import { ADAPTIVE_CARD } from '../cards/card-type.js'
import type { FillCard } from '../cards/templates.js'
import type { Content } from '../domain/content/content.js'
import type { StoredActivity } from '../domain/conversations/message.js'
import { contactsFor } from '../domain/crisis/crisis-contact.js'
import type { Label } from '../domain/outcome.js'
import type { Translate } from '../i18n/translate.js'
import { crisisDetector, type Crisis, type CrisisDetector } from '../understanding/crisis.js'
import { understoodBefore } from '../understanding/understood-before.js'
import { besides, writtenIn } from './crisis-words.js'
import type { Said } from './turn.js'

/** Where an answer to a crisis is given. */
export type CrisisPlace = {
  /** Id of the message itself: the same whether it is stored or not, so that nobody is shown it twice. */
  id: string
  /** Id of the turn. */
  turn: string
  at: Date
  channel: string
  /** BCP 47, of the interface. */
  language: string
}

/** What is known of crises, apart from everything else that answers: it works when the finder and the database do not. */
export type CrisisHelp = {
  /** The crisis that a person tells of, in any of the languages, in whatever they wrote. It must be given what they wrote, unmasked. */
  find(said: Said): Crisis | undefined
  answer(crisis: Crisis, place: CrisisPlace): StoredActivity
  /** What a text asks besides telling of a crisis; undefined when it asks nothing else. */
  besides(text: string): string | undefined
}

export type CrisisHelpNeeds = { content: () => Content; fill: FillCard; translate: (language: string) => Translate }

export function crisisHelp(needs: CrisisHelpNeeds): CrisisHelp {
  const detectors = new WeakMap<Content, CrisisDetector>()
  const detect = (text: string): Crisis | undefined => {
    const content = needs.content()
    const detector = detectors.get(content) ?? understoodBefore(crisisDetector(content.crisisWords.values()))
    detectors.set(content, detector)
    return detector(text)
  }
  // Reading the words takes longer than looking for them: nobody in danger waits for it.
  detect('')

  return {
    find: (said) => firstOf(writtenIn(said, needs.content()), detect),
    answer: (crisis, place) => answerTo(needs, crisis, place),
    besides: (text) => besides(text, (clause) => detect(clause) !== undefined),
  }
}

function firstOf<Found>(texts: readonly string[], find: (text: string) => Found | undefined): Found | undefined {
  for (const text of texts) {
    const found = find(text)
    if (found !== undefined) return found
  }
  return undefined
}

/** One sentence in the language of the person's own words, then whom to call in the language of the interface. */
function answerTo({ content, fill, translate }: CrisisHelpNeeds, crisis: Crisis, place: CrisisPlace): StoredActivity {
  const { id, turn, at, language, channel } = place
  const t = translate(language)
  const { crisis: known, crisisWords } = content()
  const contacts = contactsFor(crisis.kind, known.values())
  const card = crisisCard(fill, { contacts, language, t, isOnPage: channel === 'directline' })
  const text = crisisWords.get(crisis.language)?.answer ?? t('crisis.urgent')
  const label: Label = {
    outcome: 'crisis',
    language,
    turn,
    results: contacts.map((contact) => ({ id: contact.id, kind: 'crisis', score: 1 })),
  }
  return {
    id,
    type: 'message',
    timestamp: at.toISOString(),
    from: { id: 'lotsen', role: 'bot' },
    text,
    textFormat: 'markdown',
    // Read aloud in one voice: the card reads itself aloud when it is in another language.
    speak: crisis.language === language.split('-')[0] ? (card.speak ?? text) : text,
    locale: crisis.language,
    inputHint: 'acceptingInput',
    attachments: [{ contentType: ADAPTIVE_CARD, content: card }],
    attachmentLayout: 'list',
    channelData: { lotsen: label },
  }
}
