import type { ActAnswer } from '../domain/desk/acts.js'
import type { StoredActivity } from '../domain/conversations/message.js'
import { hasEnded } from '../domain/desk/hand-off.js'
import type { AuditEntry, HandOffRow } from '../domain/desk/ports.js'
import { agentLineOf } from '../turn/activities.js'
import { entryOf, refused, type Acting, type ActOf } from './acting.js'
import { masked } from './masking.js'

/** Writes to the citizen. To somebody who was promised an e-mail it goes out as one, besides standing in the chat. */
export async function say(acting: Acting, act: ActOf<'say'>): Promise<ActAnswer> {
  const row = await acting.needs.store.find(act.handOff)
  if (!row) return refused('no-such-chat')
  const { text, detail } = masked(acting.needs, act.text)
  return send(acting, row, act, { ...written(acting, row, text), detail })
}

/** A line of the agent's own. */
export function written({ needs: { newId, now }, member }: Acting, { handOff }: HandOffRow, text: string) {
  const { name, team } = member
  const activity = agentLineOf({ text, id: newId(), at: now(), turn: newId(), language: handOff.place.language, name, team })
  return { activity, mail: text }
}

/** `mail` is what stands in an e-mail, `detail` what else is written down of it. */
export type Written = { activity: StoredActivity; mail: string; detail?: AuditEntry['detail'] }

/** Stores the line, if the chat is still held by this claim. The same key twice is one line and one letter. */
export async function send(
  acting: Acting,
  row: HandOffRow,
  { handOff, term, key }: ActOf<'say' | 'push'>,
  { activity, mail, detail }: Written,
): Promise<ActAnswer> {
  const { needs, by } = acting
  const letter = await letterOf(acting, row, key, mail)
  if (letter === 'no-address') return refused('no-address')
  const audit = entryOf(acting, handOff, detail)
  const said = await needs.store.say({ handOff, by, term, key, activity, at: needs.now(), audit })
  if (said === 'conversation-gone') return refused('gone')
  if (said === 'not-yours') return refused(hasEnded(row.handOff.situation) ? 'ended' : 'not-yours')
  if (letter) await needs.mails.put(letter, needs.now())
  return { kind: 'done', handOff, term }
}

async function letterOf({ needs, by }: Acting, { handOff }: HandOffRow, key: string, text: string) {
  const { situation, place } = handOff
  if (situation.status !== 'keeping-promise' || situation.pledge.kind !== 'e-mail' || situation.lease.holder !== by)
    return undefined
  const contact = await needs.store.contact(situation.pledge.contact)
  if (!contact) return 'no-address'
  const t = needs.translate(place.language)
  const body = [text, t('desk-letter.answer.end')].join('\n\n')
  return {
    key: `answer:${handOff.id}:${key}`,
    to: contact.value,
    subject: t('desk-letter.answer.subject'),
    text: body,
    about: handOff.id,
  }
}
