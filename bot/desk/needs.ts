import type { Content } from '../domain/content/content.js'
import type { ConversationReader } from '../domain/conversations/conversation.js'
import type { UploadStore } from '../domain/conversations/upload.js'
import type { DeskStore } from '../domain/desk/ports.js'
import type { TeamStore } from '../domain/desk/team-ports.js'
import type { MailStore } from '../domain/mail.js'
import type { SendFailures } from '../domain/send-failures.js'
import type { FillCard } from '../cards/templates.js'
import type { Translate } from '../i18n/translate.js'
import type { Elsewhere } from './acts.js'
import type { Log } from '../telemetry/log.js'

/** What the desk is made of. */
export type DeskNeeds = {
  store: DeskStore
  conversations: Pick<ConversationReader, 'activities'>
  content: () => Content
  fill: FillCard
  /** `language` is BCP 47. */
  translate: (language: string) => Translate
  mails: Pick<MailStore, 'put'>
  /** Who has the app in Teams, of these; without it nobody has. */
  reachable?: TeamStore['reachable']
  now: () => Date
  newId: () => string
  log: Log
  /** What could not be sent, and whether mail can be; without it nobody is told. */
  sending?: { failures: Pick<SendFailures, 'unseen' | 'countUnseen' | 'seen'>; mailConnected: boolean }
  /** What needs a system that not every desk has beside it. */
  elsewhere?: Elsewhere
  /** Where files are kept that staff send, and the address that a citizen is given for one; without it none can be sent. */
  files?: Pick<UploadStore, 'save' | 'find'> & { addressOf: (id: string) => Promise<string> }
}
