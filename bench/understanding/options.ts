import { z } from 'zod'

/** What may be chosen for the measurement of understanding, by environment. */
export const Options = z.object({
  /** Tab-separated file with the columns `lang`, `query`, `expected` (ids with | between) and `stratum`. */
  BENCH_QUESTIONS: z.string().optional(),
  /** Folder of the public sets. */
  BENCH_PUBLIC_SETS: z.string().optional(),
  /** How long another engine may take with a set, to make ready and to answer, before it is left out. */
  BENCH_PEER_SECONDS: z.coerce.number().positive().default(480),
})

/** Where the public sets lie beside a working copy, if they do. */
export const SETS_BESIDE = '../shared/eval/public'
