import { z } from 'zod'
import { CRISIS_KINDS, CRISIS_LANGUAGES } from './kinds.js'
import { readPhrase } from './phrase.js'

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
    unless: z.partialRecord(z.enum(CRISIS_KINDS), Phrases).default({}),
    /** Small words that make violence, danger and a child's distress undone: in the phrase or right before it, or right after it. */
    negations: z.strictObject({ before: Phrases, after: Phrases }),
    /** Ordinary words that are spelled nearly as a word of the phrases, and so are never taken for a misspelling of it. */
    everyday: Phrases,
  })
  .superRefine((words, context) => {
    for (const list of ['phrases', 'unless'] as const)
      for (const kind of CRISIS_KINDS)
        words[list][kind]?.forEach((phrase, at) => {
          const read = readPhrase(phrase, words.groups)
          if ('wrong' in read) context.addIssue({ code: 'custom', path: [list, kind, at], message: read.wrong })
        })
  })
export type CrisisWords = z.infer<typeof CrisisWords>
