import { createHmac } from 'node:crypto'
import type { ConversationKey } from '../../domain/conversations/conversation.js'
import { isSameSecret } from '../../domain/same-secret.js'

const SHAPE = /^([0-9A-Za-z-]{8,64})\.([0-9A-Za-z_-]{43})$/

/** The last part of a form's address: which form, sealed for one conversation. Whoever talks in another cannot use it, nor change it into one of theirs. */
export const wordFor = (tokenKey: string, ask: string, key: ConversationKey): string => `${ask}.${sealOf(tokenKey, ask, key)}`

/** The id of the form that the word is for; undefined when it is not for this conversation, or is no word of ours. */
export function askIn(tokenKey: string, word: string, key: ConversationKey): string | undefined {
  const [, ask = '', seal = ''] = SHAPE.exec(word) ?? []
  if (ask === '') return undefined
  return isSameSecret(seal, sealOf(tokenKey, ask, key)) ? ask : undefined
}

function sealOf(tokenKey: string, ask: string, { channel, conversation }: ConversationKey): string {
  const own = createHmac('sha256', tokenKey).update('secure form').digest()
  return createHmac('sha256', own)
    .update(JSON.stringify([ask, channel, conversation]))
    .digest('base64url')
}
