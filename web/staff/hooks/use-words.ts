import { createContext, useContext } from 'react'
import type { Translate } from '../words.js'

export const WordsContext = createContext<Translate>((key) => key)

/** The words of the staff page, for what is used in several of its places. */
export const useWords = (): Translate => useContext(WordsContext)
