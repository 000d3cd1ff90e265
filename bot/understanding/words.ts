/** The words of a list that is written for people to read. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))
