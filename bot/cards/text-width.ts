// In parts of the size of the letters, and rather too wide: a picture is drawn with whatever typeface is at hand.
const NARROW = /[iljtfrI.,:;'|!()[\]\- \u00a0]/
const WIDE = /[mwMWÅÄÖ@%&—]/
const CAPITAL = /\p{Lu}/u

const widthOf = (letter: string): number =>
  NARROW.test(letter) ? 0.34 : WIDE.test(letter) ? 0.9 : CAPITAL.test(letter) ? 0.7 : 0.58

// Combined letters count once for each part, which is only ever too wide.
const lettersOf = (text: string): string[] => Array.from(text)

/** About how wide a text is, for laying out a picture without measuring any typeface. */
export const textWidth = (text: string, size: number): number =>
  lettersOf(text).reduce((width, letter) => width + widthOf(letter), 0) * size

/** A text as lines that fit within `width`, broken between words, and within a word that is too long for a line of its own. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(...pieces(word, size, width))
  }
  return lines
}

/** Swedish joins words, so one can be longer than a line. */
function pieces(word: string, size: number, width: number): string[] {
  if (textWidth(word, size) <= width) return [word]
  const letters = lettersOf(word)
  let fits = 1
  while (fits < letters.length && textWidth(`${letters.slice(0, fits + 1).join('')}-`, size) <= width) fits++
  return fits >= letters.length
    ? [word]
    : [`${letters.slice(0, fits).join('')}-`, ...pieces(letters.slice(fits).join(''), size, width)]
}
