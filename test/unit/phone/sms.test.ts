import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { mobileNumber } from '../../../bot/domain/phone/sms.js'
import { smsFiles } from '../../../bot/gateways/sms-files.js'
import { silentLog } from '../../../bot/telemetry/log.js'

const now = (): Date => new Date('2026-11-23T09:00:00Z')
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'lotsen-sms-'))

describe('short messages as files', () => {
  it('are whole files with number, text and time, readable by us alone, and the same message twice is one', async () => {
    const folder = join(newFolder(), 'out')
    const send = smsFiles({ folder, now, log: silentLog })
    const sms = { key: 'call/one key', to: '+46701740605', text: 'Hej\nå' }
    expect([await send(sms), await send(sms)]).toEqual(['sent', 'sent'])
    const files = readdirSync(folder)
    expect(files).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/)])
    const file = join(folder, files[0] ?? '')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ to: '+46701740605', text: 'Hej\nå', at: '2026-11-23T09:00:00.000Z' })
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('say so when there is nowhere to put them', async () => {
    const inTheWay = join(newFolder(), 'a-file')
    writeFileSync(inTheWay, '')
    expect(await smsFiles({ folder: inTheWay, now, log: silentLog })({ key: 'k', to: '+46701740605', text: 'x' })).toBe('failed')
  })
})

describe('a mobile number', () => {
  it.each([
    ['070-174 06 05', '+46701740605'],
    ['+46 70 174 06 05', '+46701740605'],
    ['0046701740605', '+46701740605'],
    ['+358 40 123 4567', '+358401234567'],
    ['08-508 00 508', undefined],
    ['070', undefined],
    ['', undefined],
    ['070-174 06 05; x', undefined],
  ])('%s is %s', (written, sent) => {
    expect(mobileNumber(written)).toBe(sent)
  })
})
