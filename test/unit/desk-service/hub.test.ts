import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import { WebSocket } from 'ws'
import { hub } from '../../../bot/channels/staff/desk/hub.js'
import { NOT_ALLOWED, SIGNED_OUT } from '../../../bot/channels/staff/desk/seat.js'
import type { DeskMessage } from '../../../bot/domain/desk/desk-view.js'
import type { StaffMember } from '../../../bot/domain/desk/staff-member.js'
import { silentLog } from '../../../bot/telemetry/log.js'
import { LANGUAGES, LIMITS_OF_FILES, openDesk, type OpenDesk } from '../../fixtures/desk-service.js'
import { later } from '../../fixtures/desk.js'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** The hub alone, with a gate that lets this member in for an hour. */
async function openHub(opened: OpenDesk, member: StaffMember) {
  const { desk, stores, content, translate, now } = opened
  const passed = { member, until: later(now(), 3600) }
  const gate = { anyone: async () => passed, needs: () => async () => passed, byTicket: async () => passed }
  const sockets = hub({
    ...{
      config: { languages: LANGUAGES, limits: LIMITS_OF_FILES },
      desk,
      gate,
      content,
      uploads: stores.uploads,
      rates: stores.rates,
      waking: stores.waking,
      translate,
      now,
    },
    find: () => [],
    opened: () => Promise.resolve(),
    log: silentLog,
    // Often enough to notice, and seldom enough for a busy machine to answer in between.
    keepAliveMilliseconds: 250,
  })
  const server: Server = createServer()
  server.on('upgrade', (request, socket, head) => void sockets.upgrade(request, socket, head))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const socket = new WebSocket(`ws://127.0.0.1:${port}/staff/stream?ticket=t&language=sv`)
  closing.push(async () => {
    socket.terminate()
    await sockets.close()
    server.close()
  })
  const messages: DeskMessage[] = []
  socket.on('message', (data) => messages.push(JSON.parse((data as Buffer).toString('utf8')) as DeskMessage))
  await once(socket, 'open')
  return { socket, messages, closed: once(socket, 'close').then(([code]) => code as number) }
}

describe('a desk that is open', () => {
  it('is told that the session has ended, and is closed', async () => {
    const opened = await openDesk()
    const { messages, closed } = await openHub(opened, await opened.member())
    opened.pass(3601)
    expect(await closed).toBe(SIGNED_OUT)
    expect(messages.at(-1)).toEqual({ kind: 'signed-out' })
  })

  it('is closed when its member has no role any more', async () => {
    const opened = await openDesk()
    const member = await opened.member()
    const { closed } = await openHub(opened, member)
    await opened.store.saveMember({ ...member, roles: [] })
    expect(await closed).toBe(NOT_ALLOWED)
  })

  it('is closed when it says what cannot be read', async () => {
    const opened = await openDesk()
    const { socket, closed } = await openHub(opened, await opened.member())
    socket.send('{"kind":"open","chats":7}')
    expect(await closed).toBe(1007)
  })

  it('writes a reading down once for each opening, not for each line', async () => {
    const opened = await openDesk()
    const { handOff, key } = await opened.chat()
    const { socket, messages } = await openHub(opened, await opened.member())
    socket.send(JSON.stringify({ kind: 'open', chats: [{ handOff: handOff.id, after: 0 }] }))
    socket.send(JSON.stringify({ kind: 'open', chats: [{ handOff: handOff.id, after: 0 }] }))
    const timestamp = opened.now().toISOString()
    const line = { id: randomUUID(), type: 'message', timestamp, from: { id: 'lotsen', role: 'bot' }, text: 'En rad' } as const
    await opened.stores.lines.append(key, [{ activity: line }], opened.now())
    while (!messages.some((message) => message.kind === 'lines')) await once(socket, 'message')
    const audit = await opened.store.audit(handOff.id)
    expect(audit.filter(({ action }) => action === 'transcript.opened')).toHaveLength(1)
  })
})
