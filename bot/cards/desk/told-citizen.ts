import type { Card, Suggestion } from '../../domain/conversations/message.js'
import type { Door } from '../../domain/desk/door.js'
import type { ToldCitizen } from '../../domain/desk/hand-off-events.js'
import type { Pledge } from '../../domain/desk/promises.js'
import type { Outcome } from '../../domain/outcome.js'
import { shownPhones } from '../../domain/services/contact-point.js'
import { phoneLink } from '../phone.js'
import { deskButtons } from './desk-buttons.js'
import { placeText } from './place-text.js'
import type { ToldFacts } from './told-facts.js'
import type { ToldWords } from './told-words.js'
import { whenText } from './when-text.js'

/** A line to a citizen, before it is one of a conversation: has the shape of a turn's answer. */
export type ToldLine = {
  outcome: Outcome
  text: string
  speak?: string
  cards?: readonly Card[]
  suggestions?: readonly Suggestion[]
}

type What = ToldCitizen['what']
type Of<Kind extends What> = ToldCitizen & { what: Kind }
type Tellers = { [Kind in What]: (told: Of<Kind>, facts: ToldFacts, words: ToldWords) => ToldLine }

/** What happened to a hand-off, in words to the citizen: the same from a turn, from staff and from the clock. */
export function toldCitizen(told: ToldCitizen, facts: ToldFacts, words: ToldWords): ToldLine {
  const tell = TELLERS[told.what] as (told: ToldCitizen, facts: ToldFacts, words: ToldWords) => ToldLine
  return tell(told, facts, words)
}

const TELLERS: Tellers = {
  waiting: (_, facts, words) => waits('desk.waiting', facts, words),
  'waiting-again': (_, facts, words) => waits('desk.waiting-again', facts, words),
  'long-wait': (_, facts, words) => waits('desk.long-wait', facts, words),
  unattended: ({ door, promise }, facts, words) => ({
    outcome: 'desk-closed',
    text: `${shutText(door, facts, words)} ${words.t('desk.shut.ways', { due: dueText(promise, facts, words) })}`,
    suggestions: deskButtons(facts, words, ['call-back', 'e-mail', 'protected', 'back']),
  }),
  'phone-and-letter': (_, { reach }, { t }) => ({
    outcome: 'contact',
    text: [
      t('desk.protected.text'),
      ...reach.flatMap((point) => shownPhones(point).map((phone) => t('desk.protected.phone', { phone: phoneLink(phone) }))),
      ...reach.flatMap(({ post }) => (post ? [t('desk.protected.letter', { address: post })] : [])),
      t('desk.protected.no-letter-secrets'),
    ].join('\n\n'),
  }),
  'agent-came': (_, facts, words) => ({
    outcome: 'agent',
    text: words.t('desk.agent-came', nameAndTeam(facts)),
    suggestions: deskButtons(facts, words, ['back']),
  }),
  transferring: ({ reason }, facts, words) => ({
    outcome: 'agent',
    text: words.t('desk.transferring', { to: facts.to ?? facts.queue, reason: words.t(`desk.transfer.${reason}`) }),
    suggestions: deskButtons(facts, words, ['back']),
  }),
  transferred: (_, facts, { t }) => ({ outcome: 'agent', text: t('desk.transferred', { to: facts.to ?? facts.queue }) }),
  'transfer-off': (_, facts, words) => ({
    outcome: 'agent',
    text: words.t('desk.transfer-off'),
    suggestions: deskButtons(facts, words, ['back']),
  }),
  moved: (_, { queue }, { t }) => ({ outcome: 'waiting', text: t('desk.moved', { queue }) }),
  promised: ({ promise }, facts, words) => ({
    outcome: 'handed-off',
    text: [
      words.t(`desk.promised.${promise.kind}`, { due: dueText(promise, facts, words), queue: facts.queue }),
      words.t('desk.promised.meanwhile'),
    ].join(' '),
    suggestions: deskButtons(facts, words, ['withdraw']),
  }),
  'not-reached': ({ next }, facts, words) => ({
    outcome: 'handed-off',
    text: next ? words.t('desk.not-reached.next', { due: whenText(next, facts.at, words) }) : words.t('desk.not-reached.last'),
    suggestions: next ? deskButtons(facts, words, ['withdraw']) : [],
  }),
  withdrawn: (_, __, { t }) => ({ outcome: 'handed-off', text: t('desk.withdrawn') }),
  'back-with-bot': (_, __, { t }) => ({ outcome: 'handed-off', text: t('desk.back-with-bot') }),
  ended: (_, __, { t }) => ({ outcome: 'handed-off', text: t('desk.ended') }),
  rate: (_, facts, words) => ({
    outcome: 'feedback',
    text: words.t('desk.rate.question'),
    suggestions: deskButtons(facts, words, ['rate-yes', 'rate-no', 'rate-skip']),
  }),
}

function waits(key: 'desk.waiting' | 'desk.waiting-again' | 'desk.long-wait', facts: ToldFacts, words: ToldWords): ToldLine {
  const { wait, queue, handOff } = facts
  const place = wait ? placeText(wait, words.t) : words.t('desk.wait-soon')
  const ways = handOff.isProtected ? [] : (['call-back', 'e-mail'] as const)
  return {
    outcome: 'waiting',
    text: `${words.t(key, { queue })} ${place} ${words.t('desk.meanwhile')}`,
    suggestions: deskButtons(facts, words, [...ways, 'protected', 'back']),
  }
}

const nameAndTeam = ({ agent, queue }: ToldFacts) => ({ name: agent?.name ?? queue, team: agent?.team ?? queue })

const dueText = ({ dueAt }: Pledge, { at }: ToldFacts, words: ToldWords): string => whenText(dueAt, at, words)

/** Why nobody can be waited for, and when it opens again. */
export const shutText = (door: Door, facts: Pick<ToldFacts, 'queue' | 'at' | 'areHoursUnsure'>, words: ToldWords): string =>
  [whyShut(door, facts, words), opensText(door, facts, words)].filter(Boolean).join(' ')

function whyShut(door: Door, { queue }: Pick<ToldFacts, 'queue'>, { t }: ToldWords): string {
  // It has opened, or somebody has come, between the question and the answer.
  if (door.is === 'open') return t('desk.shut.nobody-there', { queue })
  if (door.why === 'named-day' && door.namedDay) return t('desk.shut.named-day', { queue, day: t(`desk.day.${door.namedDay}`) })
  if (door.why === 'closed-by-lead' && door.lead) return t('desk.shut.closed-by-lead', { queue, reason: door.lead.reason })
  return t(`desk.shut.${door.why}`, { queue })
}

function opensText(door: Door, { at, areHoursUnsure }: Pick<ToldFacts, 'at' | 'areHoursUnsure'>, words: ToldWords): string {
  if (door.is === 'open') return ''
  // Somebody is expected back within the hours that are: when it opens tomorrow says nothing of that.
  if (door.why === 'nobody-there') return words.t('desk.shut.back-soon')
  if (!door.opensNext) return words.t('desk.shut.opens-unknown')
  // What a lead has decided is sure, whatever is known of the usual hours.
  const key = areHoursUnsure && door.why !== 'closed-by-lead' ? 'desk.shut.opens-unsure' : 'desk.shut.opens'
  return words.t(key, { when: whenText(door.opensNext, at, words) })
}
