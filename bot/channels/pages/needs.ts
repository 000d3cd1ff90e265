import type { IncomingMessage } from 'node:http'
import type { Request, Response } from 'restify'
import type { Config } from '../../config/config.js'
import type { Content } from '../../domain/content/content.js'
import type { ConversationStore } from '../../domain/conversations/conversation.js'
import type { RateStore } from '../../domain/conversations/rates.js'
import type { Translate } from '../../i18n/translate.js'
import type { Log } from '../../telemetry/log.js'
import type { Receive } from '../../turn/receive.js'
import type { ClientAssets } from './client-assets.js'

export type PagesNeeds = {
  config: Pick<Config, 'publicUrl' | 'languages' | 'trustedProxies' | 'embedOrigins' | 'leaveTo' | 'keep' | 'limits'>
  clientAssets: ClientAssets
  receive: Receive
  conversations: Pick<ConversationStore, 'latestOf' | 'find' | 'activities' | 'start' | 'forget' | 'keep'>
  rates: RateStore
  /** Keys the hashes that addresses are counted by. */
  tokenKey: string
  content: () => Content
  /** The words of a language (BCP 47). */
  translate: (language: string) => Translate
  now: () => Date
  log: Log
  newId: () => string
}

export type Asked = { request: Request & IncomingMessage; response: Response }
