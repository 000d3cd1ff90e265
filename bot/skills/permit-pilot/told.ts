import type { Card, Suggestion } from '../../domain/conversations/message.js'
import type { Result } from '../../domain/outcome.js'

/** What is told before the question or the plan, and shown above it. */
export type Told = {
  lines?: readonly string[]
  cards?: readonly Card[]
  results?: readonly Result[]
  suggestions?: readonly Suggestion[]
}
