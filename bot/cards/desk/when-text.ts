import type { Translate } from '../../i18n/translate.js'
import { dayAfter, wallClock } from '../../domain/desk/stockholm-time.js'
import { calendarOf } from '../plan-dates.js'

const dayOf = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(calendarOf(language), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${iso}T00:00:00Z`),
  )

/** "9" or "15.30" in Swedish, "9:00" in English: as a clock on a wall in Stockholm shows it. */
function clockText(minutes: number, language: string): string {
  const hour = Math.floor(minutes / 60)
  const rest = String(minutes % 60).padStart(2, '0')
  if (calendarOf(language) !== 'sv-SE') return `${hour}:${rest}`
  return minutes % 60 === 0 ? String(hour) : `${hour}.${rest}`
}

/** When something is, as one says it: "i dag kl. 15.30", "i morgon kl. 9", "måndag 23 november kl. 8". */
export function whenText(at: Date, now: Date, { t, language }: { t: Translate; language: string }): string {
  const { day, minutes } = wallClock(at)
  const today = wallClock(now).day
  const time = clockText(minutes, language)
  if (day === today) return t('desk.when.today', { time })
  if (day === dayAfter(today)) return t('desk.when.tomorrow', { time })
  return t('desk.when.day', { day: dayOf(day, language), time })
}
