import { z } from 'zod'
import { CRISIS_KINDS, CRISIS_LANGUAGES } from './kinds.js'
import { readPhrase } from './phrase.js'

/** What a list of harmless phrases is about: one kind, or any. */
export const UNLESS_KINDS = [...CRISIS_KINDS, 'any'] as const

const Phrases = z.array(z.string().min(1))

/** The words by which a crisis is recognised in one language. One file in content/crisis-words/, named as the language. */
export const CrisisWords = z
  .strictObject({
    id: z.enum(CRISIS_LANGUAGES),
    /** One sentence in that language: call 112 now if anyone is in danger. */
    answer: z.string().min(1),
    /** Words that stand for each other, by the name that phrases use: `<name>`. */
    groups: z.record(z.string(), Phrases),
    /** What people in each crisis write; readPhrase says how it is written. */
    phrases: z.record(z.enum(CRISIS_KINDS), Phrases.min(1)),
    /** What makes a phrase harmless when it stands in it or next to it: idioms, films, another sense of a word. */
    unless: z.partialRecord(z.enum(UNLESS_KINDS), Phrases).default({}),
    /** Small words that make violence, danger and a child's distress undone: in the phrase or right before it, or right after it. */
    negations: z.strictObject({ before: Phrases, after: Phrases }),
    /**
     * Ordinary words of the language, those above all that are spelled nearly as a word of the phrases: none is ever taken for a
     * misspelling of it, and they tell which language a sentence is in.
     */
    everyday: Phrases,
  })
  .superRefine((words, context) => {
    const check = (list: 'phrases' | 'unless', kind: string, phrases: readonly string[] | undefined) =>
      phrases?.forEach((phrase, at) => {
        const read = readPhrase(phrase, words.groups)
        if ('wrong' in read) context.addIssue({ code: 'custom', path: [list, kind, at], message: read.wrong })
      })
    for (const kind of CRISIS_KINDS) check('phrases', kind, words.phrases[kind])
    for (const kind of UNLESS_KINDS) check('unless', kind, words.unless[kind])
  })
export type CrisisWords = z.infer<typeof CrisisWords>
