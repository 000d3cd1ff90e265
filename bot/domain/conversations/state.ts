import { z } from 'zod'

const Put = z.object({ card: z.string(), facts: z.array(z.string()) })

/** The permit pilot under way. Answers are kept and the path is found anew each turn, so nothing here says what comes next. */
export const Pilot = z.object({
  /** Tells the cards of this undertaking from those of an earlier one. */
  run: z.string(),
  /** The language that it began in (BCP 47): who presses buttons says nothing about theirs. */
  language: z.string(),
  /** Id of the kind of business or event, when it is known. */
  type: z.string().optional(),
  answers: z.record(z.string(), z.union([z.boolean(), z.string(), z.number()])),
  /** What was put before, in order: a card and those of its facts that were asked. */
  asked: z.array(Put),
  /** What is on the screen: what one wants to do, a card of questions, or the plan. */
  at: z.enum(['type', 'question', 'plan']),
  /** The card that waits for an answer; `isChange` when it was answered before and the way back leads elsewhere. */
  asking: Put.extend({ isChange: z.boolean().optional() }).optional(),
  /** The person wants to answer everything, also beyond the number of cards that is put otherwise. */
  isThorough: z.boolean().optional(),
  /** The kept plan, and the code that finds it. */
  plan: z.object({ id: z.string(), code: z.string() }).optional(),
  /** ISO date on which the person wants to begin. */
  start: z.string().optional(),
})
export type Pilot = z.infer<typeof Pilot>

/** What is remembered of a conversation between turns. Its shape has a version, since people come back after a release. */
export const State = z.object({
  v: z.literal(1),
  /** Chosen by the person (BCP 47); undefined until then. */
  language: z.string().optional(),
  /** Ids of the services shown last, best first. */
  shown: z.array(z.string()),
  /** Ids that the person has said no to, for the present question. */
  excluded: z.array(z.string()),
  /** The present question, masked. */
  question: z.string().optional(),
  /** Waiting for the name of an area, because of this service. */
  asksDistrictFor: z.string().optional(),
  /** Id of the city district, or 'unknown' when the person does not know. Asked once. */
  district: z.string().optional(),
  /** How many questions in a row were not understood. */
  misses: z.number().int(),
  pilot: Pilot.optional(),
  /** Id of the hand-off to a person that is going on, or was asked about last. */
  desk: z.object({ handOff: z.string() }).optional(),
  /** Sequence number of the last line of a crisis: nothing up to it is shown to whoever opens the conversation anew. */
  hiddenUpTo: z.number().int().optional(),
})
export type State = z.infer<typeof State>

export const freshState = (language?: string): State => ({
  v: 1,
  shown: [],
  excluded: [],
  misses: 0,
  ...(language ? { language } : {}),
})

type Old = { v?: number } & Record<string, unknown>
// Step n makes version n of version n - 1. A step that has shipped is never edited; the next is added.
const STEPS: Record<number, (old: Old) => Old> = {}

/** The state as the present code knows it, whatever version it was stored in. */
export function remembered(stored: unknown): State {
  if (stored === undefined || stored === null) return freshState()
  let state = stored as Old
  for (let step = STEPS[(state.v ?? 0) + 1]; step; step = STEPS[(state.v ?? 0) + 1]) state = step(state)
  return State.parse(state)
}

/**
 * The sequence number up to which nothing of a conversation is shown on a new page; 0 when all of it may be. When the state cannot be read
 * there may have been a crisis, so nothing is.
 */
export function hiddenIn({ state, seq }: { state: unknown; seq: number }): number {
  try {
    return remembered(state).hiddenUpTo ?? 0
  } catch {
    return seq
  }
}
