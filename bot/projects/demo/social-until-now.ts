import type { Day } from '../../domain/projects/calendar.js'
import { votes, type Deed } from './deed.js'
import { socialPlan, type People, type SocialDays, type SocialTexts } from './social-plan.js'
import { dearerTraining, socialSystems } from './social-systems.js'

/** The project of 2017 with the days of the plan of 2017, up to a day in its second year: reports each month, and a request that waits. */
export function socialSystemsUntil(texts: SocialTexts, person: People, year: number, today: Day) {
  const project = socialSystems(texts, person, year)
  const { y, group, status, progress, requested, delivered, meet } = project
  const days: SocialDays = {
    ...{ from: y(1, '02-22'), to: y(4, '12-18'), B3: y(4, '12-18'), B4: y(4, '12-18'), requirements: y(2, '06-29') },
    milestones: { procured: y(3, '04-30'), 'version-1': y(3, '12-18'), 'most-needs': y(4, '12-04') },
  }
  const plan = socialPlan(texts, days, person)
  const dearer = dearerTraining(plan, year + 3, 35_000_000_00)
  const all = [
    ...project.begun(days),
    ...monthsOf(y(1, '03-08'), today).flatMap((day, n) => [
      ...status(day, 'developer', 'write-requirements', 30, Math.max(0, 2370 - 100 * n)),
      ...progress(day, n % 5 === 3 ? { time: 'yellow' } : {}),
    ]),
    ...meet(y(1, '11-22'), []),
    ...meet(y(2, '06-27'), delivered(y(2, '06-27'), 'delivery-put', 'requirements')),
    ...requested(weekBefore(today), 'more-training', [dearer], 'budget'),
    ...votes(weekBefore(today), group.slice(0, 2), 'approve'),
  ].filter(({ at }) => at.toISOString().slice(0, 10) <= today)
  return { registration: project.registration, deeds: all.sort((one, other) => dayNumber(one) - dayNumber(other)) }
}

/** On one day they are in order already, whatever the clock says. */
const dayNumber = ({ at }: Deed): number => Math.floor(at.getTime() / 86_400_000)

/** The same day of each month from one day until another. */
function monthsOf(from: Day, until: Day): Day[] {
  const [year = 0, month = 0] = from.split('-').map(Number)
  return Array.from({ length: 120 }, (_, n) => {
    const at = new Date(Date.UTC(year, month - 1 + n, Number(from.slice(8))))
    return at.toISOString().slice(0, 10)
  }).filter((day) => day < until)
}
const weekBefore = (day: Day): Day => new Date(Date.parse(day) - 7 * 86_400_000).toISOString().slice(0, 10)
