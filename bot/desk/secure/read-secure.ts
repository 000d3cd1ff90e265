import type { ActAnswer } from '../../domain/desk/acts.js'
import { entryOf, isHeldBy, refused, type Acting, type ActOf } from '../acting.js'
import { minutesAfter, type SecureNeeds } from './needs.js'

/** What the citizen typed, for whoever holds the chat. Each reading is written down, before it is shown. */
export const readSecure =
  (own: SecureNeeds) =>
  async (acting: Acting, { handOff }: ActOf<'read-secure'>): Promise<ActAnswer> => {
    const row = await own.store.find(handOff)
    if (!row) return refused('no-such-chat')
    if (!isHeldBy(row, acting.by)) return refused('not-yours')
    const at = own.now()
    const ask = (await own.store.secureAsks(at)).find((one) => one.handOff === handOff)
    await own.store.log(entryOf(acting, handOff, ask ? { ask: ask.id } : {}))
    const value = await own.store.readSecurely(handOff, { at, latest: minutesAfter(at, own.minutes.afterReading) })
    return value === undefined ? refused('no-answer') : { kind: 'done', handOff, value }
  }
