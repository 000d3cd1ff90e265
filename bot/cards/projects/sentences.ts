const HAS_AN_END = /[.!?…:]$/

/** Parts as sentences after one another, as they are read aloud: what has no end of its own gets one, and what is empty is left out. */
export const sentences = (parts: readonly (string | undefined)[]): string =>
  parts
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .map((part) => (HAS_AN_END.test(part) ? part : `${part}.`))
    .join(' ')
