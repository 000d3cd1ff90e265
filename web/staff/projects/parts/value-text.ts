import type { Translate } from '../../words.js'
import { dayText, hoursText, moneyText } from '../texts.js'

type Words = { t: Translate; language: string; nameOf: (person: string) => string }

const DAYS = ['on', 'from', 'to', 'by']
const PEOPLE = ['who', 'owner']

/** A value of a thing in a plan as it is read: days, amounts and names as they are written, everything else as it is. */
export function valueText(field: string, value: unknown, words: Words): string {
  const { t, language, nameOf } = words
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return t('staff-projects.nothing')
  if (Array.isArray(value)) return value.map((one) => valueText(field, one, words)).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([year, amount]) => `${year}: ${field === 'amounts' ? moneyText(Number(amount), language) : String(amount)}`)
      .join(', ')
  if (typeof value === 'number') return field === 'rate' ? moneyText(value, language) : hoursText(value, language)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (DAYS.includes(field)) return dayText(text, language)
  return PEOPLE.includes(field) ? nameOf(text) : text
}
