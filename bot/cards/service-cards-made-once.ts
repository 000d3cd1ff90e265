import type { Card } from '../domain/conversations/message.js'
import { serviceCard, type ServiceCard } from './service-card.js'
import type { FillCard } from './templates.js'

export type MakeServiceCard = (shown: ServiceCard) => Card

/**
 * Makes service cards, each one once: it says the same to everybody who is shown it. What this returns is for one snapshot of the content
 * and goes with it. The cards are shared by many conversations: nobody may change one.
 */
export function serviceCardsMadeOnce(fill: FillCard): MakeServiceCard {
  const made = new Map<string, Card>()
  return (shown) => {
    const name = nameOf(shown)
    const card = made.get(name) ?? serviceCard(fill, shown)
    made.set(name, card)
    return card
  }
}

const nameOf = ({ service, language, short, asksDistrict, district = '' }: ServiceCard): string =>
  [service.id, language, short, asksDistrict, service.responsible.byDistrict ? district : ''].join('|')
