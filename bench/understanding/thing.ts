/** What a text about a thing is: engines with fields weigh them apart. */
export type Role = 'name' | 'also' | 'phrase' | 'summary'
/** `language` (BCP 47) is the one that it is written in. */
export type ThingText = { text: string; role: Role; language: string }

/** One thing that can be found, with all that is written about it. `isOurs` is false for what somebody else than the city handles. */
export type Thing = { id: string; texts: readonly ThingText[]; isOurs: boolean }

export const ROLES = ['name', 'also', 'phrase', 'summary'] as const satisfies readonly Role[]

/** All texts of each role as one, for engines that take documents with fields. */
export const asDocument = ({ id, texts }: Thing): Record<Role, string> & { id: string } => {
  const written = (role: Role): string => texts.flatMap((one) => (one.role === role ? one.text : [])).join(' \n')
  return { id, name: written('name'), also: written('also'), phrase: written('phrase'), summary: written('summary') }
}
