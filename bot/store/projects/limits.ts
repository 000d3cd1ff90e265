/** As for a turn: a transaction that waits or works longer, in milliseconds, has no use. */
export const LIMITS = { maxWait: 5_000, timeout: 10_000 }
