import type { Held } from '../../../bot/domain/corrections/correction.js'
import type { Wanted } from '../../../bot/domain/corrections/decide.js'
import type { Form } from '../../../bot/domain/corrections/fields.js'

export type DraftRow = Readonly<Record<string, string>>
/** What is in the form: single fields by name, and rows of them. All of it is text, as it was typed. */
export type Draft = { values: DraftRow; rows: readonly DraftRow[]; isLeftOut: boolean }

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

type Span = { from: string; to: string }
type Written = { values?: DraftRow; rows?: readonly DraftRow[] }
type Way = { begin: (value: unknown) => Written; value: (draft: Draft) => unknown }

// What comes from the server has been through the content's schema: these say which of its shapes it is.
const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {})
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const lines: Way = {
  begin: (value) => ({ values: { lines: list(value).map(text).join('\n') } }),
  value: ({ values }) => (values['lines'] ?? '').split('\n').filter((line) => line.trim() !== ''),
}
const line: Way = { begin: (value) => ({ values: { text: text(value) } }), value: ({ values }) => values['text'] ?? '' }

/** Each form: what stands in it for a value, and the value of what stands in it. Whether that is good is for the server to say. */
const WAYS: Readonly<Record<Form, Way>> = {
  ...{ phones: lines, emails: lines, phone: line, text: line, address: line, sureness: line },
  words: {
    begin: (value) => ({ values: { sv: text(record(value)['sv']), en: text(record(value)['en']) } }),
    value: ({ values: { sv = '', en = '' } }) => ({ sv, en }),
  },
  link: {
    begin: (value) => ({ values: { kind: text(record(value)['kind']), url: text(record(value)['url']) } }),
    value: ({ values: { kind = 'none', url = '' } }) => (kind === 'none' ? { kind } : { kind, url }),
  },
  week: {
    begin: (value) => ({ values: Object.fromEntries(WEEKDAYS.map((day) => [day, spansText(record(value)[day])])) }),
    value: ({ values }) => Object.fromEntries(WEEKDAYS.map((day) => [day, spansIn(values[day] ?? '')])),
  },
  'named-days': {
    begin: (value) => ({ rows: Object.entries(record(value)).map(([day, spans]) => ({ day, open: spansText(spans) })) }),
    value: ({ rows }) => Object.fromEntries(rows.filter(({ day }) => day).map(({ day = '', open = '' }) => [day, spansIn(open)])),
  },
  exceptions: {
    begin: (value) => ({
      rows: list(value)
        .map(record)
        .map(({ from, to, open, reason }) => ({
          ...{ from: text(from), to: text(to), open: spansText(open) },
          ...{ sv: text(record(reason)['sv']), en: text(record(reason)['en']) },
        })),
    }),
    value: ({ rows }) => rows.map(exceptionIn),
  },
}

const exceptionIn = ({ from = '', to = '', open = '', sv = '', en = '' }: DraftRow) => ({
  ...{ from, to: to || from, open: spansIn(open) },
  ...(sv.trim() || en.trim() ? { reason: { sv, en } } : {}),
})

/** "08:00-12:00, 13:00-16:30"; empty for closed. */
export const spansText = (spans: unknown): string =>
  list(spans)
    .map(record)
    .map(({ from, to }) => `${text(from)}-${text(to)}`)
    .join(', ')

/** The spans of such a text. What is no time of day is left as it is, so that it can be said what is wrong with it. */
export const spansIn = (written: string): Span[] =>
  written
    .split(/[,;]/)
    .map((span) => span.trim())
    .filter((span) => span !== '')
    .map((span) => {
      const [from = '', to = ''] = span.split(/\s*[-–—]\s*/)
      return { from: clock(from), to: clock(to) }
    })

// 8, 8.00 and 8:00 are all written by people.
function clock(written: string): string {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(written)
  return found ? `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}` : written
}

export const draftOf = (form: Form, held: Held): Draft => ({
  values: {},
  rows: [],
  ...WAYS[form].begin(held.is === 'value' ? held.value : undefined),
  isLeftOut: held.is === 'left-out',
})

export const wantedBy = (form: Form, draft: Draft): Wanted =>
  draft.isLeftOut ? { is: 'left-out' } : { is: 'value', value: WAYS[form].value(draft) }
