import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { AgentPage } from '../fixtures/agent-page.js'
import type { ChatPage } from '../fixtures/chat-page.js'
import { deskAtWork, START_MILLISECONDS, takeFirst, type DeskAtWork } from '../fixtures/desk-at-work.js'

let desk: DeskAtWork
let megan: AgentPage
let citizen: ChatPage

beforeAll(async () => {
  desk = await deskAtWork()
  megan = await desk.agent('Megan', { isEager: true })
  citizen = await desk.citizen('I need a place in preschool for my child')
  await takeFirst(megan)
  await citizen.answered('Megan')
}, START_MILLISECONDS)
afterAll(() => desk?.close())

const said = async (locator: { allInnerTexts(): Promise<string[]> }): Promise<string[]> =>
  (await locator.allInnerTexts()).map((text) => /number (one|two|three|four)/.exec(text)?.[0] ?? '').filter(Boolean)
const atCitizen = (): Promise<string[]> => said(citizen.page.locator('#messages > li'))
const atDesk = (): Promise<string[]> => said(megan.chat.locator('.line:not(.unsent)'))

/** Lets the desk's time run, in steps that are shorter than a lease, each of which the desk lives through. */
async function letAnHourGo(): Promise<void> {
  for (let seconds = 0; seconds < 3600; seconds += 45) {
    desk.leap(45_000)
    await megan.page.clock.fastForward(45_000)
    await megan.page.waitForTimeout(300)
  }
}

describe('when something goes wrong in the middle of a chat', () => {
  it('a citizen who was offline for an hour has the same conversation: nothing missing, nothing doubled, in order', async () => {
    await citizen.say('number one')
    await megan.said('number one')
    await citizen.context.setOffline(true)
    await citizen.page.fill('#text', 'number three')
    await citizen.page.click('#send')
    await megan.say('number two')
    await megan.said('number two')
    await letAnHourGo()
    expect(await megan.page.getByText('The chat is no longer yours').count()).toBe(0)
    await citizen.context.setOffline(false)
    // What could not be sent was given back, to be sent when one wants to.
    expect(await citizen.page.inputValue('#text')).toBe('number three')
    await citizen.page.click('#send')
    await megan.said('number three')
    await citizen.answered('number two')
    await megan.say('number four')
    await citizen.answered('number four')
    // The desk may still be waiting for the answer to what it sent.
    await megan.said('number four')
    expect(await atDesk()).toEqual(['number one', 'number two', 'number three', 'number four'])
    await citizen.page.reload()
    await citizen.answered('number four')
    expect(await atCitizen()).toEqual(['number one', 'number two', 'number three', 'number four'])
  }, 120_000)

  it('an agent who loses contact keeps what was written, and it is sent once when the contact is back', async () => {
    await megan.context.setOffline(true)
    await megan.say('written without contact')
    await megan.chat.locator('.unsent').filter({ hasText: 'written without contact' }).waitFor()
    await megan.page.reload().catch(() => undefined)
    await megan.context.setOffline(false)
    await megan.page.goto(`${desk.lotsen.url}/staff`)
    await megan.said('written without contact')
    await citizen.answered('written without contact')
    expect(await citizen.answers.filter({ hasText: 'written without contact' }).count()).toBe(1)
  })

  it('a citizen whose agent’s browser dies is told, and the next agent sees everything', async () => {
    await megan.close()
    await citizen.say('are you there?')
    desk.leap(70_000)
    const adele = await desk.agent('Adele')
    await citizen.answered('The chat is back in the queue')
    await takeFirst(adele)
    await adele.said('are you there?')
    await citizen.answered('Adele')
    expect(await said(adele.chat.locator('.line'))).toEqual(['number one', 'number two', 'number three', 'number four'])
    await adele.close()
  })
})
