import { FRONT_DOOR, type Content } from '../domain/content/content.js'
import type { Commit, ConversationKey, Inbound as StoredInbound, Loaded } from '../domain/conversations/conversation.js'
import type { StoredActivity } from '../domain/conversations/message.js'
import { freshState, type State } from '../domain/conversations/state.js'
import type { DeskChange } from '../domain/desk/ports.js'
import { ruleAt } from '../domain/disposal/disposal-rule.js'
import type { Label, Outcome, Result } from '../domain/outcome.js'
import type { PersonalData } from '../domain/people/personal-data.js'
import { directionOf } from '../i18n/words.js'
import { activitiesOf } from './activities.js'
import { alarm } from './alarm.js'
import { becomeUrgent } from './become-urgent.js'
import type { BroughtDesk } from './brought-desk.js'
import type { BroughtPlan } from './brought-plan.js'
import { answerBesides, crisisAnswer, inParts, toldIn, uncountedIn, unstoredAnswer, type Told } from './crisis-turn.js'
import { uncountedCrises } from './crisis-uncounted.js'
import { inTurn } from './in-turn.js'
import { closest, newTurn } from './new-turn.js'
import { stateIn, type Begun } from './recall.js'
import type { Answering, Needs } from './receiving.js'
import { run } from './run.js'
import type { Inbound, Turn } from './turn.js'
import { withoutPersonalData, type Tidied } from './without-personal-data.js'

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
  const tidied = withoutPersonalData(original, ruleAt(needs.answering().content.disposalRules.values(), original.at))
  const { inbound } = tidied
  let brought: Promise<BroughtPlan | undefined> | undefined
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const loaded = await needs.conversations.load(inbound.key, inbound.id)
    if (loaded.duplicate) return repeated(loaded.duplicate)
    if (loaded.conversation?.ended) return { kind: 'ended' }
    // Looked up once, since each time counts as a try; and never for whoever is in danger.
    brought ??= Promise.resolve(told ? undefined : needs.bringPlan?.(inbound))
    const state = stateIn(loaded)
    const desk = await deskFor(needs, inbound, state, told)
    const began = { conversation: loaded.conversation, state, brought: await brought, desk }
    const { commit, outgoing, deskChange } = answer(needs, tidied, began, told)
    // The channel has been told that it failed and may send again: storing now would answer twice.
    if (given.isUp) throw new Error('The turn was given up')
    if ((await store(needs, commit, deskChange)) !== 'conflict') {
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

/** The desk as it is now, anew each time the turn runs. Whoever is in danger is answered without it if need be. */
async function deskFor({ desk, log }: Needs, inbound: Inbound, state: State, told: Told | undefined) {
  const bringing = desk?.bring({ inbound, state, isCrisis: told !== undefined })
  if (!told) return bringing
  return bringing?.catch((error: unknown) => {
    log.error({ error }, 'the desk cannot be read beside a crisis')
    return undefined
  })
}

/** A turn that changes a hand-off is stored with the change, or neither is. */
async function store(needs: Needs, commit: Commit, change: DeskChange | undefined): Promise<'conflict' | { seq: number }> {
  if (!change || !needs.desk) return needs.conversations.commit(commit)
  needs.conversations.overlook?.(commit.key)
  return needs.desk.commitTurn(commit, change)
}

const repeated = ({ turn, outgoing, inboundId }: NonNullable<Loaded['duplicate']>): Received => ({
  kind: 'answered',
  turn,
  inboundId: inboundId ?? turn,
  outgoing,
  repeated: true,
})

type Beginning = Pick<Begun, 'conversation'> & { state: State; brought?: BroughtPlan; desk?: BroughtDesk }

function answer(
  needs: Needs,
  { inbound, masked, maskedBy }: Tidied,
  { conversation, state, brought, desk }: Beginning,
  told: Told | undefined,
): { commit: Commit; outgoing: StoredActivity[]; deskChange?: DeskChange } {
  const answering = needs.answering()
  const began = needs.now()
  const begins = told ? { ...freshState(state.language), ...(state.desk ? { desk: state.desk } : {}) } : state
  const turn = newTurn(needs, inbound, begins, answering.content, { id: told?.turn, brought, desk })
  if (told) {
    answerBesides(needs, answering, inbound, turn, told)
    becomeUrgent(turn, inbound.key)
  }
  if (!told) answerOrdinarily(needs, answering, turn, masked)
  const { shown, outgoing: ordinary } = activitiesOf({ inbound, turn, newId: needs.newId })
  const outgoing = told ? inParts([crisisAnswer(needs, inbound, told, turn.language, shown), ...ordinary]) : ordinary
  // Kept with the person's own line; with the answer when there is none to show.
  if (maskedBy && !shown && outgoing[0])
    outgoing[0] = { ...outgoing[0], channelData: { ...outgoing[0].channelData, masked: maskedBy } }
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
    ...(told ? { hides: true } : {}),
    inbound: storedInbound(inbound.id, shown),
    turn: {
      id: turn.id,
      at: inbound.at,
      language: turn.language,
      outcome: told ? 'crisis' : turn.isPassedOn ? 'agent' : (turn.answers.at(-1)?.outcome ?? 'nonsense'),
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
  return { commit, outgoing, ...(turn.deskChange ? { deskChange: turn.deskChange } : {}) }
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
