import { createHash } from 'node:crypto'

/** A visitor's number lets its bearer into conversations, so only its hash is stored. It is long and random: no salt is needed. */
export const hashOf = (visitor: string): string => createHash('sha256').update(visitor).digest('base64url')
