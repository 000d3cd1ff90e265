import { afterEach, describe, expect, it } from '@jest/globals'
import type { Card } from '../../bot/domain/conversations/message.js'
import { remembered, type Pilot } from '../../bot/domain/conversations/state.js'
import { aBotActivity } from '../fixtures/bot-activity.js'
import { openBotService } from '../fixtures/bot-service-door.js'
import { partsOf, talkOfPermits } from '../fixtures/talk-of-permits.js'

// Teams' limit, in the encoding that it counts in.
const MOST_BYTES = 28 * 1024

const opened: (() => Promise<void>)[] = []
afterEach(() => Promise.all(opened.splice(0).map((close) => close())))

/** A member of staff in Teams, who helps somebody on the phone. */
async function inTeams() {
  const { receive, stores } = await talkOfPermits()
  const service = await openBotService({ receive })
  opened.push(service.close)
  let sent = 0
  const post = (activity: Record<string, unknown>) => service.post(aBotActivity({ id: `activity-${++sent}`, ...activity }))
  const pilot = async (): Promise<Pilot | undefined> => {
    const row = await stores.conversations.find({ channel: 'msteams', conversation: 'a:conversation' })
    return row && remembered(row.state).pilot
  }
  return {
    pilot,
    stores,
    async say(text: string): Promise<Card[]> {
      const { body } = await post({ text, deliveryMode: 'expectReplies' })
      const { activities } = body as { activities: { attachments?: { content: Card }[] }[] }
      return activities.flatMap(({ attachments }) => (attachments ?? []).map(({ content }) => content))
    },
    /** Presses a button as Teams does: the action as it stands in the card, with what is filled in. */
    async press(cards: readonly Card[], verb: string, inputs: Record<string, unknown> = {}): Promise<Card> {
      const found = partsOf(cards).find(({ type, verb: own }) => type === 'Action.Execute' && own === verb)
      const data = { ...(found?.['data'] as object), ...inputs }
      const { body } = await post({
        type: 'invoke',
        name: 'adaptiveCard/action',
        text: undefined,
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      })
      expect((body as { statusCode: number }).statusCode).toBe(200)
      return (body as { value: Card }).value
    },
  }
}

describe('the pilot in Teams', () => {
  it('is the same: words, questions with inputs, the plan, its items one card at a time', async () => {
    const teams = await inTeams()
    const first = await teams.say('jag vill öppna en liten pizzeria med uteservering och sälja öl')
    expect(partsOf(first).filter(({ type, style }) => type === 'Input.ChoiceSet' && style === 'expanded')).toHaveLength(1)
    const plan = await teams.press(first, 'pilot.answer', { 'fact.alcohol-outdoors': 'yes' })
    expect(await teams.pilot()).toMatchObject({ at: 'plan', answers: { 'alcohol-outdoors': true } })
    const dated = await teams.press([plan], 'pilot.date', { start: '2027-02-01' })
    expect((await teams.pilot())?.start).toBe('2027-02-01')
    let items = await teams.press([dated], 'pilot.items')
    const shown = [first[0]!, plan, dated, items]
    for (;;) {
      const next = partsOf(items).find(({ data }) => (data as { verb?: string } | undefined)?.verb === 'pilot.items')
      if (!next) break
      items = await teams.press([items], 'pilot.items', next['data'] as Record<string, unknown>)
      shown.push(items)
    }
    expect(shown.length).toBeGreaterThan(4)
    for (const card of shown) expect(JSON.stringify(card).length * 2).toBeLessThan(MOST_BYTES)
    expect(JSON.stringify(shown)).toContain('Serveringstillstånd')
  })

  it('opens the plan that somebody reads the code of on the phone', async () => {
    const page = await talkOfPermits()
    await page.say('jag vill öppna en pizzeria med öl')
    await page.move('save')
    const { code } = (await page.pilot())!.plan!
    const teams = await talkOfPermits({ stores: page.stores, channel: 'msteams' })
    const { outcomes, cards } = await teams.say(`koden är ${code.toLowerCase().split('').join(' ')}`)
    expect(outcomes).toEqual(['permit-question'])
    expect(JSON.stringify(cards)).toContain('Du serverar alkohol.')
  })
})
