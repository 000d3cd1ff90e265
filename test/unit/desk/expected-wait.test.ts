import { describe, expect, it } from '@jest/globals'
import { placeText } from '../../../bot/cards/desk/place-text.js'
import { expectedWait } from '../../../bot/domain/desk/expected-wait.js'
import type { HandOff } from '../../../bot/domain/desk/hand-off.js'
import type { Now } from '../../../bot/domain/desk/hand-off-events.js'
import { step } from '../../../bot/domain/desk/step.js'
import { freshCalibration } from '../../../bot/domain/desk/wait-interval.js'
import { freshMemory } from '../../../bot/domain/desk/wait-memory.js'
import { aHandOff, anAgent, aNow, later, MONDAY } from '../../fixtures/desk.js'

const KNOWN = { memory: freshMemory(), calibration: freshCalibration(), agents: [anAgent({ capacity: 1, chats: 1 })] }

/** Somebody who asked before and waits. */
function waiting(id: string): HandOff {
  const stepped = step(aHandOff({ id, askedAt: later(MONDAY, -600) }), { kind: 'approved' }, aNow({ at: later(MONDAY, -590) }))
  if (stepped.kind === 'refused') throw new Error(stepped.why)
  return stepped.handOff
}
const expected = (handOffs: readonly HandOff[], now: Now = aNow(), known = KNOWN) =>
  expectedWait(aHandOff({ id: 'asks' }), { handOffs, now }, known)

describe('the wait that somebody is told of before they say yes', () => {
  it('is for the place behind all who wait, and as long as it will be said to be', () => {
    const alone = expected([])
    const third = expected([waiting('one'), waiting('two')])
    expect(third).toMatchObject({ ahead: 2, of: 3 })
    expect(third!.interval!.toSeconds).toBeGreaterThan(alone!.interval!.toSeconds)
    expect(third!.interval!.toSeconds % 60).toBe(0)
    expect(placeText(third!, (key, values) => `${key} ${JSON.stringify(values)}`)).toContain('"place":3')
  })

  it('is the same when it is asked twice, and counts nobody twice who has begun to ask', () => {
    expect(expected([waiting('one')])).toEqual(expected([waiting('one')]))
    expect(expected([aHandOff({ id: 'asks' }), waiting('one')])).toMatchObject({ ahead: 1, of: 2 })
  })

  it('is the place only when nobody can say how long', () => {
    expect(expected([], aNow(), { ...KNOWN, agents: [] })).toEqual({ at: MONDAY, ahead: 0, of: 1 })
  })

  it('is not told when it is closed or nobody is there: then nobody waits in line', () => {
    expect(expected([], aNow({ at: later(MONDAY, 12 * 3600) }))).toBeUndefined()
    expect(expected([], aNow({ attended: [] }))).toBeUndefined()
  })
})
