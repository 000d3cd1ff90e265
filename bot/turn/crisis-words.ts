import type { Content } from '../domain/content/content.js'
import { isUuid } from '../domain/uuid.js'
import type { Said } from './turn.js'

/** Everything that a person wrote themselves: a message, the words that came with a file, the fields of a card. */
export function writtenIn(said: Said, content: Content): string[] {
  if (said.kind === 'text' || said.kind === 'files') return [said.text]
  if (said.kind !== 'press') return []
  const { verb: _ours, ...fields } = said.press
  return textsIn(fields).filter((text) => !isUuid(text) && !isIdOf(text, content))
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

// A button says what it is about by the id of ours: "violence" is then no cry for help.
const isIdOf = (text: string, content: Content): boolean =>
  [
    content.services,
    content.lifeSituations,
    content.permits,
    content.businessTypes,
    content.otherAuthorities,
    content.contact,
    content.ways,
    content.districts,
  ].some((entries) => entries.has(text))

const BETWEEN_CLAUSES = /[.,;:!?\n،؛؟]+/u
// "Help me please" is no question for a service.
const FEWEST_WORDS = 4

/** What is left of a text without its clauses that tell of a crisis; undefined when that is too little to be a question. */
export function besides(text: string, tellsOfCrisis: (clause: string) => boolean): string | undefined {
  const clauses = text.split(BETWEEN_CLAUSES).map((clause) => clause.trim())
  const left = clauses.filter((clause) => clause !== '' && !tellsOfCrisis(clause))
  // Told over several clauses, it cannot be taken out of the text.
  if (left.length === clauses.filter(Boolean).length) return undefined
  const rest = left.join('. ')
  return rest.split(/\s+/).length >= FEWEST_WORDS ? rest : undefined
}
