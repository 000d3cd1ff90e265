import type { Commit, ConversationKey, Inbound as StoredInbound, Loaded } from '../domain/conversations/conversation.js'
import type { StoredActivity } from '../domain/conversations/message.js'
import { freshState, remembered } from '../domain/conversations/state.js'
import { FRONT_DOOR, type Content } from '../domain/content/content.js'
import type { Label, Outcome, Result } from '../domain/outcome.js'
import { directionOf } from '../i18n/words.js'
import type { Translate } from '../i18n/translate.js'
import type { Log } from '../telemetry/log.js'
import { visibleText } from '../understanding/normalise.js'
import { maskDeep, type PersonalData } from '../understanding/personal-data.js'
import { activitiesOf } from './activities.js'
import { alarm } from './alarm.js'
import type { BringPlan, BroughtPlan } from './brought-plan.js'
import type { CrisisHelp } from './crisis-help.js'
import { answerBesides, crisisAnswer, inParts, toldIn, uncountedIn, unstoredAnswer, type Told } from './crisis-turn.js'
import { uncountedCrises } from './crisis-uncounted.js'
import { inTurn } from './in-turn.js'
import { closest, newTurn } from './new-turn.js'
import type { Begun, Conversations } from './recall.js'
import { run, type Middleware } from './run.js'
import type { AnySkill } from './skill.js'
import type { Inbound, Turn } from './turn.js'

/** What came of an inbound activity. */
export type Received =
  /** Stored. `inboundId` is the id of the person's own line; `repeated` when it had been taken before. */
  | { kind: 'answered'; turn: string; inboundId: string; outgoing: readonly StoredActivity[]; repeated: boolean }
  /** The conversation has ended: nothing was stored. */
  | { kind: 'ended' }
  /** Nothing was stored; `outgoing` is an apology or the answer to a crisis, to be shown now, and the same activity may be sent again. */
  | { kind: 'failed'; outgoing: readonly StoredActivity[] }

/** The one way in for all channels: looks for a crisis, masks, runs the turn, stores, and gives back what to send. Never throws. */
export type Receive = (inbound: Inbound) => Promise<Received>

/** What answers with a snapshot of the content: both are swapped together, so one turn sees one of each. */
export type Answering = {
  content: Content
  /** Version of the search index. */
  index: string
  skills: readonly AnySkill[]
  detectLanguage: (text: string, prior: string) => string
}

export type Needs = {
  conversations: Conversations
  answering: () => Answering
  crisis: CrisisHelp
  /** Looks up the plan behind a code; undefined where no plans are kept. */
  bringPlan?: BringPlan
  /** Codes of plans are stored as this. */
  hashOfCode?: (code: string) => string
  always: (masked: readonly PersonalData[], answering: Answering) => readonly Middleware[]
  translate: (language: string) => Translate
  /** BCP 47, the first is used when nothing better is known. */
  languages: readonly string[]
  /** Milliseconds until a turn is given up and explained; a channel sends again after 15 seconds. */
  turnTimeout: number
  newId: () => string
  now: () => Date
  log: Log
}

// Two turns of one conversation meet only across instances, so few tries are enough.
const TRIES = 5
// Whoever is in danger is answered after this, whatever the database does.
const CRISIS_PATIENCE = 2_000

/** One inbound activity on its way. `isUp`: the channel has been told that it failed. */
type Taking = { original: Inbound; told?: Told; given: { isUp: boolean } }

export function receiver(needs: Needs): Receive {
  const oneAtATime = inTurn()
  const uncounted = uncountedCrises(needs)

  const stored = async (taking: Taking): Promise<Received> => {
    const received = await take(needs, taking)
    if (received.kind === 'answered' && !received.repeated) uncounted.canStore()
    return received
  }
  return async (original) => {
    const told = toldIn(needs, original)
    const given = { isUp: false }
    const { conversation, channel } = original.key
    const late = alarm(told ? Math.min(CRISIS_PATIENCE, needs.turnTimeout) : needs.turnTimeout)
    const unstored = (): Received => {
      const answer = told && unstoredAnswer(needs, original, told)
      return { kind: 'failed', outgoing: answer ? [answer] : [apology(needs, original)] }
    }
    const count = (): void => void (told && uncounted.keep(uncountedIn(needs, original, told)))
    try {
      const work = oneAtATime(nameOf(original.key), () => stored({ original, told, given }))
      const taken = await Promise.race([work, late.rings])
      if (taken !== 'late') return taken
      needs.log.error({ conversation, channel }, 'turn given up: too slow')
      // The same answer to a crisis twice does no harm, so it may still be stored.
      if (told) void work.catch(count)
      else given.isUp = true
    } catch (error) {
      needs.log.error({ error, conversation, channel }, 'turn failed')
      count()
    } finally {
      late.off()
    }
    return unstored()
  }
}

const nameOf = ({ channel, conversation }: ConversationKey): string => `${channel}|${conversation}`

async function take(needs: Needs, { original, told, given }: Taking): Promise<Received> {
  const { inbound, masked } = withoutPersonalData(original)
  let brought: Promise<BroughtPlan | undefined> | undefined
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const loaded = await needs.conversations.load(inbound.key, inbound.id)
    if (loaded.duplicate) return repeated(loaded.duplicate)
    if (loaded.conversation?.ended) return { kind: 'ended' }
    // Looked up once, since each time counts as a try; and never for whoever is in danger.
    brought ??= Promise.resolve(told ? undefined : needs.bringPlan?.(inbound))
    const { commit, outgoing } = answer(needs, inbound, { ...loaded, brought: await brought }, masked, told)
    // The channel has been told that it failed and may send again: storing now would answer twice.
    if (given.isUp) throw new Error('The turn was given up')
    if ((await needs.conversations.commit(commit)) !== 'conflict') {
      needs.log.info(
        { turn: commit.turn.id, outcome: commit.turn.outcome, ms: commit.turn.milliseconds, channel: inbound.key.channel },
        'turn',
      )
      return {
        kind: 'answered',
        turn: commit.turn.id,
        inboundId: commit.inbound.activity?.id ?? commit.turn.id,
        outgoing,
        repeated: false,
      }
    }
  }
  throw new Error(`The conversation changed under ${TRIES} attempts`)
}

const repeated = ({ turn, outgoing, inboundId }: NonNullable<Loaded['duplicate']>): Received => ({
  kind: 'answered',
  turn,
  inboundId: inboundId ?? turn,
  outgoing,
  repeated: true,
})

/** Everything after this sees the masked text only. */
function withoutPersonalData(original: Inbound): { inbound: Inbound; masked: readonly PersonalData[] } {
  const found = new Set<PersonalData>()
  const tidy = (text: string): string => maskDeep(visibleText(text), found).value as string
  const named = <T extends { name?: string }>(file: T): T => (file.name === undefined ? file : { ...file, name: tidy(file.name) })
  const said = original.said
  const inbound: Inbound = {
    ...original,
    ...(original.attachments === undefined ? {} : { attachments: original.attachments.map(named) }),
    said:
      said.kind === 'text'
        ? { ...said, text: tidy(said.text) }
        : said.kind === 'files'
          ? { ...said, text: tidy(said.text), files: said.files.map(named) }
          : said.kind === 'press'
            ? { ...said, press: { ...(maskDeep(said.press, found).value as typeof said.press), verb: said.press.verb } }
            : said,
    ...(original.line === undefined ? {} : { line: tidy(original.line) }),
  }
  return { inbound, masked: [...found] }
}

function answer(
  needs: Needs,
  inbound: Inbound,
  { conversation, brought }: Begun & { brought?: BroughtPlan },
  masked: readonly PersonalData[],
  told: Told | undefined,
): { commit: Commit; outgoing: StoredActivity[] } {
  const answering = needs.answering()
  const began = needs.now()
  const state = remembered(conversation?.state)
  const turn = newTurn(needs, inbound, told ? freshState(state.language) : state, answering.content, { id: told?.turn, brought })
  if (told) answerBesides(needs, answering, inbound, turn, told)
  else answerOrdinarily(needs, answering, turn, masked)
  const { shown, outgoing: ordinary } = activitiesOf({ inbound, turn, newId: needs.newId })
  const outgoing = told ? inParts([crisisAnswer(needs, inbound, told, turn.language, shown), ...ordinary]) : ordinary
  const labels = outgoing.flatMap(({ channelData }) => (channelData?.['lotsen'] as Label) ?? [])
  const seq = (conversation?.seq ?? 0) + outgoing.length + (shown ? 1 : 0)
  const hiddenUpTo = told ? seq : state.hiddenUpTo
  const commit: Commit = {
    key: inbound.key,
    expects: conversation?.version ?? 0,
    kind: inbound.kind,
    visitor: inbound.visitor,
    returnAddress: inbound.returnAddress,
    // Whatever a skill does with the state, what was hidden stays so.
    state: { ...turn.state, ...(hiddenUpTo === undefined ? {} : { hiddenUpTo }) },
    inbound: storedInbound(inbound.id, shown),
    turn: {
      id: turn.id,
      at: inbound.at,
      language: turn.language,
      outcome: told ? 'crisis' : (turn.answers.at(-1)?.outcome ?? 'nonsense'),
      results: labels.flatMap(({ results }) => results ?? []),
      labels,
      content: answering.content.version,
      index: answering.index,
      milliseconds: needs.now().getTime() - began.getTime(),
    },
    outgoing,
    delivered: inbound.inResponse,
    ...(turn.keptPlan && needs.hashOfCode ? { plan: { ...turn.keptPlan, code: needs.hashOfCode(turn.keptPlan.code) } } : {}),
  }
  return { commit, outgoing }
}

function answerOrdinarily(needs: Needs, answering: Answering, turn: Turn, masked: readonly PersonalData[]): void {
  try {
    run(turn, needs.always(masked, answering), answering.skills)
  } catch (error) {
    needs.log.error({ error, turn: turn.id }, 'skill failed')
    turn.reply({ outcome: 'error', text: turn.t('errors.unexpected') })
  }
}

const storedInbound = (key: string, activity: StoredActivity | undefined): StoredInbound =>
  activity ? { key, activity } : { key }

/** Said when nothing could be stored. It is not stored itself, and says that the question may be sent again. */
function apology(needs: Needs, inbound: Inbound): StoredActivity {
  const language = closest(inbound.locale, needs.languages)
  const id = needs.newId()
  const outcome: Outcome = 'error'
  const results: Result[] = []
  return {
    id,
    type: 'message',
    timestamp: needs.now().toISOString(),
    from: { id: 'lotsen', role: 'bot' },
    text: needs.translate(language)('errors.not-stored', { phone: frontDoorPhone(needs.answering().content) }),
    locale: language,
    channelData: { lotsen: { outcome, language, turn: id, results }, direction: directionOf(language) },
  }
}

const frontDoorPhone = ({ contact }: Content): string => contact.get(FRONT_DOOR)?.phones[0] ?? ''
