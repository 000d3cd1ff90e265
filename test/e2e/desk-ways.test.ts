import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { AgentPage } from '../fixtures/agent-page.js'
import type { ChatPage } from '../fixtures/chat-page.js'
import { deskAtWork, goHome, START_MILLISECONDS, takeFirst, type DeskAtWork } from '../fixtures/desk-at-work.js'

let desk: DeskAtWork
let megan: AgentPage

beforeAll(async () => {
  desk = await deskAtWork()
  megan = await desk.agent('Megan', { locale: 'sv-SE' })
}, START_MILLISECONDS)
afterAll(() => desk?.close())

/** A chat that Megan, whose desk is in Swedish, has taken from a citizen whose language is English. */
async function chatting(question: string): Promise<ChatPage> {
  const citizen = await desk.citizen(question)
  await takeFirst(megan)
  await citizen.answered('Megan')
  return citizen
}
const finish = async (reason: string): Promise<void> => {
  await megan.press('Avsluta')
  await megan.page.getByLabel(reason).check()
  await megan.page.getByRole('dialog').getByRole('button', { name: 'Avsluta' }).click()
  await megan.page.locator('[data-chat]').waitFor({ state: 'detached' })
}

describe('what happens in a chat', () => {
  let citizen: ChatPage

  it('is silent until somebody wants a sound', async () => {
    expect(await megan.page.getByRole('switch', { name: 'Ljud' }).isChecked()).toBe(false)
  })

  it('the citizen sees the place in the queue, and later that the agent is typing', async () => {
    citizen = await desk.citizen('I need a place in preschool for my child')
    await citizen.page.locator('#desk').filter({ hasText: 'You are number 1 in the queue' }).waitFor()
    await takeFirst(megan)
    await citizen.page
      .locator('#desk')
      .filter({ hasText: /Megan|person/ })
      .waitFor()
    await megan.box.pressSequentially('Hi')
    await citizen.status.filter({ hasText: /is typing|writes|writing/ }).waitFor()
    await megan.page.keyboard.press('Enter')
    await citizen.answered('Hi')
  })

  it('a canned answer is read in the agent’s language and reaches the citizen in the citizen’s', async () => {
    await megan.press('Färdiga svar')
    await megan.page.getByRole('searchbox').fill('Något mer')
    await megan.page.getByText('Går ut på engelska').first().waitFor()
    await megan.page.getByRole('button', { name: /^Skicka: Något mer/ }).click()
    await citizen.answered('Is there anything else')
  })

  it('a page of pasted text is cut where it can be sent, and all that is shown arrives', async () => {
    await megan.box.fill('word '.repeat(2_000))
    const kept = (await megan.box.inputValue()).trim()
    await megan.page.keyboard.press('Enter')
    const line = await citizen.answered('word word')
    expect((await line.innerText()).split('word').length).toBe(kept.split('word').length)
  })

  it('a colleague who is asked may say no, and the chat stays where it is', async () => {
    const adele = await desk.agent('Adele')
    await megan.press('Lämna över')
    const to = megan.page.getByLabel('Till vem?')
    const adeleInList = to.locator('option', { hasText: 'Adele' })
    await adeleInList.waitFor({ state: 'attached' })
    await to.selectOption({ label: await adeleInList.innerText() })
    await megan.page.getByLabel(/^Varför\?/).selectOption('language')
    await megan.press('Fråga')
    await citizen.answered('they speak your language')
    await adele.press('Decline')
    await citizen.answered('Nobody else could take over')
    await megan.say('I am still here')
    await citizen.answered('I am still here')
    await goHome(adele)
  })

  it('the agent ends the chat; what is written afterwards is answered by the bot', async () => {
    await finish('Frågan är besvarad')
    await citizen.answered('Did you get to the right place?')
    await citizen.say('how do I apply for a building permit')
    await citizen.answered('building permit')
    expect(await megan.page.locator('[data-chat]').count()).toBe(0)
  })

  it('a card that is pressed after that says so, and asks for nobody', async () => {
    await citizen.page.getByRole('button', { name: 'Hand over', exact: true }).first().click()
    await citizen.answered('That chat has ended')
    expect(await megan.waiting.count()).toBe(0)
    await citizen.close()
  })
})

describe('the ways out of a chat', () => {
  it('becomes a call: the citizen knows by when, and the desk has it in its list', async () => {
    const citizen = await chatting('parking permit for residents')
    await megan.press('Ring eller mejla senare')
    await megan.page.getByLabel('Telefonnummer som medborgaren gav').fill('070-123 45 67')
    await megan.press('Lova det')
    await citizen.answered('will call you by')
    await megan.page
      .getByRole('button', { name: /^Löften/ })
      .first()
      .click()
    await megan.page.getByText('Ring upp').first().waitFor()
    expect(await megan.page.locator('.side').innerText()).not.toContain('123 45 67')
    await megan.page
      .getByRole('button', { name: /^Väntar/ })
      .first()
      .click()
    await citizen.close()
  })

  it('is ended at once when it is abusive, and the citizen is told so and asked nothing', async () => {
    const citizen = await chatting('parking permit for residents')
    await megan.page.getByRole('button', { name: 'Mer om chatten' }).last().click()
    await megan.page.getByRole('menuitem', { name: 'Avsluta kränkande chatt' }).click()
    await megan.page.getByRole('alertdialog').getByRole('button').last().click()
    await citizen.answered('The chat has ended')
    expect(await citizen.answers.filter({ hasText: 'Did you get to the right place?' }).count()).toBe(0)
    await citizen.close()
  })

  it('is handed over twice by a double press, and waits once', async () => {
    const citizen = await desk.citizen('parking permit for residents')
    await citizen.page.getByRole('button', { name: 'Hand over', exact: true }).last().click()
    await citizen.answered('already')
    expect(await megan.waiting.count()).toBe(1)
    await citizen.press('Back to the bot')
    await citizen.answered('You are back with me')
    await megan.waiting.first().waitFor({ state: 'detached' })
    await citizen.close()
  })
})

describe('the keyboard alone', () => {
  it('takes, answers, notes, hands nothing over, and ends', async () => {
    const citizen = await desk.citizen('I need a place in preschool for my child')
    const { page } = megan
    const keys = page.keyboard
    await megan.waiting.first().waitFor()
    await keys.press('Alt+Shift+KeyN')
    await megan.said('preschool')
    await page.locator('[data-chat] textarea:focus').waitFor()
    await keys.type('Hello')
    await keys.press('Enter')
    await citizen.answered('Hello')
    await keys.press('Alt+Shift+KeyT')
    await page.getByRole('dialog').waitFor()
    await keys.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await keys.press('Alt+Shift+KeyC')
    await page.getByRole('dialog').waitFor()
    // From the reasons over "cancel" to the button that does it.
    await keys.press('Tab')
    await keys.press('Tab')
    await keys.press('Enter')
    await citizen.answered('Did you get to the right place?')
    await citizen.close()
  })
})
