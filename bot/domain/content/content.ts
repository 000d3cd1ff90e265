import { CrisisContact as CrisisContactSchema, type CrisisContact } from '../crisis/crisis-contact.js'
import { CrisisWords as CrisisWordsSchema, type CrisisWords } from '../crisis/crisis-words.js'
import { BusinessType as BusinessTypeSchema, type BusinessType } from '../permits/business-type.js'
import { QuestionCard as QuestionCardSchema, type QuestionCard } from '../permits/facts.js'
import { Permit as PermitSchema, type Permit } from '../permits/permit.js'
import { OtherAuthority as OtherAuthoritySchema, type OtherAuthority } from '../services/other-authority.js'
import type { ContactPoint, District, OtherWay } from '../services/contact-point.js'
import type { LifeSituation } from '../services/life-situation.js'
import type { Service } from '../services/service.js'
import { ContactPoint as ContactPointSchema, District as DistrictSchema, OtherWay as OtherWaySchema } from '../services/contact-point.js'
import { LifeSituation as LifeSituationSchema } from '../services/life-situation.js'
import { Service as ServiceSchema } from '../services/service.js'
import { CannedAnswer as CannedAnswerSchema, type CannedAnswer } from '../desk/canned-answer.js'
import { QueueEntry as QueueEntrySchema, type QueueEntry } from '../desk/queue-entry.js'
import { DisposalRule as DisposalRuleSchema, type DisposalRule } from '../disposal/disposal-rule.js'

/** Every kind of entry, named as its folder under content/, with the schema its files must fit. */
export const KINDS = {
  services: ServiceSchema,
  contact: ContactPointSchema,
  ways: OtherWaySchema,
  districts: DistrictSchema,
  'life-situations': LifeSituationSchema,
  permits: PermitSchema,
  'permit-questions': QuestionCardSchema,
  'business-types': BusinessTypeSchema,
  'other-authorities': OtherAuthoritySchema,
  crisis: CrisisContactSchema,
  'crisis-words': CrisisWordsSchema,
  queues: QueueEntrySchema,
  'canned-answers': CannedAnswerSchema,
  'disposal-rules': DisposalRuleSchema,
} as const
export type Kind = keyof typeof KINDS

/** Something in a file that somebody should look at. */
export type ContentRemark = { file: string; line: number; field: string; reason: string }
/** A file that could not be accepted: its last good version goes on, or for the rules of permits, the last good whole rule set. */
export type ContentProblem = ContentRemark & { lastGood: boolean }

/** What the city knows, at one moment. Immutable: a change makes a new snapshot, and a turn sees one only. */
export type Content = {
  /** Short hash of everything in it. */
  readonly version: string
  /** Short hash of the permits, their questions and the kinds of business: a plan keeps the one it was made with. */
  readonly rulesVersion: string
  readonly services: ReadonlyMap<string, Service>
  readonly contact: ReadonlyMap<string, ContactPoint>
  readonly ways: ReadonlyMap<string, OtherWay>
  readonly districts: ReadonlyMap<string, District>
  readonly lifeSituations: ReadonlyMap<string, LifeSituation>
  readonly permits: ReadonlyMap<string, Permit>
  /** The cards of questions that the permit pilot puts. */
  readonly permitQuestions: ReadonlyMap<string, QuestionCard>
  readonly businessTypes: ReadonlyMap<string, BusinessType>
  /** Matters that somebody else than the city handles. */
  readonly otherAuthorities: ReadonlyMap<string, OtherAuthority>
  readonly crisis: ReadonlyMap<string, CrisisContact>
  readonly crisisWords: ReadonlyMap<string, CrisisWords>
  /** Teams of people, in the order of their ids. */
  readonly queues: ReadonlyMap<string, QueueEntry>
  readonly cannedAnswers: ReadonlyMap<string, CannedAnswer>
  /** By which personal data are masked before anything is stored. */
  readonly disposalRules: ReadonlyMap<string, DisposalRule>
  readonly problems: readonly ContentProblem[]
  /** Where the rules of permits were taken: from an earlier day when those in the files make wrong plans. */
  readonly rulesFrom: 'files' | 'last good rule set'
  /** What calls for care in the rules of permits, but makes no plan wrong: a check that is long ago, a word that is missing. */
  readonly remarks: readonly ContentRemark[]
}

/** Who answers when nobody better is known. The first is the number in large type on the page. */
export const FRONT_DOOR = 'kontaktcenter-stockholm'
export const SWITCHBOARD = 'stadens-vaxel'
