import type { IncomingMessage } from 'node:http'
import type { MessageWords } from '../../../cards/message-to-html.js'
import type { Config } from '../../../config/config.js'
import type { Desk } from '../../../desk/desk.js'
import type { Content } from '../../../domain/content/content.js'
import type { RateStore } from '../../../domain/conversations/rates.js'
import type { UploadStore } from '../../../domain/conversations/upload.js'
import type { Waking } from '../../../domain/conversations/waking.js'
import type { StaffId } from '../../../domain/desk/staff-member.js'
import type { Translate } from '../../../i18n/translate.js'
import type { Log } from '../../../telemetry/log.js'
import type { HttpAnswer } from '../../http-answer.js'
import { messageWords } from '../../pages/words.js'
import type { Passed, StaffGate } from '../sign-in/gate.js'

export type StaffDeskNeeds = {
  config: Pick<Config, 'languages' | 'limits'>
  desk: Desk
  gate: StaffGate
  content: () => Content
  /** Keys of the things that the finder finds, best first. `language` is BCP 47. */
  find: (question: string, language: string) => readonly { id: string }[]
  uploads: Pick<UploadStore, 'find'>
  rates: RateStore
  /** Written down before a file is shown. */
  opened: (entry: { by: StaffId; handOff: string; file: string }) => Promise<void>
  waking: Waking
  translate: (language: string) => Translate
  now: () => Date
  log: Log
  keepAliveMilliseconds?: number
}

export type Asked = { request: IncomingMessage; params: Readonly<Record<string, string>>; query: URLSearchParams }

/** What messages need besides their own words, in the language of the desk's page. Links open a window: the tab in Teams is a frame. */
export const lineWords = (translate: StaffDeskNeeds['translate'], language: string): MessageWords =>
  messageWords(translate(language), language, true)

export type Serve = (needs: StaffDeskNeeds, asked: Asked, passed: Passed & { language: string }) => Promise<HttpAnswer>
