import { describe, expect, it } from '@jest/globals'
import {
  afterBeingAvailable,
  afterBeingAway,
  afterHandling,
  afterOpenTime,
  afterWaiting,
  freshMemory,
} from '../../../bot/domain/desk/wait-memory.js'

const NINE = 9 * 3600

describe('what the desk remembers', () => {
  it('are the latest handling times of each topic, and how they compare with the usual', () => {
    let memory = freshMemory()
    for (let count = 0; count < 250; count++) memory = afterHandling(memory, 'parking', 600)
    expect([memory.handled['parking']!.length, memory.pace.length]).toEqual([200, 80])
    memory = afterHandling(memory, 'parking', 1200)
    expect(memory.pace.at(-1)).toBeCloseTo(Math.log(2))
    expect(afterHandling(memory, 'rare', 5).pace).toEqual(memory.pace)
  })

  it('is when agents go away, by half-hour of the day, in time spent and times gone', () => {
    const memory = afterBeingAvailable(freshMemory(), { from: NINE + 900, seconds: 3600, wentAway: true })
    expect(memory.goingAway).toEqual({
      18: { happened: 0, seconds: 900 },
      19: { happened: 0, seconds: 1800 },
      20: { happened: 1, seconds: 900 },
    })
    expect(afterBeingAvailable(freshMemory(), { from: NINE, seconds: 60, wentAway: false }).goingAway).toEqual({
      18: { happened: 0, seconds: 60 },
    })
    expect(afterBeingAway(memory, NINE, 300).away).toEqual({ 18: [300] })
  })

  it('is after how long people give up', () => {
    const memory = afterWaiting(afterWaiting(freshMemory(), 400, true), 100, false)
    expect(memory.givingUp).toEqual({ 0: { happened: 0, seconds: 400 }, 1: { happened: 1, seconds: 100 } })
  })

  it('is how often somebody comes who goes before others', () => {
    expect(afterOpenTime(afterOpenTime(freshMemory(), 3600, 2), 3600, 1).urgent).toEqual({ happened: 3, seconds: 7200 })
  })
})
