import { summaryCard } from '../../cards/desk/summary-card.js'
import { findableOf, type Findable } from '../../domain/content/findables.js'
import { doorOf } from '../../domain/desk/door.js'
import { expectedWait } from '../../domain/desk/expected-wait.js'
import { hasEnded, type HandOff } from '../../domain/desk/hand-off.js'
import type { Briefing } from '../../domain/desk/ports.js'
import { generalQueue, type Queue } from '../../domain/desk/queue.js'
import { ask } from '../../domain/desk/step.js'
import { contentLanguage } from '../../domain/language.js'
import type { DeskSeen } from '../../turn/brought-desk.js'
import { deskChangeOf } from '../../turn/desk-change.js'
import type { Turn } from '../../turn/turn.js'
import { peopleCard } from '../ask-for-person.js'
import type { SkillNeeds } from '../needs.js'
import { keyOf, wordsOf } from './desk-turn.js'
import { showHowItStands } from './how-it-stands.js'

/** Begins a hand-off, with what will be handed over; whoever has asked already is told how it stands. */
export function askForHandOff(needs: SkillNeeds, turn: Turn, seen: DeskSeen): boolean {
  const { row } = seen
  if (row && !hasEnded(row.handOff.situation) && row.handOff.situation.status !== 'summary') {
    showHowItStands({ turn, seen, row }, 'desk.again')
    return true
  }
  const queue = queueFor(turn, seen)
  if (!queue) return false
  const { language, at } = turn
  const found = shownBefore(turn)
  const topic = found?.kind === 'service' ? found.thing.lifeSituation : undefined
  const place = { queue: queue.id, askedAt: at, urgency: 'ordinary' as const, language, ...(topic ? { topic } : {}) }
  const asked =
    row && !hasEnded(row.handOff.situation) ? row.handOff : ask({ id: turn.id, conversation: turn.conversation.id, place })
  if (asked !== row?.handOff)
    turn.changeDesk(
      deskChangeOf({ key: keyOf(turn) }, 'asked', { handOff: asked, effects: [] }, seen.now, { briefing: aboutOf(turn, found) }),
    )
  turn.state.desk = { handOff: asked.id }
  showSummary(needs, turn, seen, { asked, queue })
  return true
}

export function showSummary(
  needs: SkillNeeds,
  turn: Turn,
  seen: DeskSeen,
  { asked, queue }: { asked: HandOff; queue: Queue },
): void {
  const card = summaryCard(needs.fill, {
    handOff: asked.id,
    queue: turn.content.queues.get(queue.id)?.name[contentLanguage(turn.language)] ?? '',
    summary: summaryOf(turn),
    isOpen: doorOf(queue, seen.now.at, seen.now.attended.has(queue.id)).is === 'open',
    wait: seen.waits && expectedWait(asked, seen, seen.waits),
    isProtected: asked.isProtected,
    ...wordsOf(turn),
  })
  turn.reply({ outcome: 'offer-person', text: '', speak: card.speak ?? '', cards: [card, peopleCard(needs, turn)] })
}

/** Whoever answers for what was shown last; otherwise those who answer everything. */
function queueFor(turn: Turn, { now: { queues } }: DeskSeen): Queue | undefined {
  const found = shownBefore(turn)
  const point = found?.kind === 'service' || found?.kind === 'permit' ? found.thing.contact : undefined
  const own = [...turn.content.queues.values()].find(({ contacts }) => point !== undefined && contacts.includes(point))
  const business = found?.kind === 'business-type' || turn.state.pilot ? queues.get('business') : undefined
  return queues.get(own?.id ?? '') ?? business ?? generalQueue(queues)
}

const shownBefore = ({ content, state }: Turn): Findable | undefined => {
  const [first] = state.shown
  return first === undefined ? undefined : findableOf(content, first)
}

function aboutOf({ state }: Turn, found: Findable | undefined): Briefing {
  if (state.pilot?.plan) return { about: { kind: 'plan', id: state.pilot.plan.id } }
  return found?.kind === 'service' || found?.kind === 'permit' ? { about: { kind: found.kind, id: found.thing.id } } : {}
}

/** What was asked and what was shown, in the person's own words and ours. */
function summaryOf(turn: Turn): string {
  const { state, content, language, t } = turn
  const names = state.shown.slice(0, 3).flatMap((id) => findableOf(content, id)?.thing.name[contentLanguage(language)] ?? [])
  return [
    ...(state.question ? [t('desk.summary.asked', { question: state.question })] : []),
    ...(names.length > 0 ? [t('desk.summary.shown', { names: names.join(', ') })] : []),
    ...(state.pilot?.plan ? [t('desk.summary.plan')] : []),
  ].join('\n')
}
