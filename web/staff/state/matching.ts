import type { CannedAnswer } from '../api.js'

const folded = (text: string): string => text.toLowerCase()

/** The answers in which every word of a search is found, those of this queue first. */
export function matching(answers: readonly CannedAnswer[], queue: string, query: string): CannedAnswer[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const isOf = ({ queues }: CannedAnswer): boolean => queues.includes(queue)
  return answers
    .filter(({ name, text }) => words.every((word) => folded(`${name} ${text}`).includes(word)))
    .sort((one, other) => Number(isOf(other)) - Number(isOf(one)) || one.name.localeCompare(other.name))
}
