import type { Activity, ConversationReference } from 'botbuilder'
import type { Send, Sent } from '../../domain/conversations/sending.js'
import type { Log } from '../../telemetry/log.js'
import type { Adapter } from './adapter.js'
import { TEAMS } from './channels.js'
import { ReturnAddress } from './return-address.js'
import { sentDespite } from './sent-despite.js'
import { storedToActivity } from './stored-to-activity.js'

/** Sends a stored activity through the connector of the channel that the conversation is on. */
export const sender =
  ({ adapter, appId, log }: { adapter: Adapter; appId: string; log: Log }): Send =>
  async ({ conversation, channel, returnAddress, activity, edits }) => {
    const address = ReturnAddress.safeParse(returnAddress)
    if (!address.success) {
      log.error({ conversation, channel }, 'the stored return address cannot be read')
      return { kind: 'gone' }
    }
    try {
      const envelope = envelopeFor(address.data)
      let id: string | undefined
      await adapter.continueConversationAsync(appId, referenceOf(address.data), async (context) => {
        // botbuilder makes up an id here, and would answer that.
        context.activity.id = envelope.activityId
        // The envelope is JSON; botbuilder's own type has a Date where the connector takes a text as well.
        const written = storedToActivity(activity, envelope) as unknown as Partial<Activity>
        if (edits === undefined) id = (await context.sendActivity(written))?.id
        else await context.updateActivity({ ...written, id: edits })
      })
      return id ? { kind: 'sent', id } : { kind: 'sent' }
    } catch (error) {
      const sent: Sent = sentDespite(error, edits !== undefined)
      log.warn({ error, conversation, channel, outcome: sent.kind }, 'send failed')
      return sent
    }
  }

// In Teams the thread is part of the conversation's id, and an answer to a message that its writer has deleted would be refused.
const envelopeFor = (address: ReturnAddress): ReturnAddress =>
  address.channelId === TEAMS ? { ...address, activityId: undefined } : address

const referenceOf = ({ conversation, ...address }: ReturnAddress): Partial<ConversationReference> => ({
  ...address,
  conversation: {
    ...conversation,
    name: '',
    conversationType: conversation.conversationType ?? '',
    isGroup: conversation.isGroup ?? false,
  },
  bot: { id: address.bot.id, name: address.bot.name ?? '' },
  user: { id: address.user.id, name: '' },
})
