import { FRONT_DOOR, SWITCHBOARD } from '../domain/content/content.js'
import { findableOf, type Findable } from '../domain/content/findables.js'
import type { Card, Suggestion } from '../domain/conversations/message.js'
import type { ContactPoint } from '../domain/services/contact-point.js'
import { pressed, skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import type { Turn } from '../turn/turn.js'
import { commandIn } from '../understanding/commands.js'
import type { SkillNeeds } from './needs.js'

const BUSINESS_SERVICE = 'foretagsservice'

/** Shows whom to call, write to and visit; first the ones who answer for what was shown last. */
export const askForPerson = (needs: SkillNeeds) =>
  skill<true>({
    name: 'ask-for-person',
    match: (turn) => (pressed(turn, 'person') || commandIn(textOf(turn) ?? '') === 'person' ? true : undefined),
    answer: (turn) => showPeople(needs, turn, 'contact'),
  })

/** The contact points as a card. `outcome` and `text` say why they are shown. */
export function showPeople(
  needs: SkillNeeds,
  turn: Turn,
  outcome: 'contact' | 'not-found' | 'offer-person',
  text = turn.t('contact.text'),
  suggestions: readonly Suggestion[] = [],
): void {
  const card = peopleCard(needs, turn)
  turn.reply({ outcome, text, speak: `${text} ${card.speak ?? ''}`, cards: [card], suggestions })
}

/** Whom to call, write to and visit; first the ones who answer for what was shown last. */
export function peopleCard({ contactsCard }: SkillNeeds, turn: Turn): Card {
  const { content, language, t } = turn
  const ways = ['citizen-office', 'text-video-relay'].flatMap((id) => content.ways.get(id) ?? [])
  return contactsCard({ title: t('contact.title'), points: pointsFor(turn), ways, language, t })
}

function pointsFor({ content, state }: Turn): ContactPoint[] {
  const own = state.shown.slice(0, 1).flatMap((key) => contactOf(findableOf(content, key)) ?? [])
  return [...new Set([...own, FRONT_DOOR, SWITCHBOARD])].flatMap((id) => content.contact.get(id) ?? [])
}

/** The business service goes through whole undertakings with people. */
function contactOf(found: Findable | undefined): string | undefined {
  if (found?.kind === 'business-type') return BUSINESS_SERVICE
  return found?.kind === 'service' || found?.kind === 'permit' ? found.thing.contact : undefined
}
