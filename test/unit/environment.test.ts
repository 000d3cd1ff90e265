import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { configFrom } from '../../bot/config/config.js'
import { Environment, readEnvironment } from '../../bot/config/environment.js'
import { projectFolder } from '../fixtures/content.js'

describe('the environment', () => {
  it('needs nothing to be set', () => {
    expect(configFrom(readEnvironment({}), projectFolder)).toMatchObject({
      port: 3978,
      host: '127.0.0.1',
      languages: ['sv', 'en'],
    })
  })

  it.each([
    [{ PORT: '80a' }, 'PORT: expected a whole number from 0 to 65535'],
    [{ PORT: '99999' }, 'PORT: expected a whole number from 0 to 65535'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: expected an address that starts with postgresql://'],
    [{ PUBLIC_URL: 'http://x.se' }, 'PUBLIC_URL: expected an address that starts with https://'],
    [{ EMBED_ORIGINS: 'https://a.se/path' }, 'EMBED_ORIGINS: expected an origin'],
    [{ KEEP_CONVERSATION_DAYS: '0' }, 'KEEP_CONVERSATION_DAYS: expected a whole number'],
    [{ TOKEN_KEY: 'short' }, 'TOKEN_KEY: expected at least 32 characters'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: expected debug, info'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV: expected development, production or test'],
  ])('%j stops the start, and says what was expected', (given, message) => {
    expect(() => readEnvironment(given)).toThrow(message)
  })

  it('never repeats a value, which may be secret', () => {
    expect(() => readEnvironment({ TOKEN_KEY: 'hemligt' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hemligt') }),
    )
  })

  it('names every variable that is wrong at once', () => {
    expect(() => readEnvironment({ PORT: 'x', HOST: '', LOG_LEVEL: 'y' })).toThrow(/PORT[\s\S]*LOG_LEVEL/)
  })

  it('refuses half an app registration', () => {
    expect(() => configFrom(readEnvironment({ MICROSOFT_APP_ID: 'x' }), projectFolder)).toThrow('MICROSOFT_APP_PASSWORD')
  })

  it('is documented whole, and nothing else is', () => {
    const documented = [...readFileSync(join(projectFolder, 'docs/running.md'), 'utf8').matchAll(/^\| `([A-Z_]+)`/gm)].map(
      ([, name]) => name,
    )
    expect(documented.sort()).toEqual(Object.keys(Environment.shape).sort())
  })
})
