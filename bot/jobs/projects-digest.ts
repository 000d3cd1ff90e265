import { dateText } from '../cards/plan-dates.js'
import { plainText } from '../cards/teams/plain-text.js'
import type { Digest, Reminder } from '../domain/projects/reminders.js'
import type { Translate } from '../i18n/translate.js'
import type { Saying } from './projects-reach.js'

export type Named = { number: string; name: string }

/** A message is read on a phone: what is most late comes first, and the rest is told as how many. */
const MOST_LINES = 20

/** All that one person is reminded of, in one message. */
export function digestSaying(
  { reminders }: Pick<Digest, 'reminders'>,
  told: { named: ReadonlyMap<string, Named>; language: string; t: Translate; link: string },
): Saying {
  const { t, link } = told
  const own = reminders.filter(({ isEscalation }) => !isEscalation).map((one) => lineOf(one, told))
  const others = reminders.filter(({ isEscalation }) => isEscalation).map((one) => lineOf(one, told))
  const shown = own.slice(0, MOST_LINES)
  const shownOthers = others.slice(0, MOST_LINES - shown.length)
  const left = reminders.length - shown.length - shownOthers.length
  const subject = t(reminders.length === 1 ? 'project-told.digest-one' : 'project-told.digest', { count: reminders.length })
  return {
    subject,
    text: [
      `**${subject}**`,
      ...list(shown),
      ...(shownOthers.length > 0 ? [t('project-told.digest-others'), ...list(shownOthers)] : []),
      ...(left > 0 ? [t('project-told.digest-more', { count: left })] : []),
      t('project-told.open-all', { address: link }),
    ].join('\n\n'),
  }
}

const list = (lines: readonly string[]): string[] => (lines.length > 0 ? [lines.map((line) => `- ${line}`).join('\n')] : [])

function lineOf(
  { duty, isEscalation }: Reminder,
  { named, language, t }: { named: ReadonlyMap<string, Named>; language: string; t: Translate },
): string {
  const { number = '', name = '' } = named.get(duty.project) ?? {}
  const project = plainText(`${number} ${name}`)
  const key = `project-told.${isEscalation ? 'late' : 'duty'}-${duty.kind}`
  return t(key, { project, due: dateText(duty.due, language) })
}
