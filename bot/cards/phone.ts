/** A number as a link that can be pressed on a telephone. The switchboard's country code is Sweden's. */
export const phoneLink = (number: string): string => callLink(number, number)

/** The same with words of its own, "Call 112". */
export const callLink = (words: string, number: string): string => `[${words}](tel:${number.replace(/[^\d+]/g, '')})`
