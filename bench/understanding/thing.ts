import type { Described } from '../../bot/understanding/find.js'

/** One thing that can be found, with all that is written about it. */
export type Thing = Described
export type ThingText = Thing['texts'][number]
/** What a text about a thing is: engines with fields weigh them apart. */
export type Role = ThingText['role']

export const ROLES = ['name', 'also', 'phrase', 'summary'] as const satisfies readonly Role[]

/** All texts of each role as one, for engines that take documents with fields. */
export const asDocument = ({ id, texts }: Thing): Record<Role, string> & { id: string } => {
  const written = (role: Role): string => texts.flatMap((one) => (one.role === role ? one.text : [])).join(' \n')
  return { id, name: written('name'), also: written('also'), phrase: written('phrase'), summary: written('summary') }
}
