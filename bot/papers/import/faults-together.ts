import { isAboveDay, MOST_A_DAY, peopleAboveDay } from '../../domain/projects/hours-a-day.js'
import { planFaults, type PlanFault } from '../../domain/projects/plan-faults.js'
import { mustBeDoneBy, type PlanContent } from '../../domain/projects/plan.js'
import type { ImportFault, ImportFaultKind } from './import-fault.js'
import type { ReadPart } from './read-items.js'
import { placeOf } from './read-rows.js'

type Kind = PlanFault['fault']
/** Said cell by cell already, where the row is read; or below, with how many hours it would be. */
const SAID: readonly Kind[] = ['no-such-item', 'same-id-twice', 'hours-above-day']

/** The column that a fault of the plan is about, where it is not the day of the thing. */
const COLUMN: Readonly<Partial<Record<Kind, string>>> = {
  'ends-before-it-begins': 'to',
  'goes-round': 'after',
  'risk-without-action': 'action',
  'too-long': 'to',
}
const NAMES: Readonly<Partial<Record<Kind, ImportFaultKind>>> = { 'too-long': 'project-too-long' }

/** What is wrong with a plan that cannot be seen of one cell: its days, its rounds, its hours. Of what was read, the rest is left aside. */
export function faultsTogether(parts: readonly ReadPart[], content: PlanContent, mostMonths: number | undefined): ImportFault[] {
  if (content.frame.length !== 1) return []
  const rows = new Map(
    parts.map((part) => [part.sheet.part, { ...part, byId: new Map(part.items.map((item) => [item.id, item.row])) }]),
  )
  const at = (part: PlanFault['part'], id: string, key: string) => {
    const read = rows.get(part)
    return read ? placeOf(read.sheet, read.byId.get(id), key) : {}
  }
  const days = daysIn(content, mostMonths)
  const ofPlan = planFaults(content, mostMonths)
    .filter(({ fault }) => !SAID.includes(fault))
    .map(({ fault, part, id }): ImportFault => ({
      fault: NAMES[fault] ?? (fault as ImportFaultKind),
      ...at(part, id, COLUMN[fault] ?? days.columnOf(fault, part, id)),
      ...days.valuesOf(fault, part, id),
    }))
  const ofHours = content.activities
    .filter(isAboveDay)
    .map(({ id }): ImportFault => ({ fault: 'hours-above-day', ...at('activities', id, 'hours'), values: { most: MOST_A_DAY } }))
  const ofPeople = peopleAboveDay(content.activities.filter((activity) => !isAboveDay(activity))).map(
    ({ activity, day, hours }): ImportFault => ({
      fault: 'person-above-day',
      ...at('activities', activity, 'who'),
      values: { most: MOST_A_DAY, day, hours },
    }),
  )
  return [...ofPlan, ...ofHours, ...ofPeople]
}

/** What a fault of a day is about, found by id: there may be as many faults as activities. */
function daysIn(content: PlanContent, mostMonths: number | undefined) {
  const { from, to } = content.frame[0]!
  const activities = new Map(content.activities.map((activity) => [activity.id, activity]))
  const deliveries = new Map(content.deliveries.map((delivery) => [delivery.id, delivery]))
  return {
    /** Which of its days is meant: an activity begins too early, or ends too late; of all others there is one day. */
    columnOf(fault: Kind, part: PlanFault['part'], id: string): string {
      if (part !== 'activities') return part === 'frame' ? 'to' : 'on'
      return fault === 'outside-project' && (activities.get(id)?.from ?? from) < from ? 'from' : 'to'
    },
    valuesOf(fault: Kind, part: PlanFault['part'], id: string): Pick<ImportFault, 'values'> {
      if (fault === 'outside-project') return { values: { from, to } }
      if (fault === 'too-long') return { values: { months: mostMonths ?? 0 } }
      if (fault !== 'after-its-goal') return {}
      const of = part === 'activities' ? activities.get(id) : { milestone: deliveries.get(id)?.milestone }
      return { values: { by: mustBeDoneBy(content, of ?? {}) } }
    },
  }
}
