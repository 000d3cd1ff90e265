import type { Inbound } from '../../turn/turn.js'
import { secondsToWait } from '../rate-limit.js'
import { soon } from '../soon.js'
import { baseOf } from './addresses.js'
import { tellDeskOfTyping } from './desk-signs.js'
import { envelope } from './envelope.js'
import { endedConversation, noConversation, problem, throttled, type HttpAnswer } from '../http-answer.js'
import { keyOf, type Asked, type Routing } from './needs.js'
import { readJson } from '../read-body.js'
import { meaningOf, SentActivity, type Meaning } from './sent-activity.js'
import { isRefused, mayUse, whoAsks, type Asker } from './who-asks.js'

/** Bytes of one activity: the protocol's own limit. */
export const ACTIVITY_BYTES = 256 * 1024

/** POST /v3/directline/conversations/:id/activities: 200 with the id when the bot has taken it. */
export async function postActivity(routing: Routing, asked: Asked): Promise<HttpAnswer> {
  const allowed = await allowedToSay(routing, asked)
  if (isRefused(allowed)) return allowed
  const body = await readJson(asked.request, ACTIVITY_BYTES)
  if (body === 'too-large') return tooLarge(`An activity may be ${ACTIVITY_BYTES} bytes.`)
  const activity = body === 'broken' ? undefined : SentActivity.safeParse(body.json).data
  if (!activity) return problem(400, 'BadArgument', 'The body is not an activity in JSON.')
  const user = userOf(allowed, activity)
  if (user === undefined) return problem(400, 'MissingProperty', 'The activity needs a from.id.')
  const meaning = meaningOf(activity, routing.config.limits.messageLength)
  if (meaning.kind === 'typing') {
    await tellDeskOfTyping(routing, asked.params['conversation'] ?? '')
    return { status: 200, body: { id: routing.newId() } }
  }
  if (meaning.kind !== 'said') return mistake(meaning, routing.config.limits.messageLength)
  return say(routing, asked, inboundOf(routing, asked, allowed, { user, activity, meaning }))
}

/** Who may say something in this conversation now, or why nobody may. */
export async function allowedToSay(routing: Routing, { request, params }: Asked): Promise<Asker | HttpAnswer> {
  const conversation = params['conversation'] ?? ''
  const asker = await whoAsks(request, routing.tokens, routing.secret)
  if (isRefused(asker)) return asker
  const refused = mayUse(asker, conversation)
  if (refused) return refused
  const { rates, config, now, log } = routing
  const rate = { bucket: `messages:${conversation}`, limit: config.limits.messagesPerMinute, windowSeconds: 60 }
  const [wait, missing] = await Promise.all([secondsToWait(rates, rate, now(), log), isMissing(routing, conversation)])
  if (wait !== undefined) return throttled(wait)
  return missing ? noConversation() : asker
}

/** The user of the token, whoever the activity says that it is from; with the secret, the activity's own. */
export const userOf = (asker: Asker, activity: SentActivity): string | undefined =>
  asker.by === 'token' ? asker.claims.user : activity.from?.id

export const tooLarge = (message: string): HttpAnswer => problem(413, 'MessageSizeTooBig', message)

export function inboundOf(
  { now, newId }: Pick<Routing, 'now' | 'newId'>,
  { params }: Asked,
  asker: Asker,
  { user, activity, meaning }: { user: string; activity: SentActivity; meaning: Extract<Meaning, { kind: 'said' }> },
): Inbound {
  const visitor = asker.by === 'token' ? asker.claims.visitor : undefined
  const own = activity.channelData?.clientActivityID
  return {
    key: keyOf(params['conversation'] ?? ''),
    kind: 'personal',
    id: own ?? newId(),
    at: now(),
    who: { citizen: visitor ?? user },
    said: meaning.said,
    line: meaning.line,
    locale: activity.locale ?? undefined,
    from: { id: user },
    channelData: own === undefined ? undefined : { clientActivityID: own },
    visitor,
    inResponse: false,
  }
}

/** Shows a sign of life, lets the bot take it, and mirrors what came of that. */
export async function say(routing: Routing, { request }: Asked, inbound: Inbound): Promise<HttpAnswer> {
  const conversation = inbound.key.conversation
  if (inbound.said.kind !== 'event') routing.streams.showTyping(conversation)
  const received = await routing.receive(inbound)
  // Nothing comes after it when an agent hears, so nobody is to be kept waiting for an answer of the bot.
  const quiet = received.kind === 'answered' && received.outgoing.length === 0 ? { quiet: true } : {}
  if (received.kind === 'answered') return { status: 200, body: { id: received.inboundId, ...quiet } }
  if (received.kind === 'ended') return endedConversation()
  // Nothing is stored, so what there is to say (an apology, or where to get help) is sent now or never.
  routing.streams.showUnstored(conversation, received.outgoing)
  const base = baseOf(request, routing.config)
  const activities = received.outgoing.map((activity) => envelope(activity, conversation, base))
  const failed = problem(502, 'BotError', 'The bot could not take the activity. It may be sent again.')
  return { ...failed, body: { ...(failed.body as object), activities } }
}

function mistake(meaning: Exclude<Meaning, { kind: 'said' | 'typing' }>, maxLength: number): HttpAnswer {
  if (meaning.kind === 'too-long') return tooLarge(`A message may be ${maxLength} characters.`)
  if (meaning.kind === 'empty') return problem(400, 'BadArgument', 'The activity says nothing. Files are sent to upload.')
  return problem(400, 'BadArgument', 'Activities of this type cannot be sent.')
}

const PATIENCE = 1_500

// With the database gone the bot still has to see the message: it may be a cry for help.
const isMissing = async ({ conversations, log }: Routing, conversation: string): Promise<boolean> => {
  try {
    return (await soon(conversations.find(keyOf(conversation)), PATIENCE)) === undefined
  } catch (error) {
    log.warn({ error, conversation }, 'conversation cannot be looked up')
    return false
  }
}
