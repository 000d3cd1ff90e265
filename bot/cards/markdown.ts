import { attribute, escapeHtml, safeLink } from './escape.js'
import { SECURE_PATH } from './own-forms.js'

/** What is written after a link that opens a new window, and where it opens; nothing when it opens in the same one. */
export type Links = { newWindow?: string }

const escaped = /\\([\\*_[\]()\-])/
const bold = /\*\*((?:[^*]|\*(?!\*))+)\*\*/
const italic = /\*([^*\s](?:[^*]*[^*\s])?)\*/
const underscored = /(^|[\s(])_([^_\s](?:[^_]*[^_\s])?)_(?=$|[\s).,;:!?])/
const link = /\[([^\][]+)\]\(([^()\s]+)\)/
const INLINE = new RegExp([escaped, bold, italic, underscored, link].map(({ source }) => source).join('|'))

/** Attributes and the tail of a link to `address`, which must be safe. */
export function linkToHtml(address: string, content: string, links: Links, className?: string): string {
  // Telephone and mail open a program of their own, never a window.
  const opens = /^(?:https:|\/)/i.test(address) && !address.startsWith(SECURE_PATH)
  const newWindow = opens ? links.newWindow : undefined
  const tail = newWindow ? `<span class="hidden-visually"> ${escapeHtml(newWindow)}</span>` : ''
  const target = newWindow ? ' target="_blank"' : ''
  return `<a${attribute('class', className)}${attribute('href', address)} rel="noopener noreferrer"${target}>${content}${tail}</a>`
}

/** Bold, italic and links of markdown; everything else is shown as it is written. */
export function inlineToHtml(text: string, links: Links = {}): string {
  const found = INLINE.exec(text)
  if (!found) return escapeHtml(text)
  const before = escapeHtml(text.slice(0, found.index))
  return before + markedToHtml(found, links) + inlineToHtml(text.slice(found.index + found[0].length), links)
}

function markedToHtml([, plain, strong, emphasis, lead, underlined, label, address]: RegExpExecArray, links: Links): string {
  if (plain !== undefined) return escapeHtml(plain)
  if (strong !== undefined) return `<strong>${inlineToHtml(strong, links)}</strong>`
  if (emphasis !== undefined) return `<em>${inlineToHtml(emphasis, links)}</em>`
  if (underlined !== undefined) return `${escapeHtml(lead ?? '')}<em>${inlineToHtml(underlined, links)}</em>`
  const safe = safeLink(address)
  return safe ? linkToHtml(safe, inlineToHtml(label ?? ''), links) : escapeHtml(label ?? '')
}

type Block = { tag: 'p' | 'ul' | 'ol'; lines: string[] }

const ITEM = { ul: /^\s*[-*•]\s+/, ol: /^\s*\d{1,3}[.)]\s+/ } as const
const tagOf = (line: string): Block['tag'] => (ITEM.ul.test(line) ? 'ul' : ITEM.ol.test(line) ? 'ol' : 'p')

/** Paragraphs and lists of markdown, each `tag` with the attributes given (` class="…"`). */
export function blocksToHtml(text: string, links: Links = {}, attributes = ''): string {
  return blocksOf(text)
    .map(({ tag, lines }) => {
      if (tag === 'p') return `<p${attributes}>${lines.map((line) => inlineToHtml(line, links)).join('<br>')}</p>`
      const items = lines.map((line) => `<li>${inlineToHtml(line.replace(ITEM[tag], ''), links)}</li>`)
      return `<${tag}${attributes}>${items.join('')}</${tag}>`
    })
    .join('')
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  for (const line of text.split(/\r\n|\r|\n/)) {
    const tag = tagOf(line)
    if (line.trim() === '') open = undefined
    else if (open?.tag === tag) open.lines.push(line)
    else blocks.push((open = { tag, lines: [line] }))
  }
  return blocks
}
