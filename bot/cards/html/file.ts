import type { Attachment, StoredActivity } from '../../domain/conversations/message.js'
import { attribute, escapeHtml, safeLink } from '../escape.js'
import { linkToHtml } from '../markdown.js'
import { sizeText } from '../../domain/file-text.js'

// What every browser can show, and what can hold no script.
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

type FileWords = { language: string; file: string; newWindow?: string }

/** A file that was sent: a link with its name and size, and a picture as one too. Bytes; undefined when the size is not known. */
export function fileToHtml({ contentType, name, contentUrl }: Attachment, bytes: number | undefined, words: FileWords): string {
  const size = bytes === undefined ? '' : ` (${sizeText(bytes, words.language)})`
  const label = escapeHtml(`${words.file} ${name ?? contentType}${size}`)
  const own = ownAddress(contentUrl)
  const address = own ?? safeLink(contentUrl)
  if (!address) return `<p class="file">${label}</p>`
  // The words of the link say what it is, so the picture itself needs none.
  const picture =
    own && PICTURES.includes(contentType) ? `<img class="picture"${attribute('src', own)} alt="" loading="lazy">` : ''
  return `<p class="file">${linkToHtml(address, picture + label, words)}</p>`
}

/** The size of one of a message's attachments, where whoever sent it said so. */
export function sizeOf({ channelData }: StoredActivity, index: number): number | undefined {
  const sizes = channelData?.['attachmentSizes']
  const size: unknown = Array.isArray(sizes) ? sizes[index] : undefined
  return typeof size === 'number' && size >= 0 ? size : undefined
}

/** Files are on our own host: what is fetched as a whole address is shown by its path, which is all that the page may load. */
function ownAddress(contentUrl: string | undefined): string | undefined {
  return /^(?:https?:\/\/[^/]+)?(\/v3\/directline\/attachments\/.+)$/.exec(contentUrl ?? '')?.[1]
}
