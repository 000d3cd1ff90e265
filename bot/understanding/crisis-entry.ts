/** A word of the phrases of one language, with its number. */
export type Entry = { id: number; language: string; written: string; plain: string; stem: boolean }

/**
 * A word that a token may be. `asWritten`: letter for letter, or begun so. `doubt`: how much of a guess it is, 0 for a word that is
 * written without its marks or with a letter doubled, up to 1 for a misspelling.
 */
export type Guess = { id: number; language: string; asWritten: boolean; doubt: number }
