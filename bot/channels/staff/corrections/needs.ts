import type { IncomingMessage } from 'node:http'
import type { FillCard } from '../../../cards/templates.js'
import type { Config } from '../../../config/config.js'
import type { Content } from '../../../domain/content/content.js'
import type { Corrected, Entry } from '../../../domain/corrections/apply.js'
import type { Correction, CorrectionStore } from '../../../domain/corrections/correction.js'
import type { StaffId, StaffMember } from '../../../domain/desk/staff-member.js'
import type { Translate } from '../../../i18n/translate.js'
import type { Log } from '../../../telemetry/log.js'
import type { HttpAnswer } from '../../http-answer.js'
import type { StaffGate } from '../sign-in/gate.js'

/** The content as it is live on this instance, and what it is made of. */
export type Knowledge = {
  /** Entries as the files have them, every correction, and how each corrected field stands. */
  sources(): { entries: readonly Entry[]; corrections: readonly Correction[]; states: Corrected['states'] }
  /** The content as it would be with one more correction. Throws when nothing could answer with it. */
  tried(correction: Correction): Content
  /** Takes in what is new; resolves when it is live here. */
  look(): Promise<void>
}

export type CorrectionsNeeds = {
  config: Pick<Config, 'languages'>
  gate: StaffGate
  knowledge: Knowledge
  corrections: Pick<CorrectionStore, 'append'>
  /** Those of these who are known. */
  members: (people: readonly StaffId[]) => Promise<readonly StaffMember[]>
  content: () => Content
  /** Keys of the things that the finder finds, best first. `language` is BCP 47. */
  find: (question: string, language: string) => readonly { id: string }[]
  fill: FillCard
  translate: (language: string) => Translate
  now: () => Date
  log: Log
}

export type Asking = {
  needs: CorrectionsNeeds
  request: IncomingMessage
  query: URLSearchParams
  member: StaffMember
  /** BCP 47, of the page. */
  language: string
}
export type Serve = (asking: Asking) => Promise<HttpAnswer>
