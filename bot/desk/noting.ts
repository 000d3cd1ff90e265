import type { ActAnswer } from '../domain/desk/acts.js'
import { contentLanguage } from '../domain/language.js'
import { entryOf, refused, type Acting, type ActOf } from './acting.js'
import { masked } from './masking.js'

/** Internal: the citizen never sees it. Also to a chat that has ended. */
export async function note(acting: Acting, { handOff, key, text }: ActOf<'note'>): Promise<ActAnswer> {
  const { needs, by } = acting
  if (!(await needs.store.find(handOff))) return refused('no-such-chat')
  const { text: tidy, detail } = masked(needs, text)
  await needs.store.keepNote({ handOff, key, by, at: needs.now(), text: tidy })
  await needs.store.log(entryOf(acting, handOff, detail))
  return { kind: 'done', handOff }
}

/** "The bot was wrong", "for the service's owner": filed, and sent to whoever answers for it. */
export async function report(acting: Acting, act: ActOf<'report'>): Promise<ActAnswer> {
  const { needs, by } = acting
  const { handOff, kind, turn, service } = act
  const row = await needs.store.find(handOff)
  if (!row) return refused('no-such-chat')
  const id = needs.newId()
  const { text, detail } = masked(needs, act.note)
  const filed = { id, handOff, kind, turn, service, note: text, by, at: needs.now() }
  await needs.store.file(filed)
  const owner = ownerOf(acting, service, row.handOff.place.queue)
  if (owner) await needs.mails.put({ key: `report:${id}`, to: owner, about: handOff, ...letterOf(acting, filed) }, filed.at)
  await needs.store.log(entryOf(acting, handOff, { kind, report: id, ...detail }))
  return { kind: 'done', handOff }
}

/** Of the queue that answers for the service; otherwise of the queue where the chat is. */
function ownerOf({ needs }: Acting, service: string | undefined, queue: string): string | undefined {
  const { queues, services } = needs.content()
  const contact = services.get(service ?? '')?.contact
  const answering = [...queues.values()].find(({ contacts }) => contact !== undefined && contacts.includes(contact))
  return (answering ?? queues.get(queue))?.owner
}

// Ids, the agent's own words and nothing of the citizen's: whoever may read the chat reads it at the desk.
function letterOf(
  { needs, member }: Acting,
  { kind, turn, service, note, handOff }: { kind: string; note: string; handOff: string; turn?: string; service?: string },
) {
  const language = 'sv'
  const t = needs.translate(language)
  const name = needs.content().services.get(service ?? '')?.name[contentLanguage(language)] ?? ''
  return {
    subject: t(`desk-letter.report.${kind}`),
    text: t('desk-letter.report.text', {
      who: member.name,
      team: member.team,
      note,
      service: name,
      turn: turn ?? '',
      chat: handOff,
    }),
  }
}
