import { z } from 'zod'

const YEARS = 5

/** The last day that a plan can be counted from: rules do not stand still for longer. */
export const fiveYearsAfter = (day: string): string => `${Number(day.slice(0, 4)) + YEARS}${day.slice(4)}`

/** The day that was written, when it is one that a plan can be counted from. */
export function dayToBegin(written: unknown, today: string): string | undefined {
  const day = z.iso.date().safeParse(written).data
  return day !== undefined && day >= today && day <= fiveYearsAfter(today) ? day : undefined
}
