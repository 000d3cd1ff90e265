import { describe, expect, it } from '@jest/globals'
import { hasRoom, isThere, keepsChats, PRESENCES } from '../../../bot/domain/desk/agent.js'
import { anAgent, MONDAY } from '../../fixtures/desk.js'

describe('an agent with one chat of three', () => {
  it.each([
    ['available', { isThere: true, hasRoom: true, keeps: true }],
    ['away', { isThere: true, hasRoom: false, keeps: true }],
    ['break', { isThere: true, hasRoom: false, keeps: true }],
    ['off-shift', { isThere: false, hasRoom: false, keeps: false }],
  ] as const)('who is %s: %j', (presence, expected) => {
    const agent = anAgent({ presence, chats: 1 })
    expect({ isThere: isThere(agent, MONDAY), hasRoom: hasRoom(agent, MONDAY), keeps: keepsChats(presence) }).toEqual(expected)
    expect(PRESENCES).toContain(presence)
  })

  it.each([2, 3, 4])('has room below the capacity only: with %d chats', (chats) => {
    expect(hasRoom(anAgent({ chats }), MONDAY)).toBe(chats < 3)
  })
})
