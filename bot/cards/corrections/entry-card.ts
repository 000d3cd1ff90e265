import type { Card } from '../../domain/conversations/message.js'
import type { Content } from '../../domain/content/content.js'
import type { CorrectableKind } from '../../domain/corrections/fields.js'
import type { Translate } from '../../i18n/translate.js'
import { contactsCard } from '../contacts-card.js'
import { crisisCard } from '../crisis-card.js'
import { otherAuthorityCard } from '../other-authority-card.js'
import { permitCard } from '../permit-card.js'
import { serviceCard } from '../service-card.js'
import type { FillCard } from '../templates.js'

export type ShownEntry = { id: string; content: Content; language: string; t: Translate }
type Show = (fill: FillCard, shown: ShownEntry) => Card | undefined

/** The card that a citizen gets of each kind of entry; queues have no card. */
const CARDS: Readonly<Record<Exclude<CorrectableKind, 'queues'>, Show>> = {
  services(fill, { id, ...shown }) {
    const service = shown.content.services.get(id)
    return service && serviceCard(fill, { ...shown, service, short: false, asksDistrict: false })
  },
  permits(fill, { id, ...shown }) {
    const permit = shown.content.permits.get(id)
    return permit && permitCard(fill, { ...shown, permit, short: false })
  },
  contact(fill, { id, content, language, t }) {
    const point = content.contact.get(id)
    return point && contactsCard(fill, { title: t('contact.title'), points: [point], ways: [], language, t })
  },
  ways(fill, { id, content, language, t }) {
    const way = content.ways.get(id)
    return way && contactsCard(fill, { title: t('contact.title'), points: [], ways: [way], language, t })
  },
  'other-authorities'(fill, { id, content, language, t }) {
    const matter = content.otherAuthorities.get(id)
    return matter && otherAuthorityCard(fill, { matter, language, t })
  },
  crisis(fill, { id, content, language, t }) {
    const contact = content.crisis.get(id)
    return contact && crisisCard(fill, { contacts: [contact], language, t, isOnPage: false })
  },
}

/** What a citizen is shown of an entry; undefined when the content does not have it. */
export const entryCard = (fill: FillCard, kind: Exclude<CorrectableKind, 'queues'>, shown: ShownEntry): Card | undefined =>
  CARDS[kind](fill, shown)
