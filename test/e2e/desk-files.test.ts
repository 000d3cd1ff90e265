import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Locator } from 'playwright-core'
import type { AgentPage } from '../fixtures/agent-page.js'
import { violations } from '../fixtures/axe.js'
import type { ChatPage } from '../fixtures/chat-page.js'
import { deskAtWork, START_MILLISECONDS, takeFirst, type DeskAtWork } from '../fixtures/desk-at-work.js'
import { PDF, PNG, PROGRAM } from '../fixtures/files.js'

let desk: DeskAtWork
let megan: AgentPage

beforeAll(async () => {
  desk = await deskAtWork({ env: { LIMIT_UPLOAD_BYTES: '100000' } })
  megan = await desk.agent('Megan', { locale: 'sv-SE' })
}, START_MILLISECONDS)
afterAll(() => desk?.close())

const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer })
const SIGN = file('sign.png', 'image/png', PNG)
const DECISION = file('decision.pdf', 'application/pdf', PDF)
const GAME = file('game.exe', 'application/x-msdownload', PROGRAM)
const LONG_STORY = file('story.txt', 'text/plain', Buffer.alloc(100_001, 'a'))

/** Chooses a file in the newest chat, by the button and the browser's window. */
async function attach(one: ReturnType<typeof file>): Promise<void> {
  const choosing = megan.page.waitForEvent('filechooser')
  await megan.press('Bifoga fil')
  await (await choosing).setFiles(one)
}
/** A picture that has been fetched and drawn. */
const isDrawn = async (picture: Locator): Promise<boolean> => {
  await picture.waitFor()
  // Tests are compiled without the types of a browser.
  return picture.evaluate(async (image: unknown) => {
    const drawn = image as { decode(): Promise<void>; naturalWidth: number }
    await drawn.decode()
    return drawn.naturalWidth > 0
  })
}

describe('files in a chat', () => {
  let citizen: ChatPage

  it('cannot be sent to the bot; when somebody has taken the chat there is a field for them', async () => {
    citizen = await desk.citizen('I need a place in preschool for my child')
    const field = citizen.page.getByLabel('Send a file with it')
    expect(await field.isVisible()).toBe(false)
    await takeFirst(megan)
    await field.waitFor()
    expect(await citizen.page.locator('#file-hint').innerText()).toContain('JPG, PNG, PDF, TXT, at most 100 kB')
  })

  it('a citizen sends a picture with some words, and the agent looks at it', async () => {
    await citizen.page.setInputFiles('#file', SIGN)
    await citizen.status.filter({ hasText: 'The file is chosen' }).waitFor()
    await citizen.say('What does this sign mean?')
    await citizen.hearing('The file has been sent')
    const own = citizen.own.filter({ hasText: 'What does this sign mean?' })
    expect(await own.innerText()).toMatch(/sign\.png \(\d+ byte/)
    expect(await isDrawn(own.locator('img'))).toBe(true)
    await megan.said('What does this sign mean?')
    await megan.page.getByRole('button', { name: 'Visa bilden sign.png' }).click()
    expect(await isDrawn(megan.page.getByRole('img', { name: 'sign.png' }))).toBe(true)
    expect(await citizen.page.locator('#file').inputValue()).toBe('')
  })

  it('a picture that is pasted is chosen', async () => {
    await citizen.page.evaluate(`{
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([Uint8Array.of(${[...PNG].join(',')})], 'pasted.png', { type: 'image/png' }))
      document.getElementById('text').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }`)
    await citizen.page.click('#send')
    await megan.page.getByRole('button', { name: 'Visa bilden pasted.png' }).waitFor()
  })

  it('an agent sends a document, and the citizen opens it', async () => {
    await attach(DECISION)
    await megan.page.getByText('Skickas med: decision.pdf').waitFor()
    await megan.say('Here is the decision')
    await citizen.answered('Here is the decision')
    await citizen.hearing('Megan has sent a file: decision.pdf')
    const link = citizen.page.getByRole('link', { name: 'decision.pdf' })
    const saving = citizen.page.waitForEvent('download')
    await link.click()
    expect((await saving).suggestedFilename()).toBe('decision.pdf')
    expect(await (await saving).failure()).toBeNull()
  })

  it('what may not be sent is refused in words on both sides, and what was written is kept', async () => {
    await citizen.page.fill('#text', 'Look at this')
    await citizen.page.setInputFiles('#file', GAME)
    await citizen.status.filter({ hasText: 'Files of that kind cannot be sent' }).waitFor()
    await citizen.page.setInputFiles('#file', LONG_STORY)
    await citizen.status.filter({ hasText: 'A file may be at most 100 kB' }).waitFor()
    expect(await citizen.page.inputValue('#text')).toBe('Look at this')
    expect(await citizen.page.inputValue('#file')).toBe('')
    await attach(GAME)
    await megan.page.keyboard.press('Enter')
    const told = megan.chat.getByRole('alert').filter({ hasText: 'filer av den sorten går inte att skicka' })
    await told.waitFor()
    await told.getByRole('button', { name: 'Ta bort' }).click()
    await megan.say('That one did not go')
    await citizen.answered('That one did not go')
    expect(await citizen.answers.filter({ hasText: 'game.exe' }).count()).toBe(0)
  })

  it('can be seen and used by everybody', async () => {
    await attach(DECISION)
    expect([...(await violations(citizen.page)), ...(await violations(megan.page))]).toEqual([])
    await megan.page.getByRole('button', { name: 'Ta bort filen decision.pdf' }).click()
    if (process.env['SHOTS']) {
      await citizen.page.screenshot({ path: `${process.env['SHOTS']}/citizen-files.png` })
      await megan.page.screenshot({ path: `${process.env['SHOTS']}/agent-files.png` })
    }
    expect([...citizen.complaints, ...megan.complaints]).toEqual([])
  })

  it('stay in the chat when it is read anew, and the field is gone when it has ended', async () => {
    await citizen.page.reload()
    await citizen.page.getByRole('link', { name: 'decision.pdf' }).waitFor()
    expect(await citizen.page.getByLabel('Send a file with it').isVisible()).toBe(true)
    await megan.press('Avsluta')
    await megan.page.getByLabel('Frågan är besvarad').check()
    await megan.page.getByRole('dialog').getByRole('button', { name: 'Avsluta' }).click()
    await citizen.page.getByLabel('Send a file with it').waitFor({ state: 'hidden' })
    await megan.page.locator('[data-chat]').waitFor({ state: 'detached' })
    await citizen.close()
  })
})

describe('files in a chat without a script', () => {
  it('go with the form, and what may not be sent is refused with the words kept', async () => {
    const citizen = await desk.citizen('I need a place in preschool for my child', { script: 'off' })
    await takeFirst(megan)
    await megan.said('preschool')
    await citizen.page.goto(desk.lotsen.url)
    await citizen.page.setInputFiles('#file', GAME)
    await citizen.say('It looks like this')
    await citizen.status.filter({ hasText: 'Files of that kind cannot be sent' }).waitFor()
    expect(await citizen.page.inputValue('#text')).toBe('It looks like this')
    await citizen.page.setInputFiles('#file', SIGN)
    await citizen.page.click('#send')
    expect(await isDrawn(citizen.own.filter({ hasText: 'It looks like this' }).locator('img'))).toBe(true)
    await megan.said('It looks like this')
    await megan.page.getByRole('button', { name: 'Visa bilden sign.png' }).last().waitFor()
    await citizen.say('And only words')
    await megan.said('And only words')
    await citizen.close()
  })
})
