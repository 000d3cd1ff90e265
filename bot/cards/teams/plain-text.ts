// Teams reads Markdown and its own tags for mentions in a text of a card, and what a citizen wrote is neither.
const MARKS = /[\\*_[\]()#`~|]/g

/** Somebody's own words as they may stand in a card: shown as they were written, never as a link, a heading or a mention. */
export const plainText = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/</g, '‹').replace(/>/g, '›').replace(MARKS, '\\$&').trim()
