const ZONE = 'Europe/Stockholm'
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })

/** "14:05" today, "Fri 14:05" within days, otherwise with the date: always by Stockholm's clocks. */
export function timeText(iso: string, now: Date, language: string): string {
  const at = new Date(iso)
  const isToday = DAY.format(at) === DAY.format(now)
  const near = Math.abs(at.getTime() - now.getTime()) < 6 * 24 * 3_600_000
  const day = isToday ? {} : near ? ({ weekday: 'short' } as const) : ({ day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    ...day,
  }).format(at)
}

/** Whole minutes from one moment to another, never below 0. */
export const minutesBetween = (from: string, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - Date.parse(from)) / 60_000))

/** Whole seconds that are left until a moment, never below 0. */
export const secondsLeft = (until: string, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(until) - now.getTime()) / 1000))

/** The name of a language (BCP 47) in another. */
export const languageName = (language: string, inLanguage: string): string =>
  new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language) ?? language

/** What a person chooses as a time today or tomorrow by the clock of Stockholm, from minutes ahead. */
export const inMinutes = (minutes: number, now: Date): string => new Date(now.getTime() + minutes * 60_000).toISOString()
