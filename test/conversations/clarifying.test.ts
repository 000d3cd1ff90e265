import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Answering } from '../../bot/turn/receiving.js'
import type { Trained } from '../../bot/understanding/find.js'
import { answeringAfter, talk } from '../fixtures/talk.js'

/** Asks about the two that come first, whatever was asked. */
const unsureOfEverything = (trained: Trained): Trained => ({
  ...trained,
  calibrations: Object.fromEntries(
    Object.entries(trained.calibrations).map(([language, calibration]) => [
      language,
      { ...calibration, sure: 2, nothing: 0, close: { together: 0, share: 0.2 } },
    ]),
  ),
})

let answering: Answering
beforeAll(async () => {
  answering = await answeringAfter(unsureOfEverything)
})
const talkUnsure = () => talk({}, { answering: () => answering })

const QUESTION = 'wedding'

describe('two things stand close', () => {
  it('and one question tells them apart, each button an answer to it', async () => {
    const { say, t } = await talkUnsure()
    const { outcomes, ids, cards, labels } = await say(QUESTION)
    expect(outcomes).toEqual(['clarify'])
    expect(cards).toHaveLength(1)
    const language = labels[0]!.language
    expect(JSON.stringify(cards[0])).toContain(t(language, 'clarify.by.decider'))
    expect(JSON.stringify(cards[0])).toContain(t(language, 'clarify.decider.city'))
    expect(JSON.stringify(cards[0])).toContain(t(language, 'clarify.none'))
    expect(ids.slice(0, 2).sort()).toEqual(['church-wedding', 'civil-wedding-book'])
  })

  it('and the answer shows the card of the one', async () => {
    const { say, press } = await talkUnsure()
    await say(QUESTION)
    const { outcomes, ids, cards } = await press({ verb: 'service', id: 'civil-wedding-book' })
    expect([outcomes, ids[0], cards.length]).toEqual([['answer'], 'civil-wedding-book', 1])
  })

  it('and neither is meant: both are left out, and people are offered in the end', async () => {
    const { say, press } = await talkUnsure()
    const first = await say(QUESTION)
    const second = await press({ verb: 'not-that' })
    expect(second.ids.filter((id) => first.ids.includes(id))).toEqual([])
  })

  it('and lead to the same page: they are shown instead, since there is nothing to choose', async () => {
    const { say } = await talkUnsure()
    const { outcomes, ids } = await say('krogtillstånd')
    expect(ids.slice(0, 2).sort()).toEqual(['alcohol-licence-apply', 'alcohol-permanent-public'])
    expect(outcomes).toEqual(['answer'])
  })
})
