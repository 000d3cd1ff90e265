import type { ContentStore } from '../domain/content/accepted.js'
import type { ConversationStore } from '../domain/conversations/conversation.js'
import type { RateStore } from '../domain/conversations/rates.js'
import type { UploadStore } from '../domain/conversations/upload.js'
import type { PlanStore } from '../domain/permits/saved-plan.js'
import type { Waking } from '../domain/conversations/waking.js'
import { contentStore } from './contents.js'
import { conversationStore } from './conversations/store.js'
import type { Database } from './database.js'
import { planStore } from './plans.js'
import { rateStore } from './rates.js'
import { settingStore, type SettingStore } from './settings.js'
import { uploadStore } from './uploads.js'
import { waking } from './waking.js'

/** Every port of the domain that needs a database, over one database. */
export type Stores = {
  conversations: ConversationStore
  uploads: UploadStore
  rates: RateStore
  plans: PlanStore
  contents: ContentStore
  settings: SettingStore
  waking: Waking
}

export const stores = (database: Database): Stores => ({
  conversations: conversationStore(database),
  uploads: uploadStore(database.prisma),
  rates: rateStore(database.prisma),
  plans: planStore(database.prisma),
  contents: contentStore(database.prisma),
  settings: settingStore(database.prisma),
  waking: waking(database),
})
