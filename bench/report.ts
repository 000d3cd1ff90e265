import type { Size } from './client-size.js'
import type { Measured } from './load.js'
import { median } from './statistics.js'

/** What one server did in each round. */
export type Row = { name: string; rounds: readonly Measured[] }
export type Goal = { what: string; found: number; unit: string } & ({ atLeast: number } | { atMost: number })

const decimals = (value: number): number => (value < 10 ? 2 : value < 100 ? 1 : 0)
const shown = (value: number): string => value.toFixed(decimals(value))
const of = (rounds: readonly Measured[], figure: keyof Measured): number => median(rounds.map((round) => round[figure]))

/** Medians of the rounds, one line a server. */
export function speedTable(rows: readonly Row[]): string {
  const head = ['', 'turns/s', 'p50 ms', 'p95 ms', 'p99 ms', 'each round, turns/s']
  const lines = rows.map(({ name, rounds }) => [
    name,
    ...(['perSecond', 'p50', 'p95', 'p99'] as const).map((figure) => shown(of(rounds, figure))),
    rounds.map(({ perSecond }) => shown(perSecond)).join('  '),
  ])
  return table([head, ...lines])
}

export const sizeTable = (sizes: readonly Size[]): string =>
  table([['', 'kB gzipped'], ...sizes.map(({ name, bytes }) => [name, (bytes / 1000).toFixed(1)])])

export function goalTable(goals: readonly Goal[]): string {
  const lines = goals.map((goal) => [
    goal.what,
    `${shown(goal.found)}${goal.unit}`,
    'atLeast' in goal ? `at least ${goal.atLeast}${goal.unit}` : `at most ${goal.atMost}${goal.unit}`,
    isMet(goal) ? 'met' : 'MISSED',
  ])
  return table([['', 'measured', 'goal', ''], ...lines])
}

// Written so that a figure that could not be taken (NaN) is never a goal that is met.
export const isMet = (goal: Goal): boolean => ('atLeast' in goal ? goal.found >= goal.atLeast : goal.found <= goal.atMost)

/** The share of the other's speed, round by round, so that a slow minute of the machine is shared by both. */
export const share = (mine: Row, other: Row): number =>
  median(mine.rounds.map(({ perSecond }, round) => perSecond / other.rounds[round]!.perSecond))

export const p95 = ({ rounds }: Row): number => of(rounds, 'p95')

/** Lines of cells as text, in columns as wide as their widest; the first to the left. */
export function table(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  return lines
    .map((line) =>
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('   '),
    )
    .join('\n')
}
