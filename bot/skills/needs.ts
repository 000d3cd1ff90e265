import type { ContactsCard } from '../cards/contacts-card.js'
import type { BusinessTypeCard } from '../cards/business-type-card.js'
import type { OtherAuthorityCard } from '../cards/other-authority-card.js'
import type { PermitCard } from '../cards/permit-card.js'
import type { ServiceCard } from '../cards/service-card.js'
import type { FillCard } from '../cards/templates.js'
import type { Card } from '../domain/conversations/message.js'
import type { AreaFinder } from '../understanding/area.js'
import type { Finder } from '../understanding/find.js'

/** What the skills are built from, for one snapshot of the content. */
export type SkillNeeds = {
  fill: FillCard
  serviceCard: (shown: ServiceCard) => Card
  permitCard: (shown: PermitCard) => Card
  businessTypeCard: (shown: BusinessTypeCard) => Card
  otherAuthorityCard: (shown: OtherAuthorityCard) => Card
  contactsCard: (shown: ContactsCard) => Card
  finder: Finder
  areas: AreaFinder
  languages: readonly string[]
}
