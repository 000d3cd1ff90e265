import { createHash } from 'node:crypto'
import { addDays, dateText } from '../../cards/plan-dates.js'
import { itemWords, laterText, permitName } from '../../cards/plan-words.js'
import type { ToldPlan } from './told-plan.js'

type Day = { key: string; date: string; summary: string; description: string; url?: string }

/**
 * The days of a plan for a calendar: the last day to send each thing, and the opening. All-day events, in no time zone. The address of the plan is not in
 * it: calendars are shared, and whoever has the address has the plan.
 */
export async function calendarFile(told: ToldPlan, at: Date): Promise<string> {
  // Loaded when it is first asked for: most who start the bot never need it.
  const { default: ical, ICalCalendarMethod } = await import('ical-generator')
  const { language } = told.teller
  const calendar = ical({
    name: told.paper.title,
    prodId: { company: 'lotsen', product: 'permit-plan', language: language.split('-')[0]!.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { key, date, summary, description, url } of daysOf(told))
    calendar.createEvent({
      id: uidOf(told.saved.id, key),
      start: utcDay(date),
      allDay: true,
      stamp: at,
      summary,
      description,
      ...(url ? { url } : {}),
    })
  return calendar.toString()
}

// The same event in every file of the same plan, so that a calendar moves it instead of adding another. The plan's id cannot be read out of it.
const uidOf = (plan: string, key: string): string =>
  `${createHash('sha256').update(`${plan} ${key}`).digest('hex').slice(0, 32)}@lotsen`

const utcDay = (date: string): Date => new Date(`${date}T00:00:00Z`)

function daysOf(told: ToldPlan): Day[] {
  return [...sendingDays(told), ...openingDays(told)].sort((one, other) => one.date.localeCompare(other.date))
}

function sendingDays({ saved: { plan }, schedule, teller }: ToldPlan): Day[] {
  const { t, language } = teller
  const opening = dateText(schedule.opening.most, language)
  return schedule.items.flatMap(({ permit, sentLatest }) => {
    const item = plan.items.find((other) => other.permit === permit)
    if (sentLatest === undefined || !item) return []
    const { decides, link } = itemWords(plan, item, schedule, teller)
    return {
      key: permit,
      date: addDays(schedule.start, sentLatest),
      summary: t('plan.ics.send', { name: permitName(permit, teller) }),
      description: [t('plan.ics.send-what', { opening }), decides, t('plan.guidance')].join('\n'),
      url: link?.url,
    }
  })
}

function openingDays({ schedule, teller: { t } }: ToldPlan): Day[] {
  const { items, opening } = schedule
  if (items.length === 0) return []
  const guidance = [...laterText(schedule, t), t('plan.guidance')].join('\n')
  const least = {
    key: 'opening',
    date: opening.least,
    summary: t('plan.ics.open'),
    description: `${t('plan.ics.open-what')}\n${guidance}`,
  }
  const most = {
    key: 'opening-most',
    date: opening.most,
    summary: t('plan.ics.open-most'),
    description: `${t('plan.ics.open-most-what')}\n${guidance}`,
  }
  return opening.least === opening.most ? [least] : [least, most]
}
