import MiniSearch, { type SearchOptions } from 'minisearch'
import { kept, once, read, type Engine } from '../engine.js'
import { asDocument, ROLES } from '../thing.js'

const FIELDS = { fields: [...ROLES], searchOptions: { boost: { name: 2, also: 2, phrase: 2 } } }

const miniSearch = (name: string, options: SearchOptions): Engine => ({
  name,
  prepare({ things }) {
    const index = new MiniSearch(FIELDS)
    index.addAll(things.map(asDocument))
    return kept(index)
  },
  open(prepared) {
    const index = MiniSearch.loadJS(read(prepared) as ReturnType<MiniSearch['toJSON']>, FIELDS)
    return {
      rank: (question) => once(index.search(question, options).map(({ id, score }) => ({ id: id as string, score }))),
    }
  },
})

export const miniSearchFields = miniSearch('MiniSearch fields', {})

// Short words have too many neighbours to be guessed at.
export const miniSearchFuzzy = miniSearch('MiniSearch fuzzy', { prefix: (term) => term.length > 3, fuzzy: 0.2 })
