import type { RateStore } from '../../../domain/conversations/rates.js'

const WINDOW_SECONDS = 60 * 60

/**
 * True the first time that it is asked about `id`, on all instances together: the database counts. It is always counted in the hour when it was issued,
 * so that waiting for the next hour wins nothing. When the database cannot be asked this throws, since the answer may not be yes.
 */
export const isFirstUse =
  (rates: RateStore) =>
  async (id: string, issuedAt: Date): Promise<boolean> =>
    (await rates.count(`staff-once:${id}`, issuedAt, WINDOW_SECONDS)) === 1
