import { z } from 'zod'

const number = (otherwise: number) => z.coerce.number().positive().default(otherwise)

/** What may be chosen for a measurement, by environment. */
export const Options = z.object({
  /** Seconds that each server is asked in each round. */
  BENCH_SECONDS: number(5),
  BENCH_ROUNDS: number(3),
  /** Tab-separated file with a column `query`; without one the phrases of the services are asked. */
  BENCH_QUESTIONS: z.string().optional(),
})

/** Fixed, since the goals are stated for them. */
export const CONNECTIONS = 8
export const CONVERSATIONS = 1000
