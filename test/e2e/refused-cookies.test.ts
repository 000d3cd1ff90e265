import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { violations } from '../fixtures/axe.js'
import { browserWith, launchBrowser, type Windows } from '../fixtures/browser.js'
import { openChat, type Opening } from '../fixtures/chat-page.js'
import { openProxy, type Proxy } from '../fixtures/proxy.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

const QUESTION = 'vi ska ha barn och behöver förskola'
// 2 is "block", as somebody sets it for all sites.
const blocking = browserWith({ profile: { default_content_setting_values: { cookies: 2 } } })

let ordinary: Browser
let lotsen: Started
let proxy: Proxy

beforeAll(async () => {
  proxy = await openProxy(() => lotsen.url, { withholds: ['set-cookie'] })
  ;[ordinary, lotsen] = await Promise.all([launchBrowser(), startLotsen()])
})
afterAll(async () => {
  await ordinary?.close()
  await lotsen?.close()
  await proxy?.close()
})

type Way = [name: string, windows: () => Windows, url: () => string]
const WAYS: Way[] = [
  ['that the browser refuses', () => blocking, () => lotsen.url],
  ['that are lost on their way', () => ordinary, () => proxy.url],
]

describe.each(WAYS)('with cookies %s', (_, windows, url) => {
  const open = (options: Opening = {}) => openChat(windows(), url(), options)

  it('talks in this tab, says and reads out that it is for this tab only, and asks for one token', async () => {
    const chat = await open()
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    await chat.hearing('tar inte emot kakor')
    await chat.say('börja om')
    await chat.answered('Vi börjar om')
    await chat.hearing('Vi börjar om')
    const notice = chat.page.locator('.notice', { hasText: 'bara så länge sidan är öppen' })
    expect(await notice.count()).toBe(1)
    expect(await notice.isVisible()).toBe(true)
    expect(await chat.page.locator('#messages > li').count()).toBe(4)
    expect(await violations(chat.page)).toEqual([])
    expect(chat.requests.filter((asked) => asked.endsWith('/api/token'))).toHaveLength(1)
    expect(chat.requests.filter((asked) => asked.startsWith('ws:'))).toHaveLength(1)
    // Nothing is read out before an answer: it may be a number to call.
    const heard = (await chat.announced()).map((words) => (words.includes('kakor') ? 'kakor' : 'answer'))
    expect(heard).toEqual(['answer', 'kakor', 'answer'])
    expect(await chat.context.cookies()).toEqual([])
    await chat.close()
  })

  it('says so when the token ran out while the computer slept, and begins anew', async () => {
    const chat = await open()
    await chat.page.clock.install()
    await chat.say(QUESTION)
    await chat.answered('Ansök om förskola')
    await chat.page.clock.fastForward('40:00')
    await chat.status.filter({ hasText: 'Samtalet är slut' }).waitFor()
    expect(await chat.page.locator('#messages > li').count()).toBe(0)
    await chat.say('börja om')
    await chat.answered('Vi börjar om')
    expect(await chat.own.allInnerTexts()).toEqual([expect.stringContaining('börja om')])
    await chat.close()
  })

  it.each(['on', 'off', 'missing'] as const)('speaks the language that is chosen, with scripts %s', async (script) => {
    const chat = await open({ script })
    await chat.page.getByRole('button', { name: 'English' }).click()
    await chat.page.locator('html[lang=en]').waitFor({ state: 'attached' })
    await chat.close()
  })

  it.each(['off', 'missing'] as const)(
    'explains, with scripts %s, why there is no answer, and whom to call instead',
    async (script) => {
      const chat = await open({ script })
      for (const text of [QUESTION, QUESTION]) {
        await chat.say(text)
        await chat.status.filter({ hasText: 'tar din webbläsare inte emot kakor' }).waitFor()
        expect(await chat.page.locator('#messages > li').count()).toBe(0)
      }
      expect(await chat.page.locator('.call a[href^="tel:"]').first().isVisible()).toBe(true)
      expect(chat.requests.filter((asked) => asked.includes('said=1'))).toHaveLength(2)
      await chat.close()
    },
  )
})
