import type { ConversationKey } from '../domain/conversations/conversation.js'
import type { Card, PressData, Suggestion } from '../domain/conversations/message.js'
import type { State } from '../domain/conversations/state.js'
import type { Outcome, Result } from '../domain/outcome.js'
import type { Content } from '../domain/content/content.js'
import type { PlanToKeep } from '../domain/permits/saved-plan.js'
import type { Translate } from '../i18n/translate.js'
import type { DeskChange } from '../domain/desk/ports.js'
import type { BroughtDesk } from './brought-desk.js'
import type { BroughtPlan } from './brought-plan.js'

/** A citizen is nobody but a visitor's number; staff are known by tenant and oid, everywhere. */
export type Who = { citizen: string } | { tenant: string; oid: string; roles: readonly string[] }

/** A file that came with a message, already stored by the channel. */
export type GivenFile = { name: string; contentType: string; bytes: number }

/** What a person did. Nothing here has been believed: presses are parsed by the skill that knows the verb. */
export type Said =
  | { kind: 'text'; text: string }
  | { kind: 'press'; press: PressData; trigger: 'manual' | 'automatic' }
  | { kind: 'unreadable-press' }
  | { kind: 'files'; text: string; files: readonly GivenFile[] }
  | { kind: 'event'; name: string; value?: unknown }

/** What a skill gives back for the person. Words are already in the turn's language. */
export type Answer = {
  outcome: Outcome
  text: string
  /** Read aloud instead of the text and the cards; the text when undefined. */
  speak?: string
  cards?: readonly Card[]
  suggestions?: readonly Suggestion[]
  results?: readonly Result[]
  /** Several errands in one message: one answer each, in order. */
  part?: { n: number; of: number }
}

/** One thing a person said or pressed, in our own words. No channel can be seen from here. */
export type Turn = {
  readonly id: string
  readonly at: Date
  readonly channel: string
  readonly conversation: { readonly id: string; readonly kind: 'personal' | 'group' | 'channel' }
  readonly who: Who
  readonly said: Said
  /** One immutable snapshot for the whole turn. */
  readonly content: Content
  /** What is remembered; a skill changes it by assigning to its fields. Kept only if the turn succeeds. */
  readonly state: State
  /** Takes the place of the whole state. */
  remember(state: State): void
  /** BCP 47, of the answers; and its words. `speak` changes both. */
  readonly language: string
  readonly t: Translate
  speak(language: string): void
  /** Collects an answer. Nothing is sent before everything is stored. */
  reply(answer: Answer): void
  readonly answers: readonly Answer[]
  /** One more button below the last answer. */
  alsoOffer(suggestion: Suggestion): void
  /** What was looked up before the turn began, since skills do not wait: the plan behind a code that was written. */
  readonly brought?: BroughtPlan
  /** Has a permit plan kept together with the turn. `code` is the code itself. */
  keepPlan(plan: PlanToKeep): void
  readonly keptPlan?: PlanToKeep
  /** The desk as it stood when the turn began; undefined when nothing of it was asked for, or there is none. */
  readonly desk?: BroughtDesk
  /** Has a hand-off changed together with the turn. One turn changes one, once. */
  changeDesk(change: DeskChange): void
  readonly deskChange?: DeskChange
  /** What was said is for the agent: it is stored, and the bot does not answer. */
  passOn(): void
  readonly isPassedOn: boolean
}

/** What a channel hands over for one inbound activity, unmasked; only `receive` sees it so. */
export type Inbound = {
  key: ConversationKey
  kind: 'personal' | 'group' | 'channel'
  /** The channel's id of the activity, or the client's own (`channelData.clientActivityID`). The same twice is one turn. */
  id: string
  at: Date
  who: Who
  said: Said
  /** What is shown as the person's own line when something other than text was said: the title of the pressed button. */
  line?: string
  /** BCP 47, as the channel or the browser says it; a wish, not a fact. */
  locale?: string
  /** Who the person's own line is shown as coming from (Direct Line's `from`). */
  from: { id: string; name?: string }
  /** Channel data of the person's own line to keep (for example clientActivityID). */
  channelData?: Record<string, unknown>
  /** Attachments of the person's own line, already stored. */
  attachments?: { contentType: string; name?: string; contentUrl?: string }[]
  visitor?: string
  returnAddress?: Record<string, unknown>
  /** True when the answers travel in the response itself (expectReplies, forms). */
  inResponse: boolean
}
