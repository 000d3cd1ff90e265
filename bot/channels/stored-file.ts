import type { Upload } from '../domain/conversations/upload.js'
import type { HttpAnswer } from './http-answer.js'

/** A file that somebody sent, to be saved. Never shown as a page of ours, whatever is in it. */
export const storedFile = (
  { name, contentType, bytes }: Pick<Upload, 'name' | 'contentType' | 'bytes'>,
  headers: Record<string, string> = {},
): HttpAnswer => ({
  status: 200,
  body: bytes,
  headers: {
    'content-type': contentType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    ...headers,
  },
})
