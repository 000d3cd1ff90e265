import { describe, expect, it } from '@jest/globals'
import { deskNow } from '../../../bot/domain/desk/desk-now.js'
import type { HandOff, Place } from '../../../bot/domain/desk/hand-off.js'
import type { HandOffEvent } from '../../../bot/domain/desk/hand-off-events.js'
import { step } from '../../../bot/domain/desk/step.js'
import { forecastWaits } from '../../../bot/domain/desk/wait-forecast.js'
import { freshMemory } from '../../../bot/domain/desk/wait-memory.js'
import { aHandOff, aNow, aQueue, anAgent, later, MONDAY } from '../../fixtures/desk.js'

const QUEUES = new Map([['contact-centre', aQueue({ languageForMinutes: 10 })]])
const after = (place: Partial<Place> & { id: string }, ...events: HandOffEvent[]): HandOff =>
  events.reduce((handOff, event) => {
    const stepped = step(handOff, event, aNow())
    if (stepped.kind === 'refused') throw new Error(stepped.why)
    return stepped.handOff
  }, aHandOff(place))
const approved = { kind: 'approved' } as const
const toBeCalled = { kind: 'contact-left', leave: { kind: 'call-back', contact: 'c' } } as const

describe('the desk, as a forecast sees it', () => {
  const minute = (minutes: number): Date => later(MONDAY, -60 * minutes)
  const handOffs = [
    after({ id: 'finnish', language: 'fi', askedAt: minute(2) }, approved),
    after({ id: 'swedish', askedAt: minute(1) }, approved),
    after({ id: 'urgent', askedAt: minute(0), urgency: 'urgent' }, approved),
    after({ id: 'at home', askedAt: minute(5) }, toBeCalled),
    after({ id: 'taken', askedAt: minute(9), topic: 'parking' }, approved, { kind: 'claimed', by: 'agneta' }),
    after({ id: 'in doubt', askedAt: minute(9) }),
  ]
  const agents = [
    anAgent({ chats: 1 }),
    anAgent({ id: 'bo', languages: ['sv', 'fi'], presence: 'break', awaySince: minute(3) }),
    anAgent({ id: 'cilla', presence: 'off-shift', shift: { from: later(MONDAY, 1800), until: later(MONDAY, 7200) } }),
    anAgent({ id: 'dan', presence: 'off-shift' }),
  ]
  const now = deskNow(handOffs, agents, QUEUES, MONDAY)

  it('has those who wait in their turn, with those who went home to be called', () => {
    expect(now.waiting.map(({ id, waitedSeconds, turn }) => [id, waitedSeconds, turn])).toEqual([
      ['urgent', 0, -1800],
      ['at home', 300, -300],
      ['finnish', 120, -120],
      ['swedish', 60, -60],
    ])
  })

  it('has the agents who are there or will come, whom they are for, and what they do', () => {
    const [swedish, finnish] = [now.waiting[3]!.group, now.waiting[2]!.group]
    expect(now.agents).toEqual([
      { capacity: 3, groups: [swedish], running: [{ topic: 'parking', goneOnSeconds: 0 }] },
      { capacity: 3, groups: expect.arrayContaining([swedish, finnish]), running: [], awaySeconds: 180 },
      { capacity: 3, groups: [swedish], running: [], beginsInSeconds: 1800, endsInSeconds: 7200 },
    ])
  })

  it('counts somebody who is there after the end of the shift as one who stays', () => {
    const late = anAgent({ shift: { from: minute(500), until: minute(20) } })
    expect(deskNow(handOffs, [late], QUEUES, MONDAY).agents).toMatchObject([{ endsInSeconds: undefined }])
  })

  it('is forecast as it is', () => {
    const waits = forecastWaits(now, freshMemory(), 1)
    expect([waits.get('swedish')![100], waits.get('finnish')![100]! > 0]).toEqual([expect.any(Number), true])
  })
})
