import { createHash } from 'node:crypto'
import { sizeText } from '../domain/file-text.js'
import type { ActAnswer } from '../domain/desk/acts.js'
import { hasEnded } from '../domain/desk/hand-off.js'
import type { HandOffRow } from '../domain/desk/ports.js'
import { staffIdOf, type StaffMember } from '../domain/desk/staff-member.js'
import { mayWrite, whoHears } from '../domain/desk/who-hears.js'
import { may } from '../domain/people/permissions.js'
import { maskedName } from '../turn/without-personal-data.js'
import { refused, type Acting } from './acting.js'
import type { DeskNeeds } from './needs.js'
import { send, written } from './say.js'

/** A file of an agent's, for the citizen of a chat that the agent holds. `key` is made once by the page; the same twice is one file and one line. */
export type FileToSend = {
  handOff: string
  term: number
  key: string
  name: string
  contentType: string
  bytes: Uint8Array
}

/** Sends it. The file is of a kind and a size that may be sent: whoever took it in has looked. */
export async function sendFile(needs: DeskNeeds, member: StaffMember, file: FileToSend): Promise<ActAnswer> {
  const by = staffIdOf(member)
  const answer = await sendBy({ needs, member, by, audit: 'desk.file-sent' }, file)
  const outcome = answer.kind === 'done' ? 'done' : answer.why
  needs.log.info({ act: 'send-file', handOff: file.handOff, outcome }, 'desk act')
  return answer
}

async function sendBy(acting: Acting, file: FileToSend): Promise<ActAnswer> {
  const { needs, member, by } = acting
  const { handOff, term, key } = file
  if (!may(member.roles, 'desk.write')) return refused('not-allowed')
  if (!needs.files) return refused('not-set-up')
  const row = await needs.store.find(handOff)
  if (!row) return refused('no-such-chat')
  const id = idOfFile(handOff, by, key)
  // A file that is there already was sent before: what became of its line is asked of the store, and not of the chat as it is now.
  const why = (await needs.files.find(id)) ? undefined : whyNot(row, { by, term })
  if (why) return refused(why)
  await keep(acting, row, id, file)
  return send(acting, row, { act: 'say', handOff, term, key, text: '' }, await lineFor(acting, row, id, file))
}

/** The same for the same key, so that it is one file however often it is sent. */
const idOfFile = (...parts: string[]): string => createHash('sha256').update(parts.join('|')).digest('base64url')

function whyNot({ handOff, key }: HandOffRow, of: { by: string; term: number }) {
  if (hasEnded(handOff.situation)) return 'ended'
  if (!mayWrite(handOff, of)) return 'not-yours'
  // Other channels take no address of ours as a file, and nobody reads a chat who was promised a call or a letter.
  return key.channel === 'directline' && whoHears(handOff.situation) === 'agent' ? undefined : 'no-files-there'
}

const keep = ({ needs }: Acting, { key }: HandOffRow, id: string, { name, contentType, bytes }: FileToSend): Promise<void> =>
  needs.files!.save({ id, key, name: maskedName(name), contentType, bytes, at: needs.now() })

/** What is read aloud says that it is a file: the line itself is only a link. */
async function lineFor(acting: Acting, row: HandOffRow, id: string, { name, contentType, bytes }: FileToSend) {
  const { needs, member } = acting
  const { language } = row.handOff.place
  const size = sizeText(bytes.byteLength, language)
  const { activity, mail } = written(acting, row, '')
  const masked = maskedName(name)
  return {
    activity: {
      ...activity,
      speak: needs.translate(language)('desk.file-sent', { name: member.name, file: masked, size }),
      attachments: [{ name: masked, contentType, contentUrl: await needs.files!.addressOf(id) }],
      attachmentLayout: 'list' as const,
      channelData: { ...activity.channelData, attachmentSizes: [bytes.byteLength] },
    },
    mail,
    detail: { bytes: bytes.byteLength, file: id },
  }
}
