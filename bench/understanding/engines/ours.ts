import { finderOf, trainedFromBytes, trainedToBytes } from '../../../bot/understanding/find.js'
import { fromBytes, rankerOf, toBytes, train } from '../../../bot/understanding/ranker.js'
import { trainFinder } from '../../../bot/understanding/train-finder.js'
import { ASKED_FOR, type Engine } from '../engine.js'

const NAME = 'Lotsen'

/** The finder of the product, with its probabilities. */
export const ours: Engine = {
  name: NAME,
  prepare: ({ things }) => trainedToBytes(trainFinder(things)),
  open(prepared) {
    const { weigh } = openFinder(prepared)
    return {
      rank: (question) => weigh(question).matches.slice(0, ASKED_FOR),
      confidence: (question) => weigh(question).matches[0]?.probability ?? 0,
    }
  },
}

/** The same method without what is the product's own: everyday talk, and probabilities. For sets where only the order counts. */
export const ourRanker: Engine = {
  name: NAME,
  prepare: ({ things }) => toBytes(train(things)),
  open(prepared) {
    const { rank, confidence } = rankerOf(fromBytes(prepared))
    return { rank: (question) => rank(question, ASKED_FOR), confidence }
  },
}

/** The finder from what `ours` made ready. */
export function openFinder(prepared: Uint8Array) {
  const trained = trainedFromBytes(prepared)
  // Only which things there are is asked of them: what is written about them has been learned.
  return finderOf(
    trained.model.ids.map((id) => ({ id, texts: [], isOurs: true })),
    trained,
  )
}
