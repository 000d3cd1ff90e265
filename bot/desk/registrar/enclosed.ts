import { ADAPTIVE_CARD } from '../../cards/card-type.js'
import type { StoredWithSeq } from '../../domain/conversations/conversation.js'
import type { UploadStore } from '../../domain/conversations/upload.js'
import type { MailAttachment } from '../../domain/mail.js'

/** Files that the citizen sent: those that are still kept and find room in a mail, and the names of the others. */
export type Enclosed = { files: readonly MailAttachment[]; missing: readonly string[] }

// What mail servers commonly take, less a third for how files are written in a mail, less the chat itself.
const MOST_BYTES = 10_000_000
const FILE = /^\/v3\/directline\/attachments\/([^?/]+)/

export async function enclosedIn(lines: readonly StoredWithSeq[], uploads: Pick<UploadStore, 'find'>): Promise<Enclosed> {
  const sent = lines.flatMap(({ activity }) =>
    (activity.attachments ?? []).filter(({ contentType }) => contentType !== ADAPTIVE_CARD),
  )
  const files: MailAttachment[] = []
  const missing: string[] = []
  let bytes = 0
  for (const { name = '', contentUrl = '' } of sent) {
    const found = await uploads.find(FILE.exec(contentUrl)?.[1] ?? '')
    const size = found?.bytes.byteLength ?? 0
    if (!found || bytes + size > MOST_BYTES) missing.push(name)
    else files.push({ name: `${files.length + 1}-${found.name}`, contentType: found.contentType, content: found.bytes })
    bytes += size
  }
  return { files, missing }
}
