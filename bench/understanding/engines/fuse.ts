import Fuse from 'fuse.js'
import { ASKED_FOR, kept, once, read, type Corpus, type Engine } from '../engine.js'

// Of what it offers, this found most on our content: word by word, and every text an item of its own.
export const fuse: Engine = {
  name: 'Fuse.js',
  prepare: kept,
  open(prepared) {
    const { things } = read(prepared) as Corpus
    const items = things.flatMap(({ id, texts }) => texts.map(({ text }) => ({ id, text })))
    const index = new Fuse(items, {
      keys: ['text'],
      includeScore: true,
      ignoreLocation: true,
      useTokenSearch: true,
      threshold: 0.3,
    })
    return {
      // Its score is a distance.
      rank: (question) =>
        once(index.search(question, { limit: 10 * ASKED_FOR }).map(({ item, score = 1 }) => ({ id: item.id, score: 1 - score }))),
    }
  },
}
