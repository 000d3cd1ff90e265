import type { IncomingMessage } from 'node:http'
import type { Request, Response } from 'restify'
import type { Config } from '../../config/config.js'
import type { Content } from '../../domain/content/content.js'
import type { ConversationStore } from '../../domain/conversations/conversation.js'
import type { DeskStore } from '../../domain/desk/ports.js'
import type { RateStore } from '../../domain/conversations/rates.js'
import type { UploadStore } from '../../domain/conversations/upload.js'
import type { Translate } from '../../i18n/translate.js'
import type { Log } from '../../telemetry/log.js'
import type { SecureForm } from '../../desk/secure/secure-form.js'
import type { Receive } from '../../turn/receive.js'
import type { ClientAssets } from './client-assets.js'

export type PagesNeeds = {
  config: Pick<Config, 'publicUrl' | 'languages' | 'trustedProxies' | 'embedOrigins' | 'leaveTo' | 'keep' | 'limits'>
  clientAssets: ClientAssets
  receive: Receive
  conversations: Pick<ConversationStore, 'latestOf' | 'find' | 'activities' | 'start' | 'forget' | 'keep'>
  /** The desk; undefined where there is none. */
  desk?: Pick<DeskStore, 'find' | 'leave'>
  /** The form beside the chat for what may not stand in it; undefined where nobody asks for anything. */
  secure?: SecureForm
  uploads: Pick<UploadStore, 'save'>
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
