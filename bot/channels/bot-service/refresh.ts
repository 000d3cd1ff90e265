import type { Card } from '../../domain/conversations/message.js'
import type { Log } from '../../telemetry/log.js'
import type { Inbound } from '../../turn/turn.js'
import { z } from 'zod'
import type { BotActivity } from './bot-activity.js'
import { cardResponse, noSuchCard, type InvokeBody } from './invoke-response.js'

const Refresh = z.object({ verb: z.literal('team.refresh'), handOff: z.string().min(1).max(100) })

type Asked = { handOff: string; conversation: string }

/** The chat whose card Teams wants anew, when an invoke asks for that. */
export function refreshIn({ type }: BotActivity, { said, key }: Inbound): Asked | undefined {
  const asked = type === 'invoke' && said.kind === 'press' ? Refresh.safeParse(said.press).data : undefined
  return asked && { handOff: asked.handOff, conversation: key.conversation }
}

/** The card as it is now; when that is not known it stays as it is. */
export async function refreshed(
  cardNow: (asked: Asked) => Promise<Card | undefined>,
  log: Log,
  asked: Asked,
): Promise<InvokeBody> {
  try {
    const card = await cardNow(asked)
    return card ? cardResponse(card) : noSuchCard
  } catch (error) {
    log.error({ error }, 'a card could not be made anew')
    return noSuchCard
  }
}
