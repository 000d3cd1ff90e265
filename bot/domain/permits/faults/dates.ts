import type { Permit } from '../permit.js'
import { faultAt, permitPlace, type Check, type Fault } from './fault.js'

/** A rule is compared with its sources at least so often. */
const MONTHS_BETWEEN_CHECKS = 18

/** Every rule was checked not too long ago, and can be in force. Dates are ISO dates, which are in order as texts. */
export const datesHold: Check = ({ permits }, today) => [...permits.values()].flatMap((permit) => datesOf(permit, today))

function datesOf({ id, rule: { checked, valid } }: Permit, today: string): Fault[] {
  const at = (...path: readonly string[]) => permitPlace(id, 'rule', ...path)
  return [
    ...(checked > today ? [faultAt('unchecked', at('checked'), `checked on ${checked}, which has not come yet`)] : []),
    ...(monthsBefore(today, MONTHS_BETWEEN_CHECKS) > checked
      ? [faultAt('unchecked', at('checked'), `last checked on ${checked}, more than ${MONTHS_BETWEEN_CHECKS} months ago`)]
      : []),
    ...(valid?.from && valid.to && valid.from > valid.to
      ? [faultAt('never-valid', at('valid'), `in force from ${valid.from}, but only to ${valid.to}`)]
      : []),
    ...(valid?.to && valid.to < today
      ? [faultAt('expired', at('valid', 'to'), `no longer in force since ${valid.to}: remove it, or write what came instead`)]
      : []),
  ]
}

/** The same day so many months before; the last of the month where it has no such day. */
function monthsBefore(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const count = year * 12 + (month - 1) - months
  const [before, index] = [Math.floor(count / 12), ((count % 12) + 12) % 12]
  const last = new Date(Date.UTC(before, index + 1, 0)).getUTCDate()
  return `${before}-${String(index + 1).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`
}
