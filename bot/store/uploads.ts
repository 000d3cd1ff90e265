import type { UploadStore } from '../domain/conversations/upload.js'
import type { PrismaClient } from './generated/client.js'

/** Files that people sent, in the database like all else, so that every instance can show them. */
export const uploadStore = (prisma: PrismaClient): UploadStore => ({
  async save({ key, name, bytes, ...rest }) {
    // The database takes no NUL, and no file needs one in its name. What was sent twice under the same id is one file.
    const data = { ...rest, ...key, name: name.replaceAll('\0', ''), bytes: new Uint8Array(bytes) }
    await prisma.upload.createMany({ data: [data], skipDuplicates: true })
  },
  async find(id) {
    const row = await prisma.upload.findUnique({ where: { id } })
    if (!row) return undefined
    const { channel, conversation, ...rest } = row
    return { ...rest, key: { channel, conversation } }
  },
})
