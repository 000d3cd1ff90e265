import type { Risk } from '../../../../bot/domain/projects/plan.js'

export const GRADES = [1, 2, 3, 4, 5] as const
/** How grave a cell is, which is told by its pattern and its words too, never by colour alone. */
export type Gravity = 'low' | 'middle' | 'serious'

/** From here a risk must have an action (bot/domain/projects/plan.ts has the same), and from half of it is one to watch. */
export const SERIOUS_FROM = 12
const WATCHED_FROM = 6

export const gravityOf = (probability: number, consequence: number): Gravity => {
  const weight = probability * consequence
  return weight >= SERIOUS_FROM ? 'serious' : weight >= WATCHED_FROM ? 'middle' : 'low'
}

export type NumberedRisk = Risk & { number: number }
export type Cell = { probability: number; consequence: number; gravity: Gravity; risks: readonly NumberedRisk[] }

/** The gravest first, numbered from 1: the numbers stand in the cells of the picture and in the list below it. */
export const numberedRisks = (risks: readonly Risk[]): NumberedRisk[] =>
  risks
    .toSorted((one, other) => other.probability * other.consequence - one.probability * one.consequence)
    .map((risk, index) => ({ ...risk, number: index + 1 }))

/** Row by row from the top, where probability is greatest; consequence grows to the right. */
export const cellsOf = (risks: readonly NumberedRisk[]): Cell[][] =>
  GRADES.toReversed().map((probability) =>
    GRADES.map((consequence) => ({
      probability,
      consequence,
      gravity: gravityOf(probability, consequence),
      risks: risks.filter((risk) => risk.probability === probability && risk.consequence === consequence),
    })),
  )

const IN_A_LINE = 2
const MOST_IN_CELL = 2 * IN_A_LINE

/** The numbers in a cell, in lines that have room in it: "1, 4,", "5", or "1, 4,", "5 +3" where there is no room for all. */
export function linesIn({ risks }: Cell): string[] {
  const numbers = risks.map(({ number }) => String(number))
  const shown = numbers.length > MOST_IN_CELL ? numbers.slice(0, MOST_IN_CELL - 1) : numbers
  const rest = numbers.length - shown.length
  const first = shown.slice(0, IN_A_LINE).join(', ')
  const second = [shown.slice(IN_A_LINE).join(', '), rest > 0 ? `+${String(rest)}` : ''].filter(Boolean).join(' ')
  return second === '' ? [first].filter(Boolean) : [`${first},`, second]
}
