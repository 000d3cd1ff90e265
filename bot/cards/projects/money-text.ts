import { calendarOf } from '../plan-dates.js'

const formats = new Map<string, Intl.NumberFormat>()

/** Öre as whole kronor: "1 200 000 kr". */
export function kronorText(ore: number, language: string): string {
  const calendar = calendarOf(language)
  const format =
    formats.get(calendar) ??
    new Intl.NumberFormat(calendar, {
      style: 'currency',
      currency: 'SEK',
      maximumFractionDigits: 0,
    })
  formats.set(calendar, format)
  return format.format(ore / 100)
}
