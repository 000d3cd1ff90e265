import type { Day } from '../../../bot/domain/projects/calendar.js'

const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : 'sv-SE')
const ORE_PER_KRONA = 100

/** An amount in öre as whole kronor, "1 250 000 kr"; öre only where there are any. */
export const moneyText = (ore: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency: 'SEK',
    minimumFractionDigits: ore % ORE_PER_KRONA === 0 ? 0 : 2,
  }).format(ore / ORE_PER_KRONA)

/** An amount in öre, short enough for a picture: "1,3 mn kr". */
export const shortMoney = (ore: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency: 'SEK',
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(ore / ORE_PER_KRONA)

/** With its sign, for what something becomes more or less by. */
export const changeText = (ore: number, language: string): string => `${ore > 0 ? '+' : ''}${moneyText(ore, language)}`

// A day has no time zone: it is written as it would be in one that is the same everywhere.
const dayAt = (day: Day): Date => new Date(`${day}T12:00:00Z`)
const dayFormat = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', ...options })

/** "19 juni 2026". */
export const dayText = (day: Day, language: string): string =>
  dayFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(dayAt(day))
/** "19 juni", or with the year where the name of the month alone would not do. */
export const shortDay = (day: Day, language: string): string =>
  dayFormat(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(dayAt(day))
/** "jun", or "2026" where a year begins. */
export const tickText = (day: Day, isYear: boolean, language: string): string =>
  isYear ? day.slice(0, 4) : dayFormat(language, { month: 'short' }).format(dayAt(day))

/** A moment by Stockholm's clocks, "19 juni 2026 14:05". */
export const momentText = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone: 'Europe/Stockholm', dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(iso),
  )

const inStockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })
/** The day of a moment by Stockholm's clocks. Swedish days are written as ISO writes them. */
export const dayOfMoment = (iso: string): Day => inStockholm.format(new Date(iso))

export const hoursText = (hours: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 }).format(hours)

/** The kronor that somebody has typed, in öre: spaces and a comma are read as people write them. Undefined when it is no amount. */
export function oreIn(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.')
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * ORE_PER_KRONA) : undefined
}
/** As a field shows it to be changed. */
export const kronorIn = (ore: number): string => String(ore / ORE_PER_KRONA).replace('.', ',')

/** Hours that somebody has typed: quarters of an hour. Undefined when they are none. */
export function hoursIn(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  const hours = /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined
  return hours !== undefined && Number.isInteger(hours * 4) ? hours : undefined
}
