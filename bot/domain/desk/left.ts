import type { HandOff } from './hand-off.js'
import type { Stepped } from './hand-off-events.js'
import { WEEKDAYS } from './opening-hours.js'
import { QueueSettings } from './queue.js'
import { step } from './step.js'

const ALWAYS = { weekly: Object.fromEntries(WEEKDAYS.map((day) => [day, [{ from: '00:00', to: '24:00' }]])) }

/** What becomes of a hand-off when its citizen leaves. It asks neither who is there nor what is open, so it can be done where nobody knows. */
export function left(handOff: HandOff, at: Date): Stepped {
  const own = { ...QueueSettings.parse({ id: handOff.place.queue, hours: ALWAYS }), changes: [] }
  return step(handOff, { kind: 'left' }, { at, queues: new Map([[own.id, own]]), attended: new Set(), there: new Set() })
}
