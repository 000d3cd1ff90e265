import type { Card } from '../domain/conversations/message.js'

/**
 * Makes each card once: it says the same to everybody who is shown it. `nameOf` tells apart all cards that differ. What this returns is for
 * one snapshot of the content, and goes with it. The cards are shared by many conversations: nobody may change one.
 */
export function madeOnce<Shown>(make: (shown: Shown) => Card, nameOf: (shown: Shown) => string): (shown: Shown) => Card {
  const made = new Map<string, Card>()
  return (shown) => {
    const name = nameOf(shown)
    const card = made.get(name) ?? make(shown)
    made.set(name, card)
    return card
  }
}
