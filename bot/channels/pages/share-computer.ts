import type { Keeping } from '../../domain/conversations/conversation.js'
import { addressBucket, clientAddress } from '../client-address.js'
import { secondsToWait } from '../rate-limit.js'
import { giveVisitor } from '../visitor.js'
import { redirect } from './answer.js'
import { readForm } from './form.js'
import { hereAgain } from './here-again.js'
import type { PagesNeeds } from './needs.js'
import { show } from './show.js'
import { keyOf, type Visit } from './visit.js'

/** POST /shared: many people use this computer, or not after all. Begins the conversation, so that it is known from its first word. */
export async function shareComputer(needs: PagesNeeds, visit: Visit): Promise<void> {
  const sent = await readForm(visit.asked.request, needs)
  if (sent.kind !== 'form') return show(needs, visit, { problem: { name: 'foreign', status: 403 } })
  const seconds = visit.conversation ? undefined : await tooMany(needs, visit)
  if (seconds !== undefined) return show(needs, visit, { problem: { name: 'busy', status: 429, seconds } })
  const keeping: Keeping = sent.fields.get('on') === 'yes' ? 'shared-computer' : 'ordinary'
  try {
    await keep(needs, visit, keeping)
  } catch (error) {
    needs.log.error({ error }, 'the choice about a shared computer is not stored')
    return show(needs, visit, { problem: { name: 'unreachable', status: 503 } })
  }
  redirect(visit.asked, hereAgain(visit, { isFirst: visit.visitor === undefined }))
}

async function keep(
  { conversations, newId, now }: PagesNeeds,
  { asked, conversation, framed, secure }: Visit,
  keeping: Keeping,
): Promise<void> {
  const visitor = giveVisitor(asked.request, asked.response, { secure, framed, sessionOnly: keeping === 'shared-computer' })
  if (conversation) return conversations.keep(keyOf(conversation.conversation), keeping)
  await conversations.start(keyOf(newId()), { visitor, keeping, at: now() })
}

/** Seconds to wait for an address from which very many conversations are begun. */
const tooMany = ({ rates, config, tokenKey, now, log }: PagesNeeds, { asked }: Visit): Promise<number | undefined> => {
  const bucket = addressBucket('tokens', clientAddress(asked.request, config.trustedProxies), now(), tokenKey)
  return secondsToWait(rates, { bucket, limit: config.limits.tokensPerMinute, windowSeconds: 60 }, now(), log)
}
