import { create, insertMultiple, search } from '@orama/orama'
import { language as english, stemmer as stemEnglish } from '@orama/stemmers/english'
import { language as finnish, stemmer as stemFinnish } from '@orama/stemmers/finnish'
import { language as swedish, stemmer as stemSwedish } from '@orama/stemmers/swedish'
import { stopwords as englishStops } from '@orama/stopwords/english'
import { stopwords as finnishStops } from '@orama/stopwords/finnish'
import { stopwords as swedishStops } from '@orama/stopwords/swedish'
import { ASKED_FOR, kept, read, type Corpus, type Engine } from '../engine.js'
import { asDocument, ROLES } from '../thing.js'

// Without stop words it does far worse: each small word counts as the beginning of many. The Swedish content is written in English too.
const TOKENS = {
  sv: { language: swedish, stemmer: stemSwedish, stopWords: [...swedishStops, ...englishStops] },
  en: { language: english, stemmer: stemEnglish, stopWords: englishStops },
  fi: { language: finnish, stemmer: stemFinnish, stopWords: finnishStops },
}

export const orama: Engine = {
  name: 'Orama stemmer',
  prepare: kept,
  async open(prepared) {
    const { language, things } = read(prepared) as Corpus
    const index = create({
      schema: { name: 'string', also: 'string', phrase: 'string', summary: 'string' },
      components: { tokenizer: { stemming: true, ...TOKENS[language] } },
    })
    await insertMultiple(index, things.map(asDocument))
    return {
      async rank(question) {
        const { hits } = await search(index, {
          term: question,
          properties: [...ROLES],
          boost: { name: 2, also: 2, phrase: 2 },
          limit: ASKED_FOR,
        })
        return hits.map(({ id, score }) => ({ id, score }))
      },
    }
  },
}
