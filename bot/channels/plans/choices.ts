import { z } from 'zod'
import { addDays } from '../../cards/plan-dates.js'
import { preferredLanguage } from '../pages/preferred-language.js'
import type { Asked, PlansNeeds } from './needs.js'

/** What was chosen in the address of a plan. */
export type Choices = {
  /** BCP 47, one of ours. */
  language: string
  /** The day to count from, as it was chosen; undefined when nothing was, or nothing that can be counted from. */
  start?: string
  /** What was written for a day and is none. */
  wrongStart?: string
}

const BACK_DAYS = 366
const AHEAD_DAYS = 5 * 366
const MOST_WRONG = 40

export function choicesOf({ config, now }: PlansNeeds, { request }: Asked): Choices {
  const asked = new URL(request.url ?? '/', 'http://page').searchParams
  const lang = asked.get('lang') ?? undefined
  const language =
    config.languages.find((known) => known === lang) ?? preferredLanguage(request.headers['accept-language'], config.languages)
  const written = asked.get('start')?.trim() ?? ''
  if (written === '') return { language }
  const start = startDay(written, today(now()))
  return start === undefined ? { language, wrongStart: written.slice(0, MOST_WRONG) } : { language, start }
}

/** An ISO date near enough to be meant; undefined otherwise. */
export function startDay(written: string, from: string): string | undefined {
  const day = z.iso.date().safeParse(written).data
  return day !== undefined && day >= addDays(from, -BACK_DAYS) && day <= addDays(from, AHEAD_DAYS) ? day : undefined
}

const stockholm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The date in Stockholm, ISO. */
export const today = (at: Date): string => stockholm.format(at)
