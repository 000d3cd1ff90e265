import { Index } from 'flexsearch'
import { ASKED_FOR, kept, once, read, type Corpus, type Engine } from '../engine.js'

// It tells an order and no score, so every text is a document of its own and the first one's thing wins.
export const flexSearch: Engine = {
  name: 'FlexSearch',
  prepare: kept,
  open(prepared) {
    const { things } = read(prepared) as Corpus
    const index = new Index()
    const owners = things.flatMap(({ id, texts }) => texts.map(({ text }) => ({ id, text })))
    owners.forEach(({ text }, at) => index.add(at, text))
    return {
      // `suggest` lets a text be found that lacks some of the words.
      rank: (question) =>
        once(index.search(question, { suggest: true, limit: 10 * ASKED_FOR }).map((at) => ({ id: owners[Number(at)]!.id }))),
    }
  },
}
