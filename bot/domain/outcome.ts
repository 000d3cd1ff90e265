import { z } from 'zod'

/** What came of a turn. A closed list: indicators are counted from it, and other tools rely on it. */
export const OUTCOMES = [
  'greeting',
  'menu',
  'answer',
  'clarify',
  'not-found',
  'not-ours',
  'crisis',
  'contact',
  'personal-data',
  'nonsense',
  'restarted',
  'language',
  'feedback',
  'permit-question',
  'permit-plan',
  'offer-person',
  'waiting',
  'agent',
  'desk-closed',
  'handed-off',
  'project',
  'errand',
  'refused',
  'error',
] as const
export const Outcome = z.enum(OUTCOMES)
export type Outcome = z.infer<typeof Outcome>

export const RESULT_KINDS = ['service', 'permit', 'life-situation', 'crisis', 'other-authority'] as const
/** One thing that was shown. `id` is the one in content/, `score` is between 0 and 1. */
export const Result = z.object({ id: z.string(), kind: z.enum(RESULT_KINDS), score: z.number() })
export type Result = z.infer<typeof Result>

/** What every answering message carries as `channelData.lotsen`, so that nobody has to read prose to know what it was. */
export const Label = z.object({
  outcome: Outcome,
  /** BCP 47, of the answer. */
  language: z.string(),
  /** Id of the stored turn. */
  turn: z.string(),
  results: z.array(Result).optional(),
  /** Several errands in one message: one answer each, in order, same turn. */
  part: z.object({ n: z.number(), of: z.number() }).optional(),
  /** Of a line that an agent wrote: the team. */
  team: z.string().optional(),
})
export type Label = z.infer<typeof Label>
