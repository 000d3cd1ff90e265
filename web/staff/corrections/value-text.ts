import type { Wish } from '../../../bot/domain/corrections/correction.js'
import type { Form } from '../../../bot/domain/corrections/fields.js'
import type { Translate } from '../words.js'
import { draftOf, WEEKDAYS, type Draft } from './draft.js'

type Words = (draft: Draft, t: Translate) => readonly string[]
const open = (spans: string | undefined, t: Translate): string => spans?.replace(/-/g, '–') || t('staff-corrections.closed')

const lines: Words = ({ values }) => (values['lines'] ?? '').split('\n').filter(Boolean)
const line: Words = ({ values }) => [values['text'] ?? '']

/** A value of each form, as lines to read. */
const LINES: Readonly<Record<Form, Words>> = {
  ...{ phones: lines, emails: lines, phone: line, text: line, address: line },
  sureness: ({ values }, t) => [t(`staff-corrections.sure.${values['text'] ?? ''}`)],
  words: ({ values: { sv = '', en = '' } }) => [`sv: ${sv}`, `en: ${en}`],
  link: ({ values: { kind = 'none', url = '' } }, t) => [t(`staff-corrections.link.${kind}`), ...(url ? [url] : [])],
  week: ({ values }, t) => WEEKDAYS.map((day) => `${t(`staff-corrections.day-${day}`)}: ${open(values[day], t)}`),
  'named-days': ({ rows }, t) =>
    rows.length === 0
      ? [t('staff-corrections.no-named')]
      : rows.map((row) => `${t(`staff-corrections.named-${row['day'] ?? ''}`)}: ${open(row['open'], t)}`),
  exceptions: ({ rows }, t) =>
    rows.length === 0
      ? [t('staff-corrections.no-exceptions')]
      : rows.map(({ from = '', to = '', open: spans }) => `${from === to ? from : `${from} – ${to}`}: ${open(spans, t)}`),
}

/** What a field holds, as lines to read. */
export function linesOf(form: Form, wish: Wish, t: Translate): readonly string[] {
  if (wish.is === 'file') return [t('staff-corrections.to-file-did')]
  if (wish.is === 'left-out') return [t('staff-corrections.left-out')]
  const found = LINES[form](draftOf(form, wish), t)
  return found.length > 0 ? found : [t('staff-corrections.left-out')]
}
