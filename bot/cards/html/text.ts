import { isPart, partsIn, textIn, type Part } from '../card-parts.js'
import { escapeHtml } from '../escape.js'
import { blocksToHtml, inlineToHtml, linkToHtml } from '../markdown.js'
import { addressOf, looks, type Write, type Writing } from './writing.js'

const SIZES = ['small', 'default', 'medium', 'large', 'extralarge']
const sizeOf = (part: Part): number => Math.max(SIZES.indexOf((textIn(part, 'size') ?? 'default').toLowerCase()), 0)

export const writeTextBlock: Write = (part, writing) => {
  const text = textIn(part, 'text') ?? ''
  if (text.trim() === '') return ''
  if (textIn(part, 'style')?.toLowerCase() === 'heading') return writeHeading(part, writing)
  return blocksToHtml(text, writing.words, looks(part))
}

const writeHeading: Write = (part, writing) => {
  const size = textIn(part, 'size') ?? 'default'
  writing.firstHeading ??= size
  const isBelow = sizeOf(part) < sizeOf({ size: writing.firstHeading })
  const level = Math.min(writing.headingLevel + (isBelow ? 1 : 0), 6)
  return `<h${level}${looks(part)}>${inlineToHtml(textIn(part, 'text') ?? '', writing.words)}</h${level}>`
}

export const writeRichText: Write = (part, writing) => {
  const inlines = Array.isArray(part['inlines']) ? part['inlines'] : []
  return `<p${looks(part)}>${inlines.map((inline) => writeRun(inline, writing)).join('')}</p>`
}

function writeRun(inline: unknown, { words }: Writing): string {
  if (!isPart(inline)) return escapeHtml(String(inline))
  const marks: [unknown, string][] = [
    [textIn(inline, 'weight')?.toLowerCase() === 'bolder', 'strong'],
    [inline['italic'], 'em'],
    [inline['strikethrough'], 's'],
    [inline['underline'], 'u'],
    [inline['highlight'], 'mark'],
  ]
  const content = marks.reduce(
    (html, [asked, tag]) => (asked ? `<${tag}>${html}</${tag}>` : html),
    escapeHtml(textIn(inline, 'text') ?? ''),
  )
  const action = inline['selectAction']
  if (isPart(action)) return linkToHtml(addressOf(action), content, words)
  const attributes = looks(inline)
  return attributes ? `<span${attributes}>${content}</span>` : content
}

export const writeFacts: Write = (part, { words }) => {
  const facts = partsIn(part['facts']).map(
    (fact) =>
      `<div><dt>${inlineToHtml(textIn(fact, 'title') ?? '', words)}</dt><dd>${blocksToHtml(textIn(fact, 'value') ?? '', words)}</dd></div>`,
  )
  return `<dl${looks(part, 'facts')}>${facts.join('')}</dl>`
}
