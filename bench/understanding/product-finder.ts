import type { Found } from '../../bot/understanding/find.js'
import { openFinder } from './engines/ours.js'

/**
 * What the product would do with a question: the things that it would show as answers, with the first of them and the probability that it
 * is right. What is only offered as a button beside a sure answer is not shown.
 */
export type Decision = { kind: Found['kind']; shown: readonly string[]; first?: string; probability: number }

/** `language` (BCP 47) is that of the question: how sure is sure enough differs. */
export type Decide = (question: string, language: string) => Decision

/** The finder as the bot has it, from what was learned of the content: not only the order of what was found, but how sure it is told. */
export function productFinder(prepared: Uint8Array): Decide {
  const finder = openFinder(prepared)
  return (question, language) => {
    const found = finder.find(question, [], language)
    if (found.kind === 'nothing') return { kind: found.kind, shown: [], probability: 0 }
    const matches = found.kind === 'sure' ? [found.best] : found.matches
    return {
      kind: found.kind,
      shown: matches.map(({ id }) => id),
      first: matches[0]?.id,
      probability: matches[0]?.probability ?? 0,
    }
  }
}
