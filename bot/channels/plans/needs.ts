import type { IncomingMessage } from 'node:http'
import type { Request, Response } from 'restify'
import type { Config } from '../../config/config.js'
import type { Content } from '../../domain/content/content.js'
import type { RateStore } from '../../domain/conversations/rates.js'
import type { PlanReader } from '../../domain/permits/saved-plan.js'
import type { UndertakingFound } from '../../domain/permits/undertaking-found.js'
import type { Translate } from '../../i18n/translate.js'
import type { Log } from '../../telemetry/log.js'

export type PlansNeeds = {
  config: Pick<Config, 'publicUrl' | 'languages' | 'trustedProxies'> & {
    limits: Pick<Config['limits'], 'messagesPerMinute' | 'messageLength'>
  }
  plans: Pick<PlanReader, 'find'>
  content: () => Content
  /** What somebody's own words say about an undertaking. `language` (BCP 47) is that of the text. */
  understand: (text: string, language: string) => UndertakingFound
  rates: RateStore
  /** Keys the hashes that addresses are counted by. */
  tokenKey: string
  translate: (language: string) => Translate
  now: () => Date
  log: Log
}

export type Asked = { request: Request & IncomingMessage; response: Response }
