import type { ContactsCard } from '../cards/contacts-card.js'
import type { BusinessTypeCard } from '../cards/business-type-card.js'
import type { OtherAuthorityCard } from '../cards/other-authority-card.js'
import type { PermitCard } from '../cards/permit-card.js'
import type { PilotAnswersCard } from '../cards/pilot-answers-card.js'
import type { PilotQuestionCard } from '../cards/pilot-question-card.js'
import type { PilotTypeCard } from '../cards/pilot-type-card.js'
import type { ServiceCard } from '../cards/service-card.js'
import type { FillCard } from '../cards/templates.js'
import type { Card } from '../domain/conversations/message.js'
import type { Rules } from '../domain/permits/rules.js'
import type { UndertakingFound } from '../domain/permits/undertaking-found.js'
import type { AreaFinder } from '../understanding/area.js'
import type { AnySkill } from '../turn/skill.js'
import type { Finder } from '../understanding/find.js'

/** What the skills are built from, for one snapshot of the content. */
export type SkillNeeds = {
  fill: FillCard
  serviceCard: (shown: ServiceCard) => Card
  permitCard: (shown: PermitCard) => Card
  businessTypeCard: (shown: BusinessTypeCard) => Card
  otherAuthorityCard: (shown: OtherAuthorityCard) => Card
  contactsCard: (shown: ContactsCard) => Card
  pilotTypeCard: (shown: PilotTypeCard) => Card
  pilotQuestionCard: (shown: PilotQuestionCard) => Card
  pilotAnswersCard: (shown: PilotAnswersCard) => Card
  finder: Finder
  areas: AreaFinder
  languages: readonly string[]
  /** The permit rules of the same snapshot. */
  rules: Rules
  /** Days that a number or an address is kept that somebody left to be reached by. */
  contactDays: number
  /** What somebody's own words say about an undertaking. `language` (BCP 47) is that of the text. */
  undertakings: (text: string, language: string) => UndertakingFound
  /** What is told to staff in Teams; nothing where there is no desk. */
  inTeams?: readonly AnySkill[]
} & PilotNeeds

/** What the permit pilot has from outside. */
export type PilotNeeds = {
  /** A new plan's unguessable id, and the code that it is found by. */
  newPlan: () => { id: string; code: string }
  /** Days that a plan is kept after it was last used. */
  planDays: number
  /** Where people who are not on our own page reach us, without a slash at its end; undefined on a machine of one's own. */
  publicOrigin?: string
}
