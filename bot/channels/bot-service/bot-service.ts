import type { Activity, TurnContext } from 'botbuilder'
import type { Request, Response, Server } from 'restify'
import type { Config } from '../../config/config.js'
import type { Card } from '../../domain/conversations/message.js'
import type { Send } from '../../domain/conversations/sending.js'
import type { Log } from '../../telemetry/log.js'
import type { AnswerInvoke } from '../../turn/invokes.js'
import type { Receive } from '../../turn/receive.js'
import type { Door } from '../door.js'
import { write, type HttpAnswer } from '../http-answer.js'
import { activityToInbound, type Meaning } from './activity-to-inbound.js'
import { Adapter } from './adapter.js'
import { answer, respond } from './answer.js'
import { answerInvoke } from './answer-invoke.js'
import { refreshed, refreshIn } from './refresh.js'
import type { Credentials } from './authentication.js'
import type { BotActivity } from './bot-activity.js'
import { isLoopbackUrl, refusedByOpenDoor } from './open-door.js'
import { readActivity } from './read-activity.js'
import { problem } from './problem.js'
import { sender } from './sender.js'

export type BotServiceNeeds = {
  config: Pick<Config, 'botService'>
  password?: string
  receive: Receive
  now: () => Date
  newId: () => string
  log: Log
  /**
   * The card of a waiting chat as it is now: Teams asks when somebody looks at one in a channel. It is no turn, and nothing is stored of it.
   * Undefined when there is none in that conversation.
   */
  cardNow?: (asked: { handOff: string; conversation: string }) => Promise<Card | undefined>
  /** Dialogs and message extensions; undefined where there are none. */
  invoke?: AnswerInvoke
  /** For tests: how to prove who we are, instead of by Microsoft's sign-in. */
  credentials?: Credentials
}

/** Teams and everything else behind Azure Bot Service. `send` is what the outbox sends with. */
export function botService(needs: BotServiceNeeds): Door & { send: Send } {
  const { botService: configured } = needs.config
  const adapter = new Adapter({ botService: configured, password: needs.password, credentials: needs.credentials })
  return {
    mount(server: Server) {
      server.post('/api/messages', async (request: Request, response: Response) =>
        write(response, await answerTo(needs, adapter, request)),
      )
    },
    send: sender({ adapter, appId: configured?.appId ?? '', log: needs.log }),
  }
}

async function answerTo(needs: BotServiceNeeds, adapter: Adapter, request: Request): Promise<HttpAnswer> {
  const isOpenDoor = needs.config.botService === undefined
  const authorization = isOpenDoor ? '' : (request.headers.authorization ?? '')
  if (!isOpenDoor && !authorization) return unauthorized()
  const refused = isOpenDoor ? refusedByOpenDoor(request) : undefined
  if (refused) return problem(403, refused, 'Without an app id only programs on this machine are answered.')

  const read = await readActivity(request)
  if ('problem' in read) return read.problem
  const { activity, raw } = read
  const wrong = isOpenDoor ? wrongInTheOpen(activity) : wrongBehindTheService(activity)
  if (wrong) return wrong

  // The schema has proved the fields that botbuilder reads.
  const whole = raw as unknown as Activity
  const believed = await adapter.believe(whole, authorization)
  if (believed === 'unauthorized') return unauthorized()
  if (believed === 'cannot-tell') {
    needs.log.error({ channel: activity.channelId }, 'the keys of the channel service cannot be fetched')
    return problem(503, 'ServiceUnavailable', 'The token cannot be checked now.')
  }
  const tenant = needs.config.botService?.tenant
  const meaning = activityToInbound(activity, { at: needs.now(), newId: needs.newId, tenant, isOpenDoor })
  if (meaning.kind === 'foreign-tenant') return problem(403, 'ForeignTenant', 'This bot does not serve that organisation.')
  return run({ needs, activity, meaning }, (logic) => adapter.run(believed, whole, logic))
}

type Turning = { needs: BotServiceNeeds; activity: BotActivity; meaning: Meaning }
type Run = (logic: (context: TurnContext) => Promise<void>) => ReturnType<Adapter['run']>

async function run({ needs, activity, meaning }: Turning, inContext: Run): Promise<HttpAnswer> {
  let isLost = false
  const result = await inContext(async (context) => {
    if (meaning.kind === 'invoke') return void (isLost = (await answerInvoke(needs, meaning.invoke, context)) === 'lost')
    if (meaning.kind !== 'inbound') return
    const asked = refreshIn(activity, meaning.inbound)
    if (asked && needs.cardNow) return void (await respond(context, await refreshed(needs.cardNow, needs.log, asked)))
    isLost = (await answer(needs, { context, activity, inbound: meaning.inbound })) === 'lost'
  })
  if (isLost) return problem(503, 'ServiceUnavailable', 'Nothing was stored. Send it again.', { 'retry-after': '5' })
  return { status: result?.status ?? 200, body: result?.body }
}

const unauthorized = (): HttpAnswer => problem(401, 'Unauthorized', 'A valid token of the channel service is needed.')

const wrongInTheOpen = ({ serviceUrl }: BotActivity): HttpAnswer | undefined =>
  serviceUrl && !isLoopbackUrl(serviceUrl)
    ? problem(403, 'ForeignServiceUrl', 'Without an app id answers go to this machine only.')
    : undefined

// Microsoft's validation skips the comparison with the token when the address is missing.
const wrongBehindTheService = ({ serviceUrl }: BotActivity): HttpAnswer | undefined =>
  serviceUrl ? undefined : problem(400, 'MissingProperty', 'serviceUrl is missing.')
