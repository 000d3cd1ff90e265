import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { AgentPage } from '../fixtures/agent-page.js'
import { openChat, type ChatPage } from '../fixtures/chat-page.js'
import { deskAtWork, START_MILLISECONDS, takeFirst, type DeskAtWork } from '../fixtures/desk-at-work.js'

let desk: DeskAtWork
let citizen: ChatPage
let megan: AgentPage
let adele: AgentPage

beforeAll(async () => {
  desk = await deskAtWork()
  megan = await desk.agent('Megan')
  citizen = await openChat(desk.browser, desk.lotsen.url, { locale: 'en-GB' })
}, START_MILLISECONDS)
afterAll(() => desk?.close())

describe('from a question to a person and back', () => {
  it('a citizen asks, wants a person, and reads what will be handed over', async () => {
    await citizen.say('I need a place in preschool for my child')
    await citizen.last.locator('.card').first().waitFor()
    await citizen.say('I want to talk to a human')
    await citizen.answered('What is handed over')
    await citizen.press('Hand over')
    await citizen.answered('You are number')
  })

  it('an agent sees who waits and takes the chat', async () => {
    await megan.waiting.first().waitFor()
    expect(await megan.waiting.first().innerText()).toContain('preschool')
    await takeFirst(megan)
    await megan.said('I need a place in preschool')
    await citizen.answered('Megan')
  })

  it('both write, and see each other’s words and that the other is typing', async () => {
    await megan.say('Hello! How old is the child?')
    await megan.said('How old is the child?')
    await citizen.answered('How old is the child?')
    await citizen.page.locator('#text').pressSequentially('She is two')
    await megan.chat.getByText('The citizen is typing').waitFor()
    await citizen.page.click('#send')
    await megan.said('She is two')
  })

  it('the agent pushes a card and a canned answer, which reach the citizen in the citizen’s language', async () => {
    await megan.press('Services')
    await megan.page.getByRole('searchbox').fill('preschool')
    await megan.page
      .getByRole('button', { name: /^Show the card/ })
      .first()
      .click()
    await citizen.answers
      .filter({ has: citizen.page.locator('.card') })
      .nth(1)
      .waitFor()
    await megan.press('Canned answers')
    await megan.page.getByRole('searchbox').fill('Anything else')
    await megan.page.getByRole('button', { name: 'Send: Anything else?' }).click()
    await citizen.answered('Is there anything else you would like to know?')
  })

  it('another agent is asked to take over, and accepts', async () => {
    adele = await desk.agent('Adele')
    await megan.page
      .getByText(/^Adele/)
      .or(megan.chat)
      .first()
      .waitFor()
    await megan.press('Hand over')
    await megan.page.getByLabel('To whom?').selectOption({ label: await optionOf(megan, 'Adele') })
    await megan.page.getByLabel(/^Why\?/).selectOption('they-know-more')
    await megan.press('Ask')
    await megan.chat.getByText('s left').waitFor()
    await adele.press('Accept')
    await adele.said('She is two')
    await citizen.answered('Adele')
    await megan.page.getByText('You have no chats').waitFor()
  })

  it('nothing is missing or doubled when both reload', async () => {
    const before = await citizen.page.locator('#messages > li').count()
    await Promise.all([citizen.page.reload(), adele.page.reload()])
    await adele.said('She is two')
    expect(await citizen.page.locator('#messages > li').count()).toBe(before)
    expect(await adele.chat.locator('.line').filter({ hasText: 'She is two' }).count()).toBe(1)
  })

  it('the chat is back in the queue a minute after the agent’s browser has died, and another takes it', async () => {
    await adele.close()
    desk.leap(70_000)
    await takeFirst(megan)
    await megan.said('She is two')
  })

  it('the agent ends the chat, and the citizen says whether it was the right place', async () => {
    await megan.press('End the chat')
    await megan.page.getByLabel('The question is answered').check()
    await megan.page.getByRole('dialog').getByRole('button', { name: 'End the chat' }).click()
    await citizen.answered('Did you get to the right place?')
    await citizen.press('Yes')
    await citizen.answered('Thank you')
    expect(await megan.page.locator('[data-chat]').count()).toBe(0)
  })
})

const optionOf = async ({ page }: AgentPage, name: string): Promise<string> => {
  const option = page.locator('option').filter({ hasText: name }).first()
  // A colleague who has just come is in the list a moment later.
  await option.waitFor({ state: 'attached' })
  return option.innerText()
}
