import type { ConversationKey } from '../../domain/conversations/conversation.js'
import { hasEnded } from '../../domain/desk/hand-off.js'
import type { HandOffRow, SecureAsk } from '../../domain/desk/ports.js'
import { contentLanguage } from '../../domain/language.js'
import { readPersonalNumber, type WhyWrong } from '../../domain/people/personal-number.js'
import type { ContactPoint } from '../../domain/services/contact-point.js'
import { lineOf } from '../../turn/activities.js'
import { askIn } from './link.js'
import { minutesAfter, type SecureMinutes, type SecureNeeds } from './needs.js'

/** Why there is no form: each has words, `secure.<reason>`. `foreign`: the address is of another conversation, or the browser does not say whose it is. */
export const WHY_NO_FORM = ['foreign', 'answered', 'declined', 'late', 'over', 'protected'] as const
export type WhyNoForm = (typeof WHY_NO_FORM)[number]

export type Asked = {
  /** Who asks: first name and team. Without a name nobody is known to ask any more. */
  name: string
  team: string
  /** The queue's name in the citizen's language. */
  queue: string
  minutes: SecureMinutes
}
/** `reach`: who is called and written to instead. */
export type Looked =
  { is: 'open'; asked: Asked; reach: readonly ContactPoint[] } | { is: WhyNoForm; reach: readonly ContactPoint[] }
/** `line` is the id of the line that tells of it in the chat. */
export type Settled = { is: 'kept' | 'declining'; line: string }
/** What there is to show: the form, the form with what is wrong, or why there is none. */
export type Shown = Looked | { is: 'wrong'; why: WhyWrong; asked: Asked; reach: readonly ContactPoint[] }

/** The form, as a page needs it. `conversation` is the one of the visitor who asks; undefined for a visitor who has none. */
export type SecureForm = {
  look(word: string, conversation: ConversationKey | undefined): Promise<Looked>
  /** Keeps what was typed, or says what is wrong with it. */
  answer(word: string, conversation: ConversationKey | undefined, typed: string): Promise<Shown | Settled>
  decline(word: string, conversation: ConversationKey | undefined): Promise<Looked | Settled>
}

export const secureForm = (needs: SecureNeeds): SecureForm => ({
  async look(word, conversation) {
    return (await open(needs, word, conversation)).looked
  },
  async answer(word, conversation, typed) {
    const { looked, found } = await open(needs, word, conversation)
    if (!found || looked.is !== 'open') return looked
    const read = readPersonalNumber(typed, needs.now())
    if (read.kind === 'wrong') return { ...looked, is: 'wrong', why: read.why }
    return settle(needs, found, read.number)
  },
  async decline(word, conversation) {
    const { looked, found } = await open(needs, word, conversation)
    return found && looked.is === 'open' ? settle(needs, found, undefined) : looked
  },
})

type Found = { ask: SecureAsk; row: HandOffRow }

async function open(
  needs: SecureNeeds,
  word: string,
  conversation: ConversationKey | undefined,
): Promise<{ looked: Looked; found?: Found }> {
  const id = conversation && askIn(needs.tokenKey, word, conversation)
  if (id === undefined) return { looked: { is: 'foreign', reach: [] } }
  const ask = await needs.store.secureAsk(id)
  const row = ask && (await needs.store.find(ask.handOff))
  // What was asked again later has taken its place, and what is a day old is forgotten.
  if (!ask || !row) return { looked: { is: 'late', reach: [] } }
  return { looked: await lookedAt(needs, { ask, row }), found: { ask, row } }
}

async function lookedAt(needs: SecureNeeds, { ask, row }: Found): Promise<Looked> {
  const { handOff } = row
  const content = needs.content()
  const queue = content.queues.get(handOff.place.queue)
  const reach = [queue?.phone, queue?.letter].flatMap((point) => content.contact.get(point ?? '') ?? [])
  if (handOff.isProtected) return { is: 'protected', reach }
  if (ask.state !== 'asked') return { is: ask.state === 'declined' ? 'declined' : 'answered', reach }
  if (hasEnded(handOff.situation)) return { is: 'over', reach }
  if (ask.until <= needs.now()) return { is: 'late', reach }
  const [member] = await needs.store.members([ask.by])
  const name = queue?.name[contentLanguage(handOff.place.language)] ?? ''
  const asked = { name: member?.name ?? '', team: member?.team ?? '', queue: name, minutes: needs.minutes }
  return { is: 'open', asked, reach }
}

/** Kept, or that nothing will be; and said in the chat, so that both sides see it. What was typed is not said there. */
async function settle(needs: SecureNeeds, { ask, row }: Found, value: string | undefined): Promise<Looked | Settled> {
  const at = needs.now()
  const isTaken = await needs.store.answerSecurely(ask.id, value, { at, until: minutesAfter(at, needs.minutes.kept) })
  const { looked } = isTaken ? { looked: undefined } : { looked: await again(needs, ask, row) }
  if (looked) return looked
  const action = value === undefined ? 'identity.declined' : 'identity.answered'
  await needs.store.log({ at, by: 'citizen', action, subject: ask.handOff, detail: { ask: ask.id } })
  const line = await sayInChat(needs, ask, row, value === undefined ? 'secure.said-no' : 'secure.said-yes')
  return { is: value === undefined ? 'declining' : 'kept', line }
}

/** Somebody was first: it stands as it stands now. */
async function again(needs: SecureNeeds, ask: SecureAsk, row: HandOffRow): Promise<Looked> {
  const now = (await needs.store.secureAsk(ask.id)) ?? { ...ask, until: ask.at }
  return lookedAt(needs, { ask: now, row })
}

async function sayInChat(
  needs: SecureNeeds,
  ask: SecureAsk,
  { key, handOff: { place } }: HandOffRow,
  word: string,
): Promise<string> {
  const text = needs.translate(place.language)(word, needs.minutes)
  const id = `secure-${ask.id}`
  const activity = lineOf({ outcome: 'agent', text }, { id, at: needs.now(), turn: needs.newId(), language: place.language })
  await needs.lines.append(key, [{ activity }], needs.now())
  return id
}
