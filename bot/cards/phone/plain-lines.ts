const ITEM = /^\s*(?:[-*•]|\d{1,3}[.)])\s+/
const LINK = /\[([^\][]+)\]\(([^()\s]+)\)/g
const STRONG = /\*\*((?:[^*]|\*(?!\*))+)\*\*/g
const ESCAPED = /\\([\\*_[\]()#`~|-])/g

/** A text in Markdown as lines to read, without its marks; a link is its words. */
export const plainLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(ITEM, '').replace(LINK, '$1').replace(STRONG, '$1').replace(ESCAPED, '$1').trim())
    .filter((line) => line !== '')
