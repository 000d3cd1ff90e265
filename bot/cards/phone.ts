/** A number as a link that can be pressed on a telephone. The switchboard's country code is Sweden's. */
export const phoneLink = (number: string): string => `[${number}](tel:${number.replace(/[^\d+]/g, '')})`
