import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import ICAL from 'ical.js'
import type { Browser, Locator, Page } from 'playwright-core'
import { addDays, dateText } from '../../bot/cards/plan-dates.js'
import { violations } from '../fixtures/axe.js'
import { launchBrowser } from '../fixtures/browser.js'
import { openChat, type ChatPage, type Opening, type Script } from '../fixtures/chat-page.js'
import { realContent } from '../fixtures/content.js'
import { factsIn, pilotTalk, type PilotTalk } from '../fixtures/pilot-talk.js'
import { pdfIn } from '../fixtures/read-pdf.js'
import { startLotsen, type Started } from '../fixtures/start-lotsen.js'

let browser: Browser
let lotsen: Started

beforeAll(async () => {
  ;[browser, lotsen] = await Promise.all([launchBrowser(), startLotsen()])
})
afterAll(async () => {
  await browser?.close()
  await lotsen?.close()
})

type Language = 'sv' | 'en'
const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const
const PIZZERIA = {
  sv: 'jag vill öppna en liten pizzeria med uteservering och sälja öl',
  en: 'I want to open a small pizzeria with outdoor seating and sell beer',
} as const
/** What the sentence has told already. */
const TOLD = ['serves-food', 'serves-alcohol', 'outdoor-seating']
/** What such a pizzeria needs, whatever else is answered. */
const SURELY = ['food-registration', 'alcohol-permanent-public']

const nameOf = async (permit: string, language: Language): Promise<string> =>
  (await realContent()).permits.get(permit)!.name[language]

type Talking = { chat: ChatPage; pilot: PilotTalk }
async function talkIn(language: Language, opening: Opening = {}): Promise<Talking> {
  const chat = await openChat(browser, lotsen.url, { locale: LOCALES[language], ...opening })
  return { chat, pilot: pilotTalk(chat, language) }
}

/** As far as the plan. */
async function planned(language: Language = 'sv', opening: Opening = {}): Promise<Talking> {
  const talking = await talkIn(language, opening)
  await talking.pilot.begin(PIZZERIA[language])
  await talking.pilot.toThePlan()
  return talking
}

/** As far as a plan that is cut short after the first card. */
async function cutShort(opening: Opening = {}): Promise<Talking> {
  const talking = await talkIn('sv', opening)
  await talking.pilot.begin(PIZZERIA.sv)
  await talking.pilot.press('question.plan')
  return talking
}

/** The outcomes that the server sends with its answers, as other programs hear them. */
function outcomesOf(page: Page): string[] {
  const outcomes: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      for (const [, outcome] of payload.toString().matchAll(/"outcome":"([a-z-]+)"/g)) outcomes.push(outcome!)
    }),
  )
  return outcomes
}

/** The width of a picture in pixels, once it is there. */
const widthOf = (picture: Locator): Promise<number> =>
  picture.evaluate(async (element) => {
    const image = element as unknown as { decode: () => Promise<void>; naturalWidth: number }
    await image.decode()
    return image.naturalWidth
  })

const openDetails = (page: Page): Promise<unknown> =>
  page.evaluate("document.querySelectorAll('#messages details, main details').forEach((details) => (details.open = true))")

/** The file that a link leads to, as it is saved. */
async function saved(page: Page, link: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return readFile(await download.path())
}

const CASES: [Language, Script][] = [
  ['sv', 'on'],
  ['sv', 'off'],
  ['en', 'on'],
  ['en', 'off'],
]

describe.each(CASES)('the pizzeria from first words to its papers, in %s, with scripts %s', (language, script) => {
  let chat: ChatPage
  let pilot: PilotTalk
  let outcomes: string[]
  let page: Page

  beforeAll(async () => {
    ;({ chat, pilot } = await talkIn(language, { script }))
    outcomes = outcomesOf(chat.page)
  })
  afterAll(() => chat?.close())

  it('shows what was understood, and the first question below it', async () => {
    await pilot.begin(PIZZERIA[language])
    const understood = chat.last.locator('.card').first()
    expect(await understood.getByRole('heading', { name: pilot.words('understood.title') }).count()).toBe(1)
    expect(await understood.getByRole('button', { name: pilot.words('change') }).count()).toBeGreaterThan(TOLD.length)
    expect(await pilot.question.innerText()).toContain(pilot.words('question.number', { number: 1 }))
    expect(await pilot.question.innerText()).toContain(pilot.words('question.why', { why: '' }).trim())
  })

  it('asks a few cards, nothing twice, and nothing that it was told', async () => {
    const asked = (await pilot.toThePlan()).flat()
    expect(asked.length).toBeGreaterThan(0)
    expect(asked).toHaveLength(new Set(asked).size)
    for (const fact of TOLD) expect(asked).not.toContain(fact)
  })

  it('shows the plan: the licence and the registration, the order as a picture, the price, and the code', async () => {
    const needed = await pilot.itemsOf('needed')
    for (const permit of SURELY) expect(needed).toContain(await nameOf(permit, language))
    expect(await pilot.code()).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}$/)
    const picture = pilot.plan.getByRole('img')
    expect(await picture.getAttribute('alt')).toContain(await nameOf(SURELY[0]!, language))
    await picture.scrollIntoViewIfNeeded()
    await expect(widthOf(picture)).resolves.toBeGreaterThan(0)
  })

  if (script === 'on')
    it('says to other programs what it did', () => {
      expect(new Set(outcomes)).toEqual(new Set(['permit-question', 'permit-plan']))
      expect(outcomes.at(-1)).toBe('permit-plan')
    })

  it('has the plan as a page, in the same language, without a script', async () => {
    await pilot.plan.getByRole('link', { name: pilot.words('plan.page') }).click()
    page = chat.page
    await page.locator('main#plan').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('script').count()).toBe(0)
    expect(await page.locator('svg').first().isVisible()).toBe(true)
    for (const permit of SURELY) {
      const item = page.locator(`article#item-${permit}`)
      expect(await item.getByRole('heading', { level: 3 }).innerText()).toBe(await nameOf(permit, language))
      expect(await item.locator('.status').innerText()).toBe(pilot.t('plan.status.needed'))
      expect(await item.locator('a[href^="https://"]').count()).toBeGreaterThan(0)
      expect(await item.getByText(pilot.t('plan.item.because')).count()).toBe(1)
    }
  })

  it('gives it as a PDF that another program reads, in the same language', async () => {
    // Fetched beside the page, with its cookies: the browser would show it rather than save it.
    const address = await page.getByRole('link', { name: pilot.t('plan.get-pdf') }).getAttribute('href')
    const response = await chat.context.request.get(new URL(address!, lotsen.url).href)
    expect(response.headers()['content-type']).toBe('application/pdf')
    const pdf = await pdfIn(await response.body())
    expect(pdf.isTagged).toBe(true)
    expect(pdf.language?.slice(0, 2)).toBe(language)
    expect(pdf.title).toBe(await page.title())
    for (const permit of SURELY) expect(pdf.text).toContain(await nameOf(permit, language))
  })

  it('gives the days as a calendar file, and the timeline as a picture', async () => {
    const file = await saved(page, page.getByRole('link', { name: pilot.t('plan.get-ics') }))
    const calendar = new ICAL.Component(ICAL.parse(file.toString('utf8')) as unknown[])
    const summaries = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).summary)
    expect(summaries).toContain(pilot.t('plan.ics.open'))
    expect(summaries).toContain(pilot.t('plan.ics.send', { name: await nameOf('alcohol-permanent-public', language) }))
    const address = await page.getByRole('link', { name: pilot.t('plan.get-png') }).getAttribute('href')
    const picture = await (await chat.context.request.get(new URL(address!, lotsen.url).href)).body()
    expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG')
  })

  it('leads back to the chat, where the plan still is', async () => {
    await page.locator('header a[href="/"]').click()
    await chat.answers.first().waitFor()
    expect(await pilot.plan.count()).toBe(1)
  })

  it('has asked nobody else for anything, and broken its policy nowhere', () => {
    expect(chat.hosts()).toEqual([new URL(lotsen.url).host])
    for (const policy of chat.policies) expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
    expect(chat.complaints).toEqual([])
  })
})

describe('by keyboard alone', () => {
  /** What has focus: its id, kind, name and words. */
  type Focus = { tag: string; id: string; type: string; name: string; value: string; text: string; isOpen: boolean }
  const focusOf = (page: Page): Promise<Focus> =>
    page.evaluate(`(() => {
      const { tagName, id, type = '', name = '', value = '', textContent, checked = false } = document.activeElement
      return { tag: tagName.toLowerCase(), id, type, name, value, text: textContent.trim(), isOpen: type === 'radio' && !checked }
    })()`)

  async function tabTo(page: Page, isThere: (focus: Focus) => boolean, key = 'Tab'): Promise<Focus> {
    const passed: string[] = []
    for (let steps = 0; steps < 150; steps++) {
      await page.keyboard.press(key)
      const focus = await focusOf(page)
      if (isThere(focus)) return focus
      passed.push(focus.name || focus.text.slice(0, 30) || focus.tag)
    }
    throw new Error(`Not found by ${key}: ${passed.join(' | ')}`)
  }

  /** Answers the field that has focus: of a group "no", else the first by the arrow keys, a number by its digits. */
  async function answerHere(page: Page, here: Focus): Promise<void> {
    if (here.type === 'number') return page.keyboard.type('20')
    const values = await page
      .locator(`input[name="${here.name}"]`)
      .evaluateAll((all) => all.map((one) => one.getAttribute('value')))
    const wanted = values.includes('no') ? 'no' : values.find((value) => value !== 'unknown')
    await page.keyboard.press('Space')
    for (let steps = 0; steps < values.length && (await focusOf(page)).value !== wanted; steps++)
      await page.keyboard.press('ArrowDown')
    const now = await focusOf(page)
    expect([now.value, now.isOpen]).toEqual([wanted, false])
  }

  /** From the heading of a question through its fields in order to the button that sends them. */
  async function answerCard(page: Page, pilot: PilotTalk): Promise<void> {
    const fields: string[] = []
    const isSending = ({ type, text }: Focus): boolean => type === 'submit' && text === pilot.words('question.next')
    const isField = ({ name }: Focus): boolean => name.startsWith('input.fact.') && !fields.includes(name)
    const asked = (await factsIn(pilot.question)).filter((name) => !name.includes('.unknown.'))
    for (;;) {
      const here = await tabTo(page, (focus) => isField(focus) || isSending(focus))
      if (isSending(here)) break
      fields.push(here.name)
      await answerHere(page, here)
    }
    expect(fields).toEqual(asked)
    await pilot.then(() => page.keyboard.press('Enter'))
  }

  it.each<Language>(['sv', 'en'])(
    'goes from first words to the plan and its page, and is read aloud, in %s',
    async (language) => {
      const { chat, pilot } = await talkIn(language)
      const { page } = chat
      await tabTo(page, ({ id }) => id === 'text')
      await page.keyboard.type(PIZZERIA[language])
      await pilot.then(() => page.keyboard.press('Enter'))
      // Whoever writes stays in the box: the question is read aloud, and stands before it.
      expect((await focusOf(page)).id).toBe('text')
      await chat.hearing(await pilot.title())
      const asked = await factsIn(pilot.question)
      await tabTo(page, ({ name }) => name === asked[0], 'Shift+Tab')
      await page.keyboard.press('Shift+Tab')

      while ((await pilot.question.count()) > 0) {
        await answerCard(page, pilot)
        const title = await ((await pilot.plan.count()) > 0 ? pilot.plan : pilot.question).locator('h3').innerText()
        const { tag, text } = await focusOf(page)
        expect([tag, text]).toEqual(['h3', title])
        await chat.hearing(title)
      }

      for (const permit of SURELY) expect(await pilot.itemsOf('needed')).toContain(await nameOf(permit, language))
      await tabTo(page, ({ tag, text }) => tag === 'a' && text === pilot.words('plan.page'))
      await page.keyboard.press('Enter')
      await page.locator('main#plan').waitFor()
      await tabTo(page, ({ tag, text }) => tag === 'a' && text === pilot.t('plan.skip'))
      expect(chat.complaints).toEqual([])
      await chat.close()
    },
  )

  it('has every question of a card read aloud, with why it is asked', async () => {
    const { chat, pilot } = await talkIn('sv')
    await pilot.begin(PIZZERIA.sv)
    await pilot.fill('decided')
    await pilot.next()
    await chat.hearing(await pilot.title())
    const announced = (await chat.announced()).at(-1)!
    const labels = await pilot.question
      .locator('legend, .field > label')
      .evaluateAll((all) => all.map(({ firstChild }) => firstChild?.textContent?.trim() ?? ''))
    for (const label of labels) expect(announced).toContain(label)
    await chat.close()
  })

  it('leaves somebody where they are who has gone on before the answer came', async () => {
    const { chat, pilot } = await talkIn('sv')
    await pilot.begin(PIZZERIA.sv)
    await chat.page.route('**/activities', async (route) => {
      await chat.page.focus('#text')
      await route.continue()
    })
    await pilot.press('question.plan')
    expect((await focusOf(chat.page)).id).toBe('text')
    await chat.close()
  })
})

describe('somebody who changes their mind', () => {
  it('goes back to the question before, with what was answered', async () => {
    const { chat, pilot } = await talkIn('sv')
    await pilot.begin(PIZZERIA.sv)
    const title = await pilot.title()
    await pilot.fill('decided')
    const chosen = await checked(pilot)
    await pilot.next()
    expect(await pilot.title()).not.toBe(title)
    await pilot.press('question.back')
    expect(await pilot.title()).toBe(title)
    // Questions that were not for them are not put again.
    expect(chosen).toEqual(expect.arrayContaining(await checked(pilot)))
    await chat.close()
  })

  it.each<Script>(['on', 'off'])(
    'does without beer after all: the licence is gone, and what is forgotten is told; scripts %s',
    async (script) => {
      const { chat, pilot } = await talkIn('sv', { script })
      await pilot.begin(PIZZERIA.sv)
      await pilot.fill('decided')
      await pilot.next()
      const licence = await nameOf('alcohol-permanent-public', 'sv')
      await pilot.then(() => chat.page.locator(`button[data-press*='"fact":"serves-alcohol"']`).last().click())
      await pilot.question.locator('input[value=no]').check()
      const answer = await pilot.next()
      const [changed, forgotten] = ['changed', 'forgotten'].map((key) => pilot.words(key, { list: '' }).trim())
      expect(await answer.innerText()).toContain(changed)
      expect(await answer.innerText()).toContain(forgotten)
      await pilot.toThePlan()
      for (const status of ['needed', 'probably', 'depends'] as const) expect(await pilot.itemsOf(status)).not.toContain(licence)
      expect(await pilot.itemsOf('needed')).toContain(await nameOf('food-registration', 'sv'))
      await chat.close()
    },
  )

  it('changes an answer from the plan', async () => {
    const { chat, pilot } = await planned()
    await pilot.press('change-answers')
    const card = chat.last.locator('.card').last()
    await card.locator('select').selectOption('serves-alcohol')
    await pilot.then(() =>
      card
        .getByRole('button', { name: pilot.words('change'), exact: true })
        .last()
        .click(),
    )
    await pilot.question.locator('input[value=no]').check()
    await pilot.next()
    await pilot.toThePlan()
    expect(await pilot.itemsOf('needed')).not.toContain(await nameOf('alcohol-permanent-public', 'sv'))
    await chat.close()
  })

  it('starts over', async () => {
    const { chat, pilot } = await cutShort()
    const answer = await pilot.press('restart')
    expect(await answer.innerText()).toContain(pilot.words('restarted'))
    expect(await answer.getByRole('heading', { name: pilot.words('type.title') }).count()).toBe(1)
    await chat.close()
  })

  const checked = (pilot: PilotTalk): Promise<string[]> =>
    pilot.question
      .locator('input:checked')
      .evaluateAll((all) => all.map((one) => `${one.getAttribute('name')}=${one.getAttribute('value')}`))
})

describe('somebody who does not know yet', () => {
  it.each<Script>(['on', 'off'])(
    'comes to a plan by that alone, and is told what to find out, with scripts %s',
    async (script) => {
      const { chat, pilot } = await talkIn('sv', { script })
      await pilot.begin(PIZZERIA.sv)
      await pilot.toThePlan('undecided')
      const open = await pilot.itemsOf('depends')
      expect(open.length).toBeGreaterThan(0)
      expect(await chat.last.innerText()).toContain(pilot.words('item.find-out'))
      // What nobody has answered is never told as not needed.
      expect([...(await pilot.itemsOf('needed')), ...(await pilot.itemsOf('probably')), ...open]).toContain(
        await nameOf('food-registration', 'sv'),
      )
      await chat.close()
    },
  )

  it('has the plan at once, cut short, and the rest of the questions afterwards', async () => {
    const { chat, pilot } = await cutShort()
    expect(await pilot.plan.innerText()).toContain(pilot.words('plan.short'))
    expect((await pilot.itemsOf('depends')).length).toBeGreaterThan(0)
    await pilot.press('plan.continue')
    await pilot.toThePlan()
    expect(await pilot.itemsOf('needed')).toContain(await nameOf('alcohol-permanent-public', 'sv'))
    await chat.close()
  })

  it('is helped with a form', async () => {
    const { chat, pilot } = await planned('en')
    const name = await nameOf('food-registration', 'en')
    await openDetails(chat.page)
    const help = await pilot.then(() =>
      chat.page
        .getByRole('button', { name: pilot.words('item.form', { name }) })
        .last()
        .click(),
    )
    expect(await help.getByRole('heading', { name: pilot.words('form.title', { name }) }).count()).toBe(1)
    for (const part of ['asks', 'papers', 'ask']) expect(await help.innerText()).toContain(pilot.words(`form.${part}`))
    await chat.close()
  })
})

describe('the code', () => {
  it('brings the plan back in another browser, however it is written, and is told to nobody by mistake', async () => {
    const { chat, pilot } = await planned()
    const [code, needed] = [await pilot.code(), await pilot.itemsOf('needed')]
    await chat.close()

    const elsewhere = await talkIn('sv', { script: 'off' })
    const wrong = code.slice(0, -1) + (code.endsWith('7') ? '9' : '7')
    const refused = await elsewhere.pilot.begin(wrong)
    expect(await refused.innerText()).not.toContain(code)
    expect(await elsewhere.pilot.plan.count()).toBe(0)
    const answer = await elsewhere.pilot.begin(code.replaceAll('-', ' ').toLowerCase())
    expect(await answer.innerText()).toContain(pilot.words('resume.welcome', { code }))
    expect(await elsewhere.pilot.itemsOf('needed')).toEqual(needed)
    expect(await elsewhere.pilot.code()).toBe(code)
    await elsewhere.chat.close()
  })

  it('comes with "go on later", and leads back to the questions', async () => {
    const { chat, pilot } = await talkIn('en')
    await pilot.begin(PIZZERIA.en)
    await pilot.fill('decided')
    await pilot.next()
    const title = await pilot.title()
    const code = /\b\w{3}-\w{3}-\w{3}\b/.exec(await (await pilot.press('question.save')).innerText())![0]
    await chat.close()

    const elsewhere = await talkIn('en')
    await elsewhere.pilot.begin(code)
    expect(await elsewhere.pilot.title()).toBe(title)
    await elsewhere.chat.close()
  })
})

describe('the day to begin', () => {
  it.each<Script>(['on', 'off'])('turns weeks into dates, in the chat and on the page, with scripts %s', async (script) => {
    const { chat, pilot } = await cutShort({ script })
    const [begin, later] = [60, 90].map((days) => addDays(new Date().toISOString().slice(0, 10), days))
    await pilot.plan.locator('input[type=date]').fill(begin!)
    await pilot.press('plan.date-send')
    expect(await pilot.plan.innerText()).toContain(dateText(begin!, 'sv'))
    await pilot.plan.getByRole('link', { name: pilot.words('plan.page') }).click()
    await chat.page.locator('main#plan').waitFor()
    expect(await chat.page.locator('#start').inputValue()).toBe(begin)
    await chat.page.fill('#start', later!)
    await chat.page.getByRole('button', { name: pilot.t('plan.start-send') }).click()
    await chat.page.getByText(dateText(later!, 'sv')).first().waitFor()
    expect(await chat.page.getByRole('link', { name: pilot.t('plan.get-ics') }).getAttribute('href')).toContain(`start=${later}`)
    expect(chat.complaints).toEqual([])
    await chat.close()
  })
})

describe('for everybody to use', () => {
  const EYES = {
    'in Swedish on a telephone': {},
    'at 400 % zoom': { viewport: { width: 320, height: 256 } },
    'in the dark': { colorScheme: 'dark' },
  } as const satisfies Record<string, Opening>

  const openPlanPage = async ({ chat, pilot }: Talking): Promise<void> => {
    await pilot.plan.getByRole('link', { name: pilot.words('plan.page') }).click()
    await chat.page.locator('main#plan').waitFor()
    await openDetails(chat.page)
  }

  async function look(page: Page, what: string): Promise<void> {
    expect({ what, found: await violations(page) }).toEqual({ what, found: [] })
    const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    expect({ what, sideways }).toEqual({ what, sideways: 0 })
  }

  it.each(Object.entries(EYES))('has nothing for axe to find in the chat, and no sideways scrolling, %s', async (_, eyes) => {
    const talking = await talkIn('sv', eyes)
    const { chat, pilot } = talking
    await pilot.begin(PIZZERIA.sv)
    await openDetails(chat.page)
    await look(chat.page, 'what was understood, and a question')
    await pilot.fill('decided')
    await pilot.next()
    await look(chat.page, 'the next question')
    await pilot.press('question.plan')
    await openDetails(chat.page)
    await look(chat.page, 'the plan')
    await pilot.then(() => chat.page.locator(`button[data-press*='pilot.form']`).last().click())
    await look(chat.page, 'help with a form')
    await pilot.press('plan.again')
    await pilot.press('change-answers')
    await look(chat.page, 'the answers')
    await chat.close()
  })

  it.each(Object.entries(EYES))('nor on the page of the plan, also on paper, %s', async (_, eyes) => {
    const talking = await planned('sv', eyes)
    const { page } = talking.chat
    await openPlanPage(talking)
    await look(page, 'the page of the plan')
    await page.emulateMedia({ media: 'print' })
    await look(page, 'the plan on paper')
    await talking.chat.close()
  })

  it.each<Language>(['sv', 'en'])('nor on the page of a plan that is not there, in %s', async (language) => {
    const { chat, pilot } = await talkIn(language)
    const response = await chat.page.goto(`${lotsen.url}/plans/AAAAAAAAAAAAAAAAAAAAAA`)
    expect(response?.status()).toBe(404)
    expect(await chat.page.locator('h1').innerText()).toBe(pilot.t('plan.missing-title'))
    await look(chat.page, 'no plan')
    await chat.close()
  })
})
