import type { TurnContext } from 'botbuilder'
import type { Log } from '../../telemetry/log.js'
import type { AnswerInvoke, Invoke } from '../../turn/invokes.js'
import { respond } from './answer.js'

/**
 * Puts what a dialog or a message extension is answered with into the context. Without an answer botbuilder says 501, as to every invoke that
 * is none of ours. 'lost' when it could not be answered now: the dialog then stays open, with what has been typed, and can be sent again.
 */
export async function answerInvoke(
  needs: { invoke?: AnswerInvoke; log: Log },
  invoke: Invoke,
  context: TurnContext,
): Promise<'answered' | 'lost'> {
  try {
    const body = await needs.invoke?.(invoke)
    if (body) await respond(context, body)
    return 'answered'
  } catch (error) {
    needs.log.error({ error, invoke: invoke.name }, 'a dialog could not be answered')
    return 'lost'
  }
}
