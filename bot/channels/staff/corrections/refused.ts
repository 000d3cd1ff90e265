import type { Refused } from '../../../domain/corrections/decide.js'
import type { ValueFault } from '../../../domain/corrections/faults.js'
import type { Translate } from '../../../i18n/translate.js'
import type { HttpAnswer } from '../../http-answer.js'
import { fieldsShown } from './names.js'
import type { Asking } from './needs.js'

export type Why = Refused['why'] | 'no-reason' | 'too-large' | 'broken'

/** Words for why something cannot be corrected so. A refusal is an answer of 200 unless it could not even be read. */
export function refused({ needs, language }: Asking, why: Why, given: object = {}, status = 200): HttpAnswer {
  const message = needs.translate(language)(`corrections.refused.${why}`)
  return { status, body: { kind: 'refused', why, message, error: { code: why, message }, ...given } }
}

/** The same of what was decided: with what is wrong, and where; or with what stands now, so that the difference can be shown. */
export async function refusedSo(
  asking: Asking,
  decided: Refused,
  field: { kind: string; entry: string; field: string },
): Promise<HttpAnswer> {
  if (decided.why === 'unreadable') {
    const message = faultText(decided.fault, asking.needs.translate(asking.language))
    return { status: 200, body: { kind: 'refused', why: decided.why, message } }
  }
  if (decided.why !== 'changed-meanwhile') return refused(asking, decided.why)
  const [first] = decided.state.history
  const shown = first ? await fieldsShown(asking, first.kind, first.entry) : await fieldsOf(asking, field)
  return refused(asking, decided.why, { now: shown.find((one) => one.field === field.field) })
}

const fieldsOf = (asking: Asking, { kind, entry }: { kind: string; entry: string }) =>
  fieldsShown(asking, kind as Parameters<typeof fieldsShown>[1], entry)

function faultText({ fault, line, day, language }: ValueFault, t: Translate): string {
  const what = t(`corrections.fault.${fault}`)
  const where = day
    ? dayText(day, t)
    : language
      ? t(`corrections.language.${language}`)
      : line
        ? t('corrections.line', { line })
        : ''
  return where ? t('corrections.fault-at', { where, what }) : what
}

const WEEKDAYS: readonly string[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const dayText = (day: string, t: Translate): string =>
  WEEKDAYS.includes(day) ? t(`corrections.day.${day}`) : t(`desk.day.${day}`)
