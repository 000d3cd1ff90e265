import type { ActAnswer } from '../../domain/desk/acts.js'
import type { ConversationKey, StoredWithSeq } from '../../domain/conversations/conversation.js'
import { leaseOf } from '../../domain/desk/hand-off.js'
import type { AuditEntry, HandOffRow } from '../../domain/desk/ports.js'
import { contentLanguage } from '../../domain/language.js'
import type { Mail } from '../../domain/mail.js'
import { lineOf } from '../../turn/activities.js'
import { entryOf, refused, type Acting, type ActOf } from '../acting.js'
import { chatFile, machineReadable, type ChatFile } from './chat-file.js'
import { chatPaper, paperText, referenceOf } from './chat-paper.js'
import { enclosedIn } from './enclosed.js'
import type { RegistrarNeeds } from './needs.js'

/** The city's own language: the registrar's. What was said stands in the language in which it was said. */
const LANGUAGE = 'sv'

/**
 * Sends the chat, as it is stored, to the registrar, and tells the citizen. Once, unless something has been said since. The mail is stored first: sending
 * is tried again for as long as mails are, and a person sees it when that has not helped.
 */
export const register =
  (own: RegistrarNeeds) =>
  async (acting: Acting, { handOff, term, as }: ActOf<'register'>): Promise<ActAnswer> => {
    const row = await own.store.find(handOff)
    if (!row) return refused('no-such-chat')
    const lease = leaseOf(row.handOff.situation)
    if (lease?.holder !== acting.by || lease.term !== term) return refused('not-yours')
    const to = registrarOf(own, row)
    if (to === undefined) return refused('no-registrar')
    const lines = await everythingIn(own, row.key)
    if (lines.length === 0) return refused('gone')
    if (!hasGoneOn(lines, await own.store.audit(handOff))) return refused('registered')
    const file = chatFile({ as, row, by: acting.member, at: own.now(), lines, rules: own.content().disposalRules.values() })
    const { mail, sha256 } = await mailOf(own, file, to)
    await own.mails.put(mail, file.at)
    const receipt = await tellCitizen(own, file)
    const detail = { as, through: lines.at(-1)!.seq, sha256, ...(receipt === undefined ? {} : { receipt }) }
    await own.store.log(entryOf(acting, handOff, detail))
    return { kind: 'done', handOff, term }
  }

/** The queue's own, or that of the queue for everything else. */
function registrarOf({ content }: RegistrarNeeds, { handOff }: HandOffRow): string | undefined {
  const { queues } = content()
  const general = [...queues.values()].find(({ general }) => general)
  return queues.get(handOff.place.queue)?.registrar ?? general?.registrar
}

const AT_ONCE = 100

/** Everything that was said, oldest first. */
async function everythingIn({ conversations }: RegistrarNeeds, key: ConversationKey): Promise<StoredWithSeq[]> {
  const all: StoredWithSeq[] = []
  for (let last = 0; ; last = all.at(-1)!.seq) {
    const some = await conversations.activities(key, last, AT_ONCE)
    all.push(...some)
    if (some.length < AT_ONCE) return all.filter(({ activity }) => activity.type === 'message')
  }
}

/** Whether anything has been said since it was sent last, besides that it was sent. */
function hasGoneOn(lines: readonly StoredWithSeq[], audit: readonly AuditEntry[]): boolean {
  const { detail } = audit.findLast(({ action }) => action === ACTION) ?? {}
  if (!detail) return true
  return lines.some(({ seq }) => seq > Number(detail['through']) && seq !== Number(detail['receipt']))
}

/** What it is written down as, in the table of acts. */
const ACTION = 'transcript.registered'

async function mailOf(own: RegistrarNeeds, file: ChatFile, to: string): Promise<{ mail: Mail; sha256: string }> {
  const { row, lines, as, at } = file
  const t = own.translate(LANGUAGE)
  const machine = machineReadable(file)
  const enclosed = await enclosedIn(lines, own.uploads)
  const queue = own.content().queues.get(row.handOff.place.queue)?.name[contentLanguage(LANGUAGE)] ?? row.handOff.place.queue
  const paper = chatPaper({ file, machine, enclosed, queue, t, language: LANGUAGE })
  const name = t('registrar.file-name', { reference: referenceOf(file) })
  const mail: Mail = {
    // The same chat as far as it has come is one mail, however often the button is pressed.
    key: `register:${row.handOff.id}:${lines.at(-1)!.seq}`,
    to,
    subject: t(`registrar.subject.${as}`, { reference: referenceOf(file) }),
    text: paperText(paper),
    attachments: [
      { name: `${name}.pdf`, contentType: 'application/pdf', content: await own.draw(paper, at) },
      { name: `${name}.json`, contentType: 'application/json', content: machine.json },
      ...enclosed.files,
    ],
    about: row.handOff.id,
  }
  return { mail, sha256: machine.sha256 }
}

/** A receipt in the chat; its number in the conversation, or undefined when there is nobody any more to tell. */
async function tellCitizen(own: RegistrarNeeds, file: ChatFile): Promise<number | undefined> {
  const { row, as, by, lines, at } = file
  const { language } = row.handOff.place
  const text = own.translate(language)(`registrar.receipt.${as}`, { name: by.name, reference: referenceOf(file) })
  const id = `registered-${row.handOff.id}-${lines.at(-1)!.seq}`
  const activity = lineOf({ outcome: 'agent', text }, { id, at, turn: own.newId(), language })
  const told = await own.lines.append(row.key, [{ activity }], at)
  return told === 'gone' ? undefined : told.seqs[0]
}
