import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../../config/config.js'
import type { ConversationKey, ConversationStore } from '../../domain/conversations/conversation.js'
import type { DeskStore } from '../../domain/desk/ports.js'
import type { Translate } from '../../i18n/translate.js'
import type { RateStore } from '../../domain/conversations/rates.js'
import type { UploadStore } from '../../domain/conversations/upload.js'
import type { Waking } from '../../domain/conversations/waking.js'
import type { Log } from '../../telemetry/log.js'
import type { Receive } from '../../turn/receive.js'
import type { Streams } from './streams.js'
import type { Tokens } from './tokens.js'

/** What the door is made of. */
export type DirectLineNeeds = {
  config: Pick<Config, 'directLine' | 'limits' | 'publicUrl' | 'trustedProxies' | 'embedOrigins' | 'keep'>
  /** Signs tokens, and keys the hashes of addresses. */
  tokenKey: string
  /** For servers that make tokens; without one nobody may. */
  secret?: string
  receive: Receive
  conversations: Pick<ConversationStore, 'activities' | 'find' | 'latestOf' | 'start'>
  uploads: UploadStore
  rates: RateStore
  waking: Pick<Waking, 'onActivity'> & Partial<Pick<Waking, 'onDesk'>>
  /** The desk where people answer, and the words of waiting (`language` is BCP 47); undefined where there is none. */
  signs?: {
    store: Pick<DeskStore, 'find' | 'live' | 'typing' | 'citizensHeard' | 'citizenGone'>
    translate: (language: string) => Translate
  }
  now: () => Date
  log: Log
  newId: () => string
}

/** What its routes share. */
export type Routing = DirectLineNeeds & { tokens: Tokens; streams: Streams }

/** A request, split into what routes read. `response` is there for cookies only. */
export type Asked = {
  request: IncomingMessage
  response: ServerResponse
  params: Readonly<Record<string, string>>
  query: URLSearchParams
}

export const keyOf = (conversation: string): ConversationKey => ({ channel: 'directline', conversation })
