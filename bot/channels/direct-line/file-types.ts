const startsWith =
  (...starts: string[]) =>
  (bytes: Uint8Array): boolean =>
    starts.some((start) => Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start)

const at =
  (offset: number, word: string) =>
  (bytes: Uint8Array): boolean =>
    Buffer.from(bytes.subarray(offset, offset + word.length)).toString('latin1') === word

const isText = (bytes: Uint8Array): boolean => {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    // A wrong byte is what makes it not text: the answer, not an error.
    return false
  }
}
const isZip = startsWith('PK\x03\x04')
const isMedia = at(4, 'ftyp')

/** How files of a type begin. A type that is not here has nothing to be recognised by. */
const RECOGNISED: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  'image/png': startsWith('\x89PNG\r\n\x1a\n'),
  'image/jpeg': startsWith('\xff\xd8\xff'),
  'image/gif': startsWith('GIF87a', 'GIF89a'),
  'image/webp': (bytes) => startsWith('RIFF')(bytes) && at(8, 'WEBP')(bytes),
  'image/heic': isMedia,
  'image/heif': isMedia,
  'video/mp4': isMedia,
  'application/pdf': startsWith('%PDF-'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': isZip,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': isZip,
  'application/vnd.oasis.opendocument.text': isZip,
  'text/plain': isText,
  'text/csv': isText,
}

/** True when the type may be sent at all, and the bytes are of that type as far as one can see. */
export function isAllowedFile(contentType: string, bytes: Uint8Array, allowed: readonly string[]): boolean {
  if (!allowed.includes(contentType)) return false
  const recognise = RECOGNISED[contentType]
  return recognise === undefined || recognise(bytes)
}

/** The type without parameters, in small letters. */
export const bareType = (contentType: string | undefined): string => (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/** A file's name without folders, control characters and more length than anyone reads. */
export function safeName(given: string | undefined): string {
  const last = (given ?? '').split(/[\\/]/).at(-1) ?? ''

  const clean = last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069"]/g, '').trim()
  return clean.slice(-100) || 'file'
}
