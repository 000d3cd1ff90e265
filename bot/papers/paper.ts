/** A table with words in its cells. `shares` are how its width is shared by the columns. */
export type PaperTable = {
  kind: 'table'
  caption: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
  shares: readonly number[]
}

/** What stands under a heading, in reading order. A text may have line breaks in it: each line is a paragraph. */
export type Block =
  | { kind: 'text'; text: string; tone?: 'strong' | 'quiet' }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'terms'; entries: readonly { term: string; text: string }[] }
  /** A line to sign on, with what is below it. */
  | { kind: 'signature'; under: string }
  | PaperTable

export type PaperPart = { title: string; blocks: readonly Block[] }

/** Everything that a paper says, in words and in reading order: written once, for the PDF, for Word and for plain text. */
export type Paper = {
  title: string
  /** BCP 47. */
  language: string
  /** Name of its file, without an ending: small letters, digits, hyphens. */
  file: string
  /** What it is of, above everything else. */
  facts: readonly { term: string; text: string }[]
  parts: readonly PaperPart[]
  /** Said in a PDF whose typeface has not all letters of it. */
  letters: string
  /** At the foot of every page. */
  foot: (page: number, pages: number) => string
  /** The same, where another program counts the pages: the words around the two numbers. */
  footWords: readonly [before: string, between: string, after: string]
}

export const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')

/** Nothing at all when there is nothing to say. */
export const partOf = (title: string, blocks: readonly Block[]): PaperPart[] => (blocks.length > 0 ? [{ title, blocks }] : [])
export const text = (words: string, tone?: 'strong' | 'quiet'): Block =>
  tone ? { kind: 'text', text: words, tone } : { kind: 'text', text: words }
/** The texts as a list; one of them as a paragraph; none as what is said then. */
export const listed = (items: readonly string[], none: string): Block[] =>
  items.length === 0 ? [text(none)] : items.length === 1 ? [text(items[0]!)] : [{ kind: 'list', items }]
