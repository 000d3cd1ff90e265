import { describe, expect, it } from '@jest/globals'
import { step } from '../../../bot/domain/desk/step.js'
import type { HandOffEvent } from '../../../bot/domain/desk/hand-off-events.js'
import { mayWrite, whoHears } from '../../../bot/domain/desk/who-hears.js'
import { aHandOff, aNow } from '../../fixtures/desk.js'

const after = (...events: HandOffEvent[]) =>
  events.reduce((handOff, event) => {
    const stepped = step(handOff, event, aNow())
    return stepped.kind === 'moved' ? stepped.handOff : handOff
  }, aHandOff())

describe('what the citizen writes', () => {
  it.each<[string, HandOffEvent[], 'bot' | 'agent']>([
    ['before the summary is approved', [], 'bot'],
    ['while waiting', [{ kind: 'approved' }], 'bot'],
    ['with an agent', [{ kind: 'approved' }, { kind: 'claimed', by: 'a' }], 'agent'],
    [
      'after being handed back',
      [{ kind: 'approved' }, { kind: 'claimed', by: 'a' }, { kind: 'handed-back', by: 'a', term: 1 }],
      'bot',
    ],
  ])('%s is heard', (_, events, by) => expect(whoHears(after(...events).situation)).toBe(by))
})

describe('an agent', () => {
  it('writes under the claim that is the last one, and no other', () => {
    const handOff = after({ kind: 'approved' }, { kind: 'claimed', by: 'a' })
    expect([
      mayWrite(handOff, { by: 'a', term: 1 }),
      mayWrite(handOff, { by: 'a', term: 0 }),
      mayWrite(handOff, { by: 'b', term: 1 }),
    ]).toEqual([true, false, false])
    expect(mayWrite(after({ kind: 'approved' }), { by: 'a', term: 1 })).toBe(false)
  })
})
