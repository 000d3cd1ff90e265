import { randomBytes } from 'node:crypto'
import type { ContentStore } from '../domain/content/accepted.js'
import type { TeamStore } from '../domain/desk/team-ports.js'
import type { ConversationStore } from '../domain/conversations/conversation.js'
import type { RateStore } from '../domain/conversations/rates.js'
import type { UploadStore } from '../domain/conversations/upload.js'
import type { DeskStore } from '../domain/desk/ports.js'
import type { HubStore } from '../domain/desk/hub.js'
import type { PeopleStore } from '../domain/people/people.js'
import type { PlanStore } from '../domain/permits/saved-plan.js'
import type { Waking } from '../domain/conversations/waking.js'
import type { ProjectStore } from '../domain/projects/ports.js'
import type { MailStore } from '../domain/mail.js'
import type { OutgoingLines } from '../domain/conversations/sending.js'
import type { SendBudget } from '../domain/conversations/send-budget.js'
import type { SendFailures } from '../domain/send-failures.js'
import type { CorrectionStore } from '../domain/corrections/correction.js'
import { contentStore } from './contents.js'
import { outgoingLines } from './conversations/append.js'
import { straightTo, within } from './conversations/sql.js'
import { conversationStore } from './conversations/store.js'
import { correctionStore } from './corrections.js'
import type { Database } from './database.js'
import { deskStore } from './desk/store.js'
import { hubStore } from './hub.js'
import { mailStore } from './mails.js'
import { peopleStore } from './people.js'
import { planStore } from './plans.js'
import { projectStore } from './projects/store.js'
import { rateStore } from './rates.js'
import { sendBudget } from './send-budget.js'
import { sendFailures } from './send-failures.js'
import { settingStore, type SettingStore } from './settings.js'
import { teamStore } from './teams.js'
import { uploadStore } from './uploads.js'
import { waking } from './waking.js'

/** Every port of the domain that needs a database, over one database. */
export type Stores = {
  conversations: ConversationStore
  uploads: UploadStore
  rates: RateStore
  plans: PlanStore
  contents: ContentStore
  corrections: CorrectionStore
  settings: SettingStore
  desk: DeskStore
  people: PeopleStore
  waking: Waking
  lines: OutgoingLines
  budget: SendBudget
  mails: MailStore
  sendFailures: SendFailures
  teams: TeamStore
  hub: HubStore
  projects: ProjectStore
}

/** `tokenKey` is the one from the environment; without it, the one that is made once and kept beside the data. */
export function stores(database: Database, tokenKey?: string): Stores {
  const settings = settingStore(database.prisma)
  return {
    conversations: conversationStore(database),
    uploads: uploadStore(database.prisma),
    rates: rateStore(database.prisma),
    plans: planStore(database.prisma),
    contents: contentStore(database.prisma),
    corrections: correctionStore(database.prisma),
    settings,
    desk: deskStore(database, async () => tokenKey ?? settings.once('token-key', newSecret)),
    people: peopleStore(database),
    waking: waking(database),
    lines: outgoingLines(database.prisma),
    budget: sendBudget(straightTo(database)),
    mails: mailStore(within(database.prisma)),
    sendFailures: sendFailures(within(database.prisma)),
    teams: teamStore(database.prisma),
    hub: hubStore(database),
    projects: projectStore(database),
  }
}

const newSecret = (): string => randomBytes(32).toString('base64url')
