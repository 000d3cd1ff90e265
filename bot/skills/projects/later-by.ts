import { dateText } from '../../cards/plan-dates.js'
import type { FormAsk } from '../../cards/projects/forms/form.js'
import { dayAfter, type Day } from '../../domain/projects/calendar.js'
import type { ToldChange } from './start.js'

/** Where a day is moved to, and how that is said as a consequence and in a title. */
export type Later = { to: (on: Day) => Day; isEarlier: boolean; said?: string; title?: string }

/** Without a time what is named is chosen, and its new day is left for them to give; told of money, nothing moves. */
export function laterBy({ days, on, kronor }: ToldChange, { today, language, t }: FormAsk): Later | undefined {
  const day = on && nextOf(on, today)
  if (day) {
    const values = { on: dateText(day, language) }
    return {
      to: () => day,
      isEarlier: false,
      said: t('projects.filled.to', values),
      title: t('projects.filled.title-to', values),
    }
  }
  if (days === undefined) return kronor === undefined ? { to: (was) => was, isEarlier: false } : undefined
  const isEarlier = days < 0
  const values = { days: daysText(days, t) }
  return {
    to: (was) => dayAfter(was, days),
    isEarlier,
    said: t(isEarlier ? 'projects.filled.earlier' : 'projects.filled.later', values),
    title: t(isEarlier ? 'projects.filled.title-earlier' : 'projects.filled.title-later', values),
  }
}

/** Leap days are eight years apart at most. */
const MOST_YEARS = 8

/** The day that is meant: without a year the next one. */
function nextOf({ year, month, day }: NonNullable<ToldChange['on']>, today: Day): Day | undefined {
  const now = Number(today.slice(0, 4))
  const years = year === undefined ? Array.from({ length: MOST_YEARS + 1 }, (_, more) => now + more) : [year]
  return years
    .filter((one) => new Date(Date.UTC(one, month - 1, day)).getUTCDate() === day)
    .map((one) => `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
    .find((one) => year !== undefined || one >= today)
}

/** How many, whichever way: "1 dag", "14 dagar". */
const daysText = (days: number, t: FormAsk['t']): string =>
  Math.abs(days) === 1 ? t('projects.days-one') : t('projects.days', { count: Math.abs(days) })
