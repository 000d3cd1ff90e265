import type { StoredActivity } from '../domain/conversations/message.js'
import { contentLanguage } from '../domain/language.js'
import type { Label } from '../domain/outcome.js'
import type { Crisis } from '../understanding/crisis.js'
import type { Uncounted } from './crisis-uncounted.js'
import { closest, newTurn } from './new-turn.js'
import type { Answering, Needs } from './receiving.js'
import { run } from './run.js'
import { textOf } from './text-of.js'
import type { Answer, Inbound, Turn } from './turn.js'

/** A crisis that an inbound activity tells of. Its ids are the same whether its answer can be stored or not. */
export type Told = Crisis & { turn: string; answer: string }

/** Looks at what was really written, before anything else is done with it. A check that breaks must not keep the other answers away. */
export function toldIn({ crisis, newId, log }: Needs, { said, line }: Inbound): Told | undefined {
  try {
    // What staff asked for in words is an event by now, with the words beside it.
    const found = crisis.find(said.kind === 'event' && line ? { kind: 'text', text: line } : said)
    return found && { ...found, turn: newId(), answer: newId() }
  } catch (error) {
    log.error({ error }, 'the check for a crisis failed')
    return undefined
  }
}

/** The answer to a crisis as it is sent, in the interface's `language` (BCP 47). `shown` is the person's own line, when it is stored. */
export const crisisAnswer = (
  { crisis }: Needs,
  { at, key }: Inbound,
  told: Told,
  language: string,
  shown?: StoredActivity,
): StoredActivity => ({
  ...crisis.answer(told, { id: told.answer, turn: told.turn, at, channel: key.channel, language }),
  ...(shown ? { replyToId: shown.id } : {}),
})

/** The answer to a crisis when nothing is known of the conversation. */
export const unstoredAnswer = (needs: Needs, inbound: Inbound, told: Told): StoredActivity =>
  crisisAnswer(needs, inbound, told, languageFor(told, closest(inbound.locale, needs.languages), needs.languages))

// As with every other question: whoever has not chosen a language is answered in the one they write, where we have it.
const languageFor = ({ language }: Told, wished: string, ours: readonly string[]): string =>
  wished === contentLanguage(wished) && ours.includes(language) ? language : wished

/**
 * Answers what a message asks for besides telling of a crisis ("he hits me, how do I get a protected address"), if that is
 * clear; otherwise nothing. No question back, no buttons, and nothing that goes wrong here is told.
 */
export function answerBesides(needs: Needs, { content, skills }: Answering, inbound: Inbound, turn: Turn, told: Told): void {
  if (!turn.state.language) turn.speak(languageFor(told, turn.language, needs.languages))
  try {
    const text = needs.crisis.besides(textOf(turn) ?? '')
    if (text === undefined) return
    const other = newTurn(needs, { ...inbound, said: { kind: 'text', text } }, { ...turn.state }, content)
    other.speak(turn.language)
    run(other, [], skills)
    const [clear, ...more] = other.answers.filter(isClear)
    if (!clear || more.length > 0) return
    turn.remember(other.state)
    turn.reply({ ...clear, suggestions: [] })
  } catch (error) {
    needs.log.error({ error, turn: turn.id }, 'skill failed beside a crisis')
  }
}

// A wrong answer is worse here than anywhere: "what shall I do" is no question for a service.
const SURE = 0.8

const isClear = ({ outcome, cards, results }: Answer): boolean =>
  outcome === 'answer' && cards?.length === 1 && (results?.[0]?.score ?? 0) >= SURE

/** Numbers the messages of a turn, when there are several. */
export const inParts = (activities: readonly StoredActivity[]): StoredActivity[] =>
  activities.length < 2
    ? [...activities]
    : activities.map((activity, at) => {
        const label: Label = { ...(activity.channelData?.['lotsen'] as Label), part: { n: at + 1, of: activities.length } }
        return { ...activity, channelData: { ...activity.channelData, lotsen: label } }
      })

/** What is to be counted of a crisis that was answered and not stored: when it was, and that it was answered. */
export function uncountedIn(needs: Needs, inbound: Inbound, told: Told): Uncounted {
  const { key, kind, id, at } = inbound
  const label = unstoredAnswer(needs, inbound, told).channelData?.['lotsen'] as Label
  return {
    key,
    kind,
    inbound: id,
    turn: {
      id: label.turn,
      at,
      language: label.language,
      outcome: label.outcome,
      results: label.results ?? [],
      labels: [label],
      // Neither the content nor the index has chosen this answer, and neither may be there.
      content: '',
      index: '',
      milliseconds: 0,
    },
  }
}
