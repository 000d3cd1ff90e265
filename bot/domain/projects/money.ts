import { z } from 'zod'

/** A hundred milliard kronor, more than the whole city spends in a year: whatever is above has a zero too many. Sums of these are exact. */
export const MOST_ORE = 1e13

/** An amount in öre: whole numbers, so that sums are exact. */
export const Ore = z.int().min(-MOST_ORE).max(MOST_ORE)
export type Ore = number

export const sum = (amounts: Iterable<Ore>): Ore => [...amounts].reduce((total, amount) => total + amount, 0)

/** Amounts by calendar year, as 2027. */
export const YearAmounts = z.record(z.string().regex(/^20\d\d$/, 'a year'), Ore.nonnegative())
export type YearAmounts = z.infer<typeof YearAmounts>

/** Whether an amount is within a limit that may be exceeded by so many percent. Counted in whole öre, never in fractions. */
export const isWithin = (amount: Ore, limit: Ore, tolerancePercent: number): boolean =>
  amount * 100 <= limit * (100 + tolerancePercent)
