import { describe, expect, it } from '@jest/globals'
import { aWaitingChat } from '../../fixtures/a-desk-change.js'
import { openDesk } from '../../fixtures/desk-service.js'
import { MONDAY } from '../../fixtures/desk.js'
import { PDF } from '../../fixtures/files.js'

const FILE = { key: 'file-key-1', name: 'beslut.pdf', contentType: 'application/pdf', bytes: PDF }

describe('an agent who sends a file', () => {
  it('is told to send a link where the citizen\u2019s channel takes no files of ours', async () => {
    const { desk, stores, store, member } = await openDesk()
    const key = { channel: 'msteams', conversation: 'a-chat-in-teams' }
    await stores.conversations.start(key, { keeping: 'ordinary', at: MONDAY })
    const { handOff } = await aWaitingChat(store, key)
    const one = await member()
    const taken = await desk.act(one, { act: 'take', handOff: handOff.id })
    const term = taken.kind === 'done' ? taken.term! : 0
    expect(await desk.sendFile(one, { ...FILE, handOff: handOff.id, term })).toEqual({ kind: 'refused', why: 'no-files-there' })
  })

  it('needs a chat that there is, and the permission to write', async () => {
    const { desk, chat, member } = await openDesk()
    const { handOff } = await chat()
    const reader = await member({ roles: ['reader'] })
    expect(await desk.sendFile(reader, { ...FILE, handOff: handOff.id, term: 1 })).toMatchObject({ why: 'not-allowed' })
    expect(await desk.sendFile(await member(), { ...FILE, handOff: 'none', term: 1 })).toMatchObject({ why: 'no-such-chat' })
  })
})
