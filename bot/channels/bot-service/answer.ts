import type { Activity, TurnContext } from 'botbuilder'
import type { StoredActivity } from '../../domain/conversations/message.js'
import type { Log } from '../../telemetry/log.js'
import type { Receive } from '../../turn/receive.js'
import type { Inbound } from '../../turn/turn.js'
import type { BotActivity } from './bot-activity.js'
import { conversationEnded, invokeResponse, type InvokeBody } from './invoke-response.js'
import { storedToActivity } from './stored-to-activity.js'

export type Asked = { context: TurnContext; activity: BotActivity; inbound: Inbound }

/**
 * Takes the turn, and puts into the context what has to travel in the response; the outbox sends the rest. 'lost' when nothing was stored
 * and the person could not be told so.
 */
export async function answer(needs: { receive: Receive; log: Log }, asked: Asked): Promise<'taken' | 'lost'> {
  const { context, activity, inbound } = asked
  const received = await needs.receive(inbound)
  if (activity.type === 'invoke') {
    await respond(context, received.kind === 'ended' ? conversationEnded : invokeResponse(received.outgoing))
    return 'taken'
  }
  if (received.kind === 'ended') return 'taken'
  if (inbound.inResponse) {
    // Pushed, not sent: sending would copy every activity once more and take its id away.
    context.bufferedReplyActivities.push(...received.outgoing.map((stored) => outgoing(stored, activity)))
    return 'taken'
  }
  return received.kind === 'failed' ? apologise(needs.log, asked, received.outgoing) : 'taken'
}

/** Puts the body of an invoke's answer into the context. */
export const respond = (context: TurnContext, body: InvokeBody | object) =>
  context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })

// Nothing is stored, so the outbox knows nothing of it: the words are sent here and now, or the channel has to send the question again.
async function apologise(log: Log, { context, activity }: Asked, apology: readonly StoredActivity[]): Promise<'taken' | 'lost'> {
  // botbuilder would send to Microsoft what has no address of its own.
  if (!activity.serviceUrl) return 'lost'
  try {
    await context.sendActivities(apology.map((stored) => outgoing(stored, activity)))
    return 'taken'
  } catch (error) {
    log.error({ error, channel: activity.channelId }, 'an apology could not be sent')
    return 'lost'
  }
}

function outgoing(stored: StoredActivity, { channelId, conversation, from, recipient, id }: BotActivity): Partial<Activity> {
  const envelope = {
    channelId,
    conversation: { id: conversation.id },
    user: { id: from.id },
    bot: recipient ? { id: recipient.id, name: recipient.name ?? undefined } : undefined,
    activityId: id ?? undefined,
  }
  // The envelope is JSON; botbuilder's own type has a Date where the connector takes a text as well.
  return storedToActivity(stored, envelope) as unknown as Partial<Activity>
}
