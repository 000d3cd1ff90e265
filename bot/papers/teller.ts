import { calendarOf, dateText } from '../cards/plan-dates.js'
import type { Person } from '../domain/projects/actor.js'
import { dayOf, type Day } from '../domain/projects/calendar.js'
import type { Ore } from '../domain/projects/money.js'
import type { Project } from '../domain/projects/project.js'
import type { Translate } from '../i18n/translate.js'

/** What a paper is told with. `language` is BCP 47. Names are known to whoever asks for the paper, not to the project. */
export type Teller = {
  t: Translate
  language: string
  nameOf: (person: Person) => string
}

/** As much of a project as every paper says of it. */
export type OfProject = Pick<Project, 'number' | 'name' | 'recordNumber'>

/** "1 februari 2027". */
export const dayText = (day: Day, { language }: Teller): string => dateText(day, language)
export const momentDayText = (at: Date, teller: Teller): string => dayText(dayOf(at), teller)

/** "1 februari 2027 kl. 14.05", on the wall clock of Stockholm. */
export const momentText = (at: Date, { language }: Teller): string =>
  new Intl.DateTimeFormat(calendarOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Stockholm' }).format(
    at,
  )

/** "1 234 567 kr", with öre only where there are some. */
export function moneyText(ore: Ore, { language, t }: Teller): string {
  const digits = ore % 100 === 0 ? 0 : 2
  const amount = new Intl.NumberFormat(calendarOf(language), { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return t('papers.kronor', { amount: amount.format(ore / 100) })
}

/** The same with its sign: "+50 000 kr", or that nothing changes. */
export function changeText(ore: Ore, teller: Teller): string {
  if (ore === 0) return teller.t('papers.no-change-of-cost')
  return `${ore > 0 ? '+' : '−'}${moneyText(Math.abs(ore), teller)}`
}

export const numberText = (number: number, { language }: Teller): string =>
  new Intl.NumberFormat(calendarOf(language), { maximumFractionDigits: 2 }).format(number)

export const namesText = (people: readonly Person[], { nameOf, t }: Teller): string =>
  people.length === 0 ? t('papers.nobody') : people.map(nameOf).join(', ')
