import type { Inbound } from './turn.js'

/** The text of a turn, typed or sent with files. */
export const textOf = ({ said }: Pick<Inbound, 'said'>): string | undefined =>
  said.kind === 'text' || said.kind === 'files' ? said.text : undefined
