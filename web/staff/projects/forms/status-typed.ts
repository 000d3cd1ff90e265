import type { Mark, StatusEntry, StatusSaid } from '../../../../bot/domain/projects/status-report.js'
import { hoursIn } from '../texts.js'

/** A line of the form as it has been typed. */
export type TypedEntry = {
  activity: string
  spent: string
  left: string
  newEnd: string
  mark: Mark | ''
  problem: string
  proposal: string
}
export const MARK_NAMES: readonly Mark[] = ['going-on', 'paused', 'done']
const MOST_HOURS = 24 * 7

const text = (hours: number): string => String(hours).replace('.', ',')
export const typedEntry = (entry: StatusEntry): TypedEntry => ({
  activity: entry.activity,
  spent: text(entry.spent),
  left: text(entry.left),
  newEnd: entry.newEnd ?? '',
  mark: entry.mark ?? '',
  problem: entry.problem,
  proposal: entry.proposal,
})

/** What is wrong with a line: the names of its fields. */
export const wrongIn = ({ spent, left }: TypedEntry): ('spent' | 'left')[] => [
  ...((hoursIn(spent) ?? Infinity) <= MOST_HOURS ? [] : ['spent' as const]),
  ...(hoursIn(left) === undefined ? ['left' as const] : []),
]

/** All hours of the week together; more than there are in one is a mistake. */
export const hoursOf = (entries: readonly TypedEntry[]): number =>
  entries.reduce((total, { spent }) => total + (hoursIn(spent) ?? 0), 0)
export const isTooMuch = (entries: readonly TypedEntry[]): boolean => hoursOf(entries) > MOST_HOURS

/** What is sent; undefined while something is wrong. */
export function statusSaid(week: string, typed: readonly TypedEntry[]): StatusSaid | undefined {
  if (typed.length === 0 || isTooMuch(typed) || typed.some((entry) => wrongIn(entry).length > 0)) return undefined
  const entries = typed.map(({ activity, spent, left, newEnd, mark, problem, proposal }) => ({
    activity,
    spent: hoursIn(spent)!,
    left: hoursIn(left)!,
    ...(newEnd ? { newEnd } : {}),
    ...(mark ? { mark } : {}),
    problem,
    proposal,
  }))
  return { week, entries }
}
