import { withPlainDigits } from '../plain-digits.js'
import { hasLuhnChecksum } from './luhn.js'

export const WHY_WRONG = ['length', 'date', 'checksum'] as const
export type WhyWrong = (typeof WHY_WRONG)[number]

/** `number` is `YYYYMMDD-NNNN`. A co-ordination number is given to whoever is not registered as living here. */
export type ReadNumber = { kind: 'right'; number: string; is: 'personal' | 'co-ordination' } | { kind: 'wrong'; why: WhyWrong }

const SHAPE = /^(?<century>\d{2})?(?<date>\d{6})(?<sign>[-+]?)(?<rest>\d{4})$/
// What people put between digits, and the dashes that telephones make of a minus.
const SPACES = /[\s._/]+/gu
const DASHES = /[\u2010-\u2015\u2212]/g

/**
 * Reads a Swedish personal number as people write it: ten digits or twelve, with or without a sign, of any script. A plus sign says that the person
 * has turned a hundred; without a century the latest day that is not after `today` is meant. The day is one that there has been.
 */
export function readPersonalNumber(typed: string, today: Date): ReadNumber {
  const parts = SHAPE.exec(tidied(typed))?.groups
  if (!parts) return { kind: 'wrong', why: 'length' }
  const { century, date = '', sign, rest = '' } = parts
  // A co-ordination number has 60 added to the day (Skatteverket, SKV 707).
  const isCoordination = Number(date.slice(4)) > 60
  const day = String(Number(date.slice(4)) - (isCoordination ? 60 : 0)).padStart(2, '0')
  const year = century === undefined ? yearOf(`${date.slice(0, 4)}${day}`, sign === '+', today) : `${century}${date.slice(0, 2)}`
  const isRight = isDay(`${year}-${date.slice(2, 4)}-${day}`) && `${year}${date.slice(2, 4)}${day}` <= daysDigits(today)
  if (!isRight) return { kind: 'wrong', why: 'date' }
  if (!hasLuhnChecksum(`${date}${rest}`)) return { kind: 'wrong', why: 'checksum' }
  return { kind: 'right', number: `${year}${date.slice(2)}-${rest}`, is: isCoordination ? 'co-ordination' : 'personal' }
}

function tidied(typed: string): string {
  const plain = withPlainDigits(typed).replace(SPACES, '').replace(DASHES, '-')
  // "1981-12-18-9876" is written with more signs than are needed.
  return plain.replace(/^(\d{4})-(\d{2})-(\d{2})(?=-?\d{4}$)/, '$1$2$3')
}

const daysDigits = (day: Date): string => day.toISOString().slice(0, 10).replaceAll('-', '')

function yearOf(yymmdd: string, isOverHundred: boolean, today: Date): string {
  const now = Number(daysDigits(today).slice(0, 2))
  const century = `${now}${yymmdd}` <= daysDigits(today) ? now : now - 1
  return `${isOverHundred ? century - 1 : century}${yymmdd.slice(0, 2)}`
}

const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day
}
