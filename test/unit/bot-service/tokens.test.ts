import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { connector } from '../../fixtures/connector.js'
import { aBotActivity } from '../../fixtures/bot-activity.js'
import { openBotService } from '../../fixtures/bot-service-door.js'
import { identityProvider, type TokenClaims } from '../../fixtures/identity-provider.js'

const APP = '11111111-2222-4333-8444-555555555555'
const TENANT = 'tenant-1'

let provider: Awaited<ReturnType<typeof identityProvider>>
let channel: Awaited<ReturnType<typeof connector>>
let service: Awaited<ReturnType<typeof openBotService>>
beforeAll(async () => {
  // botbuilder tells the console of every token it refuses.
  jest.spyOn(console, 'error').mockReturnValue(undefined)
  provider = await identityProvider({ appId: APP })
  channel = await connector()
  service = await openBotService({
    config: { botService: { appId: APP, tenant: TENANT, openIdMetadata: provider.metadata } },
    password: 'the password of the bot',
  })
})
afterAll(async () => {
  await Promise.all([provider.close(), channel.close(), service.close()])
  jest.restoreAllMocks()
})

const ask = async (claims: TokenClaims | undefined, change: Record<string, unknown> = {}) => {
  const token = claims && (await provider.token({ serviceurl: channel.serviceUrl, ...claims }))
  const headers = token ? { authorization: `Bearer ${token}` } : undefined
  const id = JSON.stringify([claims, change])
  return service.post(aBotActivity({ id, serviceUrl: channel.serviceUrl, deliveryMode: 'expectReplies', ...change }), headers)
}

describe('the Bot Framework endpoint with an app id', () => {
  it('answers the channel service', async () => {
    const { status, body } = await ask({})
    expect([status, body.activities[0].text]).toEqual([200, 'You said hej'])
  })

  it.each<[string, TokenClaims | undefined, Record<string, unknown>]>([
    ['no token', undefined, {}],
    ['a token signed with another key', { key: 'stranger' }, {}],
    ['a token for another bot', { audience: '99999999-2222-4333-8444-555555555555' }, {}],
    ['a token that has expired', { expiresIn: -3600 }, {}],
    ['a token for another service address', { serviceurl: 'https://elsewhere.example/' }, {}],
    ['a token whose key is not endorsed for the channel', { key: 'web' }, {}],
    ['a token of another issuer', { issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }, {}],
    ['a token of any organisation that calls itself an emulator', { issuer: 'https://login.microsoftonline.com/evil/v2.0' }, {}],
    ['a channel with validation of its own', {}, { channelId: 'AseChannel' }],
  ])('refuses %s', async (_what, claims, change) => {
    const { status, body } = await ask(claims, change)
    expect([status, body.error.code]).toEqual([401, 'Unauthorized'])
    expect(JSON.stringify(body)).not.toMatch(/key|audience|claim|expired/i)
  })

  it.each(['nonsense', 'Bearer', 'Bearer a.b.c', 'Basic YTpi', 'Bearer e30.e30.e30'])(
    'refuses a header that holds no token: %s',
    async (authorization) => {
      expect((await service.post(aBotActivity({ serviceUrl: channel.serviceUrl }), { authorization })).status).toBe(401)
    },
  )

  it('refuses an activity that does not say where answers go, since the token cannot be compared with it', async () => {
    const { status, body } = await ask({}, { serviceUrl: undefined })
    expect([status, body.error.code]).toEqual([400, 'MissingProperty'])
  })

  it('refuses people of another organisation', async () => {
    const { status, body } = await ask({}, { channelData: { tenant: { id: 'tenant-2' } } })
    expect([status, body.error.code]).toEqual([403, 'ForeignTenant'])
  })

  it('asks for patience when the keys cannot be fetched', async () => {
    const lost = await openBotService({
      config: { botService: { appId: APP, openIdMetadata: 'http://127.0.0.1:9/openid' } },
      password: 'x',
    })
    const token = await provider.token({ serviceurl: channel.serviceUrl })
    const { status } = await lost.post(aBotActivity({ serviceUrl: channel.serviceUrl }), { authorization: `Bearer ${token}` })
    await lost.close()
    expect(status).toBe(503)
  })
})
