import type { Content } from '../../domain/content/content.js'
import type { ConversationStore } from '../../domain/conversations/conversation.js'
import type { DeskStore } from '../../domain/desk/ports.js'
import type { MailStore } from '../../domain/mail.js'
import type { PlanReader } from '../../domain/permits/saved-plan.js'
import type { SmsGateway } from '../../domain/phone/sms.js'
import type { Translate } from '../../i18n/translate.js'
import type { Receive } from '../../turn/receive.js'

/** What calls are made of. */
export type PhoneNeeds = {
  receive: Receive
  conversations: Pick<ConversationStore, 'start' | 'find' | 'activities' | 'forget'>
  plans: Pick<PlanReader, 'find'>
  store: Pick<DeskStore, 'log'>
  mails: Pick<MailStore, 'put'>
  /** A mail server is connected; otherwise mails are kept until one is. */
  mailConnected: boolean
  /** Undefined where short messages are not connected. */
  sms?: SmsGateway
  content: () => Content
  /** `language` is BCP 47. */
  translate: (language: string) => Translate
  languages: readonly string[]
  /** Proves whose a call is. */
  tokenKey: string
  planDays: number
  /** Days until a mail that could not be sent is deleted. */
  mailDays: number
  /** Where people reach our pages; undefined on a machine of one's own. */
  publicOrigin?: string
  now: () => Date
  newId: () => string
}
