import { staffIdOf } from '../../../domain/desk/staff-member.js'
import type { Translate } from '../../../i18n/translate.js'
import type { HttpAnswer } from '../../http-answer.js'
import { storedFile } from '../../stored-file.js'
import { lineWords } from './needs.js'
import type { Serve } from './needs.js'

/** GET /staff/api/desk: everything that this member sees. */
export const readView: Serve = async ({ desk }, _, { member, language }) => ({
  status: 200,
  body: desk.view(await desk.overview(), member, language),
})

/** GET /staff/api/chats/:id/lines?after=: the lines of a chat. Reading from the beginning is opening it, and is written down. */
export const readLines: Serve = async ({ desk, translate }, { params, query }, { member, language }) => {
  const after = Number(/^\d{1,9}$/.exec(query.get('after') ?? '')?.[0] ?? 0)
  const handOff = params['id'] ?? ''
  const opened = await desk.open(member, handOff)
  if ('why' in opened) return notShown(opened.why, translate(language))
  const { lines, last, isAll } = await desk.lines(opened.row, after, lineWords(translate, language))
  return { status: 200, body: { handOff, from: after, lines, watermark: last, isAll, notes: await desk.notes(handOff) } }
}

/** GET /staff/api/chats/:id/attachments/:file: a file that the citizen sent, for whoever may read the chat. */
export const readAttachment: Serve = async ({ desk, uploads, opened, translate }, { params }, { member, language }) => {
  const { id: handOff = '', file = '' } = params
  const chat = await desk.open(member, handOff)
  if ('why' in chat) return notShown(chat.why, translate(language))
  const upload = await uploads.find(file)
  const { key } = chat.row
  if (!upload || upload.key.channel !== key.channel || upload.key.conversation !== key.conversation)
    return notShown('no-such-thing', translate(language))
  await opened({ by: staffIdOf(member), handOff, file })
  return storedFile(upload)
}

const notShown = (why: string, t: Translate): HttpAnswer => ({
  status: why === 'not-allowed' || why === 'not-for-you' ? 403 : 404,
  body: { error: { code: why, message: t(`desk-refused.${why}`, { name: '' }) } },
})
