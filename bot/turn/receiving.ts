import type { Content } from '../domain/content/content.js'
import type { PersonalData } from '../domain/people/personal-data.js'
import type { Translate } from '../i18n/translate.js'
import type { Log } from '../telemetry/log.js'
import type { DeskPort } from './brought-desk.js'
import type { BringPlan } from './brought-plan.js'
import type { CrisisHelp } from './crisis-help.js'
import type { Conversations } from './recall.js'
import type { Middleware } from './run.js'
import type { AnySkill } from './skill.js'

/** What answers with a snapshot of the content: both are swapped together, so one turn sees one of each. */
export type Answering = {
  content: Content
  /** Version of the search index. */
  index: string
  skills: readonly AnySkill[]
  detectLanguage: (text: string, prior: string) => string
}

export type Needs = {
  conversations: Conversations
  answering: () => Answering
  crisis: CrisisHelp
  /** Looks up the plan behind a code; undefined where no plans are kept. */
  bringPlan?: BringPlan
  /** The desk where people answer; undefined where there is none. */
  desk?: DeskPort
  /** Codes of plans are stored as this. */
  hashOfCode?: (code: string) => string
  always: (masked: readonly PersonalData[], answering: Answering) => readonly Middleware[]
  translate: (language: string) => Translate
  /** BCP 47, the first is used when nothing better is known. */
  languages: readonly string[]
  /** Milliseconds until a turn is given up and explained; a channel sends again after 15 seconds. */
  turnTimeout: number
  newId: () => string
  now: () => Date
  log: Log
}
