import type { Attachment } from '../../domain/conversations/message.js'
import type { ConversationKey } from '../../domain/conversations/conversation.js'
import type { UploadStore } from '../../domain/conversations/upload.js'
import { maskedName } from '../../turn/without-personal-data.js'
import type { SentFile } from './read-upload.js'

type Needs = {
  uploads: Pick<UploadStore, 'save'>
  addressOf: (id: string) => Promise<string>
  now: () => Date
  newId: () => string
}

/** Stores files of a conversation, and makes the attachments of the message that carries them. */
export const keepFiles = (
  { uploads, addressOf, now, newId }: Needs,
  key: ConversationKey,
  files: readonly SentFile[],
): Promise<Attachment[]> =>
  Promise.all(
    files.map(async ({ name, contentType, bytes }) => {
      const id = newId()
      // The name of a file is stored masked like everything that is said; the one in the message is masked with the message.
      await uploads.save({ id, key, name: maskedName(name), contentType, bytes, at: now() })
      return { name, contentType, contentUrl: await addressOf(id) }
    }),
  )

/** Botframework-webchat and our own page show how large each file is, by this part of the channel's data. Bytes, in the order of the attachments. */
export const sizesOf = (files: readonly SentFile[]): { attachmentSizes: number[] } => ({
  attachmentSizes: files.map(({ bytes }) => bytes.byteLength),
})
