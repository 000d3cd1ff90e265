const DAY = 24 * 60 * 60 * 1000

/** ISO dates are days and not moments: they are counted and written in UTC, wherever the server stands. */
const moment = (iso: string): number => Date.parse(`${iso}T00:00:00Z`)

export const addDays = (iso: string, days: number): string => new Date(moment(iso) + days * DAY).toISOString().slice(0, 10)
export const daysBetween = (from: string, to: string): number => Math.round((moment(to) - moment(from)) / DAY)

/** The language whose calendar is used: British, not American, English. */
export const calendarOf = (language: string): string => (language.split('-')[0] === 'sv' ? 'sv-SE' : 'en-GB')

const formats = (options: Intl.DateTimeFormatOptions) => {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (language: string): Intl.DateTimeFormat => {
    const calendar = calendarOf(language)
    const format = made.get(calendar) ?? new Intl.DateTimeFormat(calendar, { ...options, timeZone: 'UTC' })
    made.set(calendar, format)
    return format
  }
}

const writer = (options: Intl.DateTimeFormatOptions) => {
  const formatIn = formats(options)
  return (iso: string, language: string): string => formatIn(language).format(moment(iso))
}

/** "1 februari 2027". */
export const dateText = writer({ day: 'numeric', month: 'long', year: 'numeric' })
/** "1 feb.", for an axis. */
export const shortDateText = writer({ day: 'numeric', month: 'short' })
/** "feb. 2027", for an axis that spans years. */
export const monthText = writer({ month: 'short', year: 'numeric' })

const tabular = formats({ day: 'numeric', month: 'short', year: 'numeric' })
/** "12–15 feb. 2027", or one day where they are the same; for tables. */
export const daysText = (from: string, to: string, language: string): string =>
  tabular(language).formatRange(moment(from), moment(to))
