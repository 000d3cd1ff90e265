import type { Card } from '../domain/conversations/message.js'
import { latest } from '../domain/latest.js'

const AT_MOST = 5_000

/**
 * Makes each card once: it says the same to everybody who is shown it. `nameOf` tells apart all cards that differ. What this returns is for
 * one snapshot of the content, and goes with it. The cards are shared by many conversations: nobody may change one.
 */
export function madeOnce<Shown>(
  make: (shown: Shown) => Card,
  nameOf: (shown: Shown) => string,
  atMost = AT_MOST,
): (shown: Shown) => Card {
  const made = latest<Card>(atMost)
  return (shown) => made(nameOf(shown), () => make(shown))
}

// In no card's words, and nothing that JSON would write otherwise.
const ANY_RUN = '@@run@@'

/** As `madeOnce`, for cards that only differ in the run of the pilot that their buttons belong to. Each is a card of its own. */
export function madeOnceForRuns<Shown extends { run: string }>(
  make: (shown: Shown) => Card,
  nameOf: (shown: Shown) => string,
  atMost = AT_MOST,
): (shown: Shown) => Card {
  const made = latest<readonly string[]>(atMost)
  return (shown) => {
    const pieces = made(nameOf(shown), () => JSON.stringify(make({ ...shown, run: ANY_RUN })).split(ANY_RUN))
    return JSON.parse(pieces.join(JSON.stringify(shown.run).slice(1, -1))) as Card
  }
}
