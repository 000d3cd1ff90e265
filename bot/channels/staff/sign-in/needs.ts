import type { IncomingMessage } from 'node:http'
import type { Request, Response } from 'restify'
import type { Config } from '../../../config/config.js'
import type { RateStore } from '../../../domain/conversations/rates.js'
import type { IdentityProvider } from '../../../domain/people/identity-provider.js'
import type { StaffIdentity } from '../../../domain/people/staff-identity.js'
import type { Translate } from '../../../i18n/translate.js'
import type { Log } from '../../../telemetry/log.js'
import type { StaffGate } from './gate.js'
import type { Members } from './members.js'
import type { SignedWords } from './signed-words.js'

export type SignInNeeds = {
  config: Pick<Config, 'publicUrl' | 'trustedProxies' | 'languages' | 'staff'>
  /** Signs sessions, and keys the hashes that addresses are counted by. */
  tokenKey: string
  members: Members
  gate: StaffGate
  /** Keeps that somebody without a role wants in, for a lead to see. */
  asksAccess: (identity: StaffIdentity) => Promise<void>
  /** Without one only the development sign-in can be open. */
  entra?: IdentityProvider
  rates: RateStore
  translate: (language: string) => Translate
  now: () => Date
  newId: () => string
  log: Log
}

/** What the routes share. */
export type Routing = SignInNeeds & {
  words: SignedWords
  languages: readonly string[]
  isFirstUse: (id: string, issuedAt: Date) => Promise<boolean>
}
export type Asked = { request: Request & IncomingMessage; response: Response }
