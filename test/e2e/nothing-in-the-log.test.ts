import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, it } from '@jest/globals'
import { compose } from '../../bot/compose.js'
import { configFrom, secretsFrom } from '../../bot/config/config.js'
import { readEnvironment } from '../../bot/config/environment.js'
import { createLog } from '../../bot/telemetry/log.js'
import { ask } from '../fixtures/ask.js'
import { projectFolder } from '../fixtures/content.js'

const MARKER = 'hemligaordet'

it('writes nothing of what people say, in any channel, to the log', async () => {
  const lines: string[] = []
  const sink = new Writable({ write: (piece: Buffer, _encoding, done) => (lines.push(piece.toString()), done()) })
  const env = readEnvironment({ PORT: '0', DATA_DIR: mkdtempSync(join(tmpdir(), 'lotsen-log-')), LOG_LEVEL: 'debug' })
  const lotsen = await compose(configFrom(env, projectFolder), secretsFrom(env), createLog('debug', sink), {
    inMemory: true,
    clockwork: false,
  })
  try {
    const form = (path: string, fields: Record<string, string>) =>
      fetch(`${lotsen.url}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: lotsen.url },
        body: new URLSearchParams(fields),
      })
    await ask(lotsen.url, { id: 'm', text: `förskola ${MARKER}` })
    await fetch(`${lotsen.url}/api/messages`, { method: 'POST', body: `{"text":"${MARKER}` })
    await form('/say', { text: `förskola ${MARKER}`, id: 'f' })
    await form('/press', { activity: MARKER, card: '0', action: MARKER })
    expect((await form(`/secure/${MARKER}`, { number: MARKER })).status).toBe(403)
    const token = (await (
      await fetch(`${lotsen.url}/api/token`, {
        method: 'POST',
        headers: { origin: lotsen.url, 'content-type': 'application/json' },
        body: '{"start":true}',
      })
    ).json()) as {
      token: string
      conversationId: string
    }
    const post = (body: string) =>
      fetch(`${lotsen.url}/v3/directline/conversations/${token.conversationId}/activities`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' },
        body,
      })
    await post(JSON.stringify({ type: 'message', from: { id: 'x' }, text: MARKER, value: { verb: MARKER } }))
    await post(`{"text":"${MARKER}`)
    const plan = (body: unknown) =>
      fetch(`${lotsen.url}/api/permit-plan`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await plan({ text: `jag vill öppna ett kafé ${MARKER}` })).status).toBe(200)
    expect((await plan({ answers: { [MARKER]: MARKER } })).status).toBe(400)
    // The address of a plan is all that is needed to read it, so it is as secret as what was said.
    for (const path of ['', '.pdf', '/timeline.png'])
      expect((await fetch(`${lotsen.url}/plans/${MARKER}-${MARKER}${path}?start=${MARKER}`)).status).toBe(404)
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.join('')).not.toContain(MARKER)
    expect(lines.join('')).not.toContain(token.token)
    expect(lines.join('')).not.toContain('127.0.0.1')
  } finally {
    await lotsen.close()
  }
})
