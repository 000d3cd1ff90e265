// Where the ten digits of a script begin: Arabic, Persian and Urdu, and those as wide as Chinese signs.
const ZEROS = [0x660, 0x6f0, 0xff10]

/** The same text with digits of other scripts as 0 to 9. It keeps its length, so that a place in one is the same place in the other. */
export const withPlainDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - ZEROS.findLast((zero) => zero <= code)!)
  })
